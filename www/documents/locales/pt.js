export default {
  opening: 'A abrir {name}…',
  wrongKind: 'O ficheiro {name} não é de nenhum tipo que se possa ler aqui: PDF, Word (.docx), OpenDocument, EPUB, correio (.eml), legendas, página web, Markdown ou texto.',
  tooLarge: 'O ficheiro {name} tem mais de {size} MB.',
  damaged: 'O ficheiro {name} está danificado ou não é o que o nome diz: nada se consegue ler.',
  noText: 'O ficheiro {name} contém imagens de texto, ou nenhum texto. Um programa de reconhecimento (OCR) pode acrescentá-lo.',
  lost: 'Partes danificadas de {name} que faltam: {n}',
  locked: 'O ficheiro {name} está bloqueado. Palavra-passe:',
  wrongPassword: 'Essa palavra-passe não abre {name}. Palavra-passe:',
  unlock: 'Abrir',
  giveUp: 'Cancelar',
  needsFiles: 'Esta página num só ficheiro lê texto, Markdown, legendas e páginas web. A página em vários ficheiros (npm start) lê também {name}.',
  unreached: 'Não foi possível carregar o que lê {name}. Há rede?',
};
