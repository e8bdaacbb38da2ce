/** @import { Strings } from '../types.d.ts' */

/** @type {Strings} */
export default {
  heading: 'Em resumo',
  loading: 'A ler o artigo…',
  empty: 'Há muito pouco texto para resumir aqui.',
  error: 'Não foi possível fazer o resumo.',
  count: 'Frases: {n} de {all}',
  time: '{short} em vez de {long}',
  length: 'Tamanho',
  keywords: 'Palavras-chave',
  why: 'Porquê esta frase',
  copy: 'Copiar',
  copyMarkdown: 'Copiar como Markdown',
  copied: 'Copiado',
  copyFailed: 'O navegador não permite copiar aqui.',
  shown: 'A passagem está destacada. Escape volta ao resumo.',
  back: 'Voltar ao resumo',
  updated: 'O resumo foi atualizado.',
  note: 'Citado palavra por palavra. Encontrado no seu dispositivo: nada foi enviado.',
  reasons: {
    position: 'Lugar no artigo',
    centrality: 'Em comum com outras frases',
    keywords: 'Termos-chave',
    title: 'Palavras do título',
    names: 'Nomes e números',
    length: 'Tamanho',
    form: 'Forma',
    cue: 'Anuncia o essencial',
    focus: 'Palavras pedidas',
    coverage: 'Acrescenta algo novo',
  },
};
