// The fonts of the browser tests; make.py generates them and says what each is like.

import { readFileSync } from 'node:fs';

/** @typedef {'regular' | 'narrow' | 'wide' | 'tall'} FontName */

export const FONTS = /** @type {const} */ (['regular', 'narrow', 'wide', 'tall']);

/** What a style sheet calls a font. @param {FontName} name */
export function familyOf(name) {
  return `Test ${name}`;
}

/** A rule that declares a font for every weight and style, the file inside: it needs no request. @param {FontName} name */
export function fontFace(name) {
  const file = readFileSync(new URL(`./${name}.woff`, import.meta.url)).toString('base64');
  const source = `url(data:font/woff;base64,${file}) format('woff')`;
  return ['normal', 'italic'].map((style) => `@font-face { font-family: '${familyOf(name)}'; font-style: ${style}; font-weight: 1 1000; src: ${source}; }`).join('\n');
}
