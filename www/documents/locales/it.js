export default {
  opening: 'Apertura di {name}…',
  wrongKind: 'Il file {name} non è di un tipo leggibile qui: PDF, Word (.docx), OpenDocument, EPUB, posta (.eml), sottotitoli, pagina web, Markdown o testo.',
  tooLarge: 'Il file {name} supera {size} MB.',
  damaged: 'Il file {name} è danneggiato o non è ciò che dice il nome: non si può leggere nulla.',
  noText: 'Il file {name} contiene immagini di testo, o nessun testo. Un programma di riconoscimento (OCR) può aggiungerlo.',
  lost: 'Parti danneggiate di {name} che mancano: {n}',
  locked: 'Il file {name} è protetto. Password:',
  wrongPassword: 'Questa password non apre {name}. Password:',
  unlock: 'Apri',
  giveUp: 'Annulla',
  needsFiles: 'Questa pagina in un solo file legge testo, Markdown, sottotitoli e pagine web. La pagina in più file (npm start) legge anche {name}.',
  unreached: 'Non è stato possibile caricare ciò che legge {name}. C’è la rete?',
};
