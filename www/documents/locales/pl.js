export default {
  opening: 'Otwieranie {name}…',
  wrongKind: 'Plik {name} nie jest żadnego typu, który można tu przeczytać: PDF, Word (.docx), OpenDocument, EPUB, poczta (.eml), napisy, strona WWW, Markdown lub tekst.',
  tooLarge: 'Plik {name} ma ponad {size} MB.',
  damaged: 'Plik {name} jest uszkodzony albo nie jest tym, co mówi nazwa: niczego nie da się odczytać.',
  noText: 'Plik {name} zawiera obrazy tekstu albo nie ma w nim tekstu. Program do rozpoznawania tekstu (OCR) może go dodać.',
  lost: 'Uszkodzone części {name}, których brakuje: {n}',
  locked: 'Plik {name} jest zablokowany. Hasło:',
  wrongPassword: 'To hasło nie otwiera {name}. Hasło:',
  unlock: 'Otwórz',
  giveUp: 'Anuluj',
  needsFiles: 'Ta strona w jednym pliku czyta tekst, Markdown, napisy i strony WWW. Strona w wielu plikach (npm start) czyta też {name}.',
  unreached: 'Nie udało się wczytać tego, co czyta {name}. Czy jest sieć?',
};
