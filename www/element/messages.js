// The strings of the interface, in the reader's language. What the element itself says is always there in English; the rest
// loads when it is needed.

import { ENGLISH } from './english.js';

/** @import { Strings } from '../types.d.ts' */

/** The files that have come. @type {Map<string, Strings>} */
const known = new Map();

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
 * @param {boolean} all also those of what an attribute brings
 * @returns {Promise<{ tag: string, dir: 'ltr' | 'rtl', strings: Partial<Strings> & typeof ENGLISH }>}
 */
export async function messagesFor(wanted, all) {
  /** @type {string[]} */
  const tags = [];
  for (let tag = wanted.toLowerCase(); tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) tags.push(tag);
  const isEnglish = tags.at(-1) === 'en';
  // Without the files English has to do.
  const index = isEnglish && !all ? null : await soon(import('../locales/index.js'));
  const files = index?.LOCALES ?? {};
  const base = tags.find((name) => Object.hasOwn(files, name)) ?? 'en';
  if (!known.has(base)) {
    const file = await soon(files[base]?.());
    if (file) known.set(base, file.default);
  }
  const tag = (index || isEnglish) && tags.find((name) => own.has(name) || known.has(name)) || 'en';
  // The longest tag, the most special one, has the last word.
  const overrides = (tag === 'en' ? ['en'] : tags).map((name) => own.get(name)).reverse();
  return { tag, dir: index?.direction(tag) ?? 'ltr', strings: Object.assign({}, ENGLISH, known.get(base), ...overrides) };
}

/**
 * What a file holds, or null when it fails or takes too long: a summary never waits for the words around it.
 *
 * @template T
 * @param {Promise<T> | undefined} file
 * @returns {Promise<T | null>}
 */
function soon(file) {
  return Promise.race([file, new Promise((resolve) => setTimeout(resolve, 1500))]).catch(() => null);
}
