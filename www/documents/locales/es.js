export default {
  opening: 'Abriendo {name}…',
  wrongKind: 'El archivo {name} no es de ningún tipo que se pueda leer aquí: PDF, Word (.docx), OpenDocument, EPUB, correo (.eml), subtítulos, página web, Markdown o texto.',
  tooLarge: 'El archivo {name} ocupa más de {size} MB.',
  damaged: 'El archivo {name} está dañado o no es lo que dice su nombre: no se puede leer nada.',
  noText: 'El archivo {name} contiene imágenes de texto o ningún texto. Un programa de reconocimiento de texto (OCR) puede añadirlo.',
  lost: 'Partes dañadas de {name} que faltan: {n}',
  locked: 'El archivo {name} está bloqueado. Contraseña:',
  wrongPassword: 'Esa contraseña no abre {name}. Contraseña:',
  unlock: 'Abrir',
  giveUp: 'Cancelar',
  needsFiles: 'Esta página en un solo archivo lee texto, Markdown, subtítulos y páginas web. La página en varios archivos (npm start) lee también {name}.',
  unreached: 'No se pudo cargar lo que lee {name}. ¿Hay conexión?',
};
