export default {
  opening: 'Opening {name}…',
  wrongKind: 'The file {name} is of no kind that can be read here: PDF, Word (.docx), OpenDocument, EPUB, mail (.eml), subtitles, web page, Markdown or text.',
  tooLarge: 'The file {name} is larger than {size} MB.',
  damaged: 'The file {name} is damaged, or is not what its name says: nothing in it can be read.',
  noText: 'The file {name} holds pictures of text, or no text at all. A program that recognizes text (OCR) can add it.',
  lost: 'Parts of {name} that are damaged and were left out: {n}',
  locked: 'The file {name} is locked. Password:',
  wrongPassword: 'That password doesn’t open {name}. Password:',
  unlock: 'Open',
  giveUp: 'Cancel',
  needsFiles: 'This page in one file reads text, Markdown, subtitles and web pages. The page in many files (npm start) reads {name}, too.',
  unreached: 'What reads {name} could not be loaded. Is there a network?',
};
