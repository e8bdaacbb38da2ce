/** @import { Strings } from '../types.d.ts' */

/** @type {Strings} */
export default {
  heading: 'In het kort',
  loading: 'Het artikel wordt gelezen…',
  empty: 'Hier staat te weinig tekst om samen te vatten.',
  error: 'Er kon geen samenvatting worden gemaakt.',
  count: 'Zinnen: {n} van {all}',
  time: '{short} in plaats van {long}',
  length: 'Lengte',
  keywords: 'Trefwoorden',
  why: 'Waarom deze zin',
  copy: 'Kopiëren',
  copyMarkdown: 'Kopiëren als Markdown',
  copied: 'Gekopieerd',
  copyFailed: 'De browser staat kopiëren hier niet toe.',
  shown: 'De passage is gemarkeerd. Escape gaat terug naar de samenvatting.',
  back: 'Terug naar de samenvatting',
  updated: 'De samenvatting is bijgewerkt.',
  note: 'Woord voor woord geciteerd. Op uw apparaat gevonden: er is niets verzonden.',
  reasons: {
    position: 'Plaats in het artikel',
    centrality: 'Gedeeld met andere zinnen',
    keywords: 'Kernbegrippen',
    title: 'Woorden uit de titel',
    names: 'Namen en getallen',
    length: 'Lengte',
    form: 'Vorm',
    cue: 'Kondigt de kern aan',
    focus: 'Gevraagde woorden',
    coverage: 'Voegt iets toe',
  },
};
