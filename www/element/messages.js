// The strings of the interface, in the reader's language. English is always there; the others load when they are needed.

import en from '../locales/en.js';
import { direction, LOCALES } from '../locales/index.js';

/** @import { Strings } from '../types.d.ts' */

/** What came with the element. */
const known = new Map([['en', en]]);

/** What the site says instead. @type {Map<string, Partial<Strings>>} */
const own = new Map();

/**
 * Adds a language, or replaces some strings of one.
 *
 * @param {string} tag
 * @param {Partial<Strings>} strings
 */
export function addLocale(tag, strings) {
  own.set(String(Intl.getCanonicalLocales(tag)[0]).toLowerCase(), strings);
}

/**
 * The strings for a language: es-PE, else es, else English.
 *
 * @param {string} wanted a BCP-47 tag
 * @returns {Promise<{ tag: string, dir: 'ltr' | 'rtl', strings: Strings }>}
 */
export async function messagesFor(wanted) {
  const tags = [];
  for (let tag = wanted.toLowerCase(); tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) tags.push(tag);
  const tag = tags.find((name) => own.has(name) || known.has(name) || Object.hasOwn(LOCALES, name)) ?? 'en';
  const base = tags.find((name) => known.has(name) || Object.hasOwn(LOCALES, name)) ?? 'en';
  if (!known.has(base)) {
    // Without the file English has to do.
    const file = await LOCALES[base]?.().catch(() => null);
    if (!file) return { tag: 'en', dir: 'ltr', strings: { ...en, ...own.get('en') } };
    known.set(base, file.default);
  }
  // The longest tag, the most special one, has the last word.
  const overrides = tags.map((name) => own.get(name)).reverse();
  const strings = Object.assign({}, en, known.get(base), ...overrides);
  return { tag, dir: direction(tag), strings };
}
