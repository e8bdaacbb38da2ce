/** @import { Strings } from '../types.d.ts' */

/** @type {Strings} */
export default {
  heading: 'En resumen',
  loading: 'Leyendo el artículo…',
  empty: 'Hay muy poco texto que resumir aquí.',
  error: 'No se pudo hacer el resumen.',
  count: 'Frases: {n} de {all}',
  time: '{short} en lugar de {long}',
  length: 'Longitud',
  keywords: 'Palabras clave',
  why: 'Por qué esta frase',
  copy: 'Copiar',
  copyMarkdown: 'Copiar como Markdown',
  copied: 'Copiado',
  copyFailed: 'El navegador no permite copiar aquí.',
  shown: 'El pasaje está resaltado. Escape vuelve al resumen.',
  back: 'Volver al resumen',
  updated: 'El resumen se ha actualizado.',
  note: 'Citado palabra por palabra. Hallado en su dispositivo: no se envió nada.',
  reasons: {
    position: 'Lugar en el artículo',
    centrality: 'Compartida con otras frases',
    keywords: 'Términos clave',
    title: 'Palabras del título',
    names: 'Nombres y cifras',
    length: 'Longitud',
    form: 'Forma',
    cue: 'Anuncia lo esencial',
    focus: 'Palabras pedidas',
    coverage: 'Aporta algo nuevo',
  },
};
