export default {
  opening: '{name} wird geöffnet…',
  wrongKind: 'Die Datei {name} ist von keiner Art, die hier gelesen werden kann: PDF, Word (.docx), OpenDocument, EPUB, E-Mail (.eml), Untertitel, Webseite, Markdown oder Text.',
  tooLarge: 'Die Datei {name} ist größer als {size} MB.',
  damaged: 'Die Datei {name} ist beschädigt oder nicht das, was ihr Name sagt: Nichts darin ist lesbar.',
  noText: 'Die Datei {name} enthält Bilder von Text oder gar keinen Text. Ein Programm zur Texterkennung (OCR) kann ihn ergänzen.',
  lost: 'Beschädigte Teile von {name}, die fehlen: {n}',
  locked: 'Die Datei {name} ist gesperrt. Passwort:',
  wrongPassword: 'Dieses Passwort öffnet {name} nicht. Passwort:',
  unlock: 'Öffnen',
  giveUp: 'Abbrechen',
  needsFiles: 'Diese Seite in einer Datei liest Text, Markdown, Untertitel und Webseiten. Die Seite in vielen Dateien (npm start) liest auch {name}.',
  unreached: 'Was {name} liest, konnte nicht geladen werden. Gibt es eine Netzverbindung?',
};
