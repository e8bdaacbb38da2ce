/** @import { Strings } from '../types.d.ts' */

/** @type {Strings} */
export default {
  heading: 'In breve',
  loading: 'Lettura dell’articolo…',
  empty: 'C’è troppo poco testo da riassumere.',
  error: 'Non è stato possibile fare il riassunto.',
  count: 'Frasi: {n} su {all}',
  time: '{short} invece di {long}',
  length: 'Lunghezza',
  keywords: 'Parole chiave',
  why: 'Perché questa frase',
  copy: 'Copia',
  copyMarkdown: 'Copia come Markdown',
  copied: 'Copiato',
  copyFailed: 'Il browser non permette di copiare qui.',
  shown: 'Il passo è evidenziato. Esc riporta al riassunto.',
  back: 'Torna al riassunto',
  updated: 'Il riassunto è stato aggiornato.',
  note: 'Citato parola per parola. Trovato sul tuo dispositivo: nulla è stato inviato.',
  reasons: {
    position: 'Posizione nell’articolo',
    centrality: 'In comune con altre frasi',
    keywords: 'Termini chiave',
    title: 'Parole del titolo',
    names: 'Nomi e numeri',
    length: 'Lunghezza',
    form: 'Forma',
    cue: 'Annuncia il punto',
    focus: 'Parole richieste',
    coverage: 'Aggiunge qualcosa di nuovo',
  },
};
