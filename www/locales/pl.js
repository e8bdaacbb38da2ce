/** @import { Strings } from '../types.d.ts' */

/** @type {Strings} */
export default {
  heading: 'W skrócie',
  loading: 'Czytanie artykułu…',
  empty: 'Za mało tekstu, by go streścić.',
  error: 'Nie udało się utworzyć streszczenia.',
  count: 'Zdania: {n} z {all}',
  time: '{short} zamiast {long}',
  length: 'Długość',
  keywords: 'Słowa kluczowe',
  why: 'Dlaczego to zdanie',
  copy: 'Kopiuj',
  copyMarkdown: 'Kopiuj jako Markdown',
  copied: 'Skopiowano',
  copyFailed: 'Przeglądarka nie pozwala tu kopiować.',
  shown: 'Fragment jest zaznaczony. Escape prowadzi z powrotem do streszczenia.',
  back: 'Wróć do streszczenia',
  updated: 'Streszczenie zostało zaktualizowane.',
  note: 'Cytowane słowo w słowo. Znalezione na Twoim urządzeniu: nic nie zostało wysłane.',
  reasons: {
    position: 'Miejsce w artykule',
    centrality: 'Wspólne z innymi zdaniami',
    keywords: 'Kluczowe pojęcia',
    title: 'Słowa z tytułu',
    names: 'Nazwy i liczby',
    length: 'Długość',
    form: 'Forma',
    cue: 'Zapowiada sedno',
    focus: 'Szukane słowa',
    coverage: 'Wnosi coś nowego',
  },
};
