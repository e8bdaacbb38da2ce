/** @import { Strings } from '../types.d.ts' */

/** @type {Strings} */
export default {
  heading: 'Kurz gesagt',
  loading: 'Der Artikel wird gelesen …',
  empty: 'Hier ist zu wenig Text zum Zusammenfassen.',
  error: 'Es ließ sich keine Zusammenfassung erstellen.',
  count: 'Sätze: {n} von {all}',
  time: '{short} statt {long}',
  length: 'Länge',
  keywords: 'Schlagwörter',
  why: 'Warum dieser Satz',
  copy: 'Kopieren',
  copyMarkdown: 'Als Markdown kopieren',
  copied: 'Kopiert',
  copyFailed: 'Der Browser erlaubt hier kein Kopieren.',
  shown: 'Die Stelle ist markiert. Escape führt zur Zusammenfassung zurück.',
  back: 'Zurück zur Zusammenfassung',
  updated: 'Die Zusammenfassung wurde aktualisiert.',
  note: 'Wörtlich zitiert. Auf Ihrem Gerät gefunden: Nichts wurde gesendet.',
  reasons: {
    position: 'Stelle im Artikel',
    centrality: 'Mit anderen Sätzen gemeinsam',
    keywords: 'Schlüsselbegriffe',
    title: 'Wörter des Titels',
    names: 'Namen und Zahlen',
    length: 'Länge',
    form: 'Form',
    cue: 'Kündigt das Wesentliche an',
    focus: 'Gefragte Wörter',
    coverage: 'Sagt etwas Neues',
  },
};
