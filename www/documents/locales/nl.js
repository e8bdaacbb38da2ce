export default {
  opening: '{name} wordt geopend…',
  wrongKind: 'Het bestand {name} is van geen soort die hier gelezen kan worden: PDF, Word (.docx), OpenDocument, EPUB, e-mail (.eml), ondertitels, webpagina, Markdown of tekst.',
  tooLarge: 'Het bestand {name} is groter dan {size} MB.',
  damaged: 'Het bestand {name} is beschadigd of niet wat de naam zegt: er is niets in te lezen.',
  noText: 'Het bestand {name} bevat beelden van tekst, of geen tekst. Een programma voor tekstherkenning (OCR) kan die toevoegen.',
  lost: 'Beschadigde delen van {name} die ontbreken: {n}',
  locked: 'Het bestand {name} is vergrendeld. Wachtwoord:',
  wrongPassword: 'Dit wachtwoord opent {name} niet. Wachtwoord:',
  unlock: 'Openen',
  giveUp: 'Annuleren',
  needsFiles: 'Deze pagina in één bestand leest tekst, Markdown, ondertitels en webpagina’s. De pagina in meer bestanden (npm start) leest ook {name}.',
  unreached: 'Wat {name} leest, kon niet worden geladen. Is er een netwerk?',
};
