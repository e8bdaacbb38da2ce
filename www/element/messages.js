// What the element says, in the reader's language. English is always there; the others load when they are needed.

import en from '../locales/en.js';

/** @import { Strings } from '../types.d.ts' */

/** @type {Record<string, () => Promise<{ default: Strings }>>} */
const SHIPPED = {
  ar: () => import('../locales/ar.js'),
  de: () => import('../locales/de.js'),
  es: () => import('../locales/es.js'),
  fr: () => import('../locales/fr.js'),
  it: () => import('../locales/it.js'),
  ja: () => import('../locales/ja.js'),
  nl: () => import('../locales/nl.js'),
  pl: () => import('../locales/pl.js'),
  pt: () => import('../locales/pt.js'),
  ru: () => import('../locales/ru.js'),
  zh: () => import('../locales/zh.js'),
};

const RIGHT_TO_LEFT = /^(ar|fa|he|ps|ur)\b/;

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
  const tag = tags.find((name) => own.has(name) || known.has(name) || Object.hasOwn(SHIPPED, name)) ?? 'en';
  const base = tags.find((name) => known.has(name) || Object.hasOwn(SHIPPED, name)) ?? 'en';
  if (!known.has(base)) {
    // Without the file English has to do.
    const file = await SHIPPED[base]?.().catch(() => null);
    if (!file) return { tag: 'en', dir: 'ltr', strings: { ...en, ...own.get('en') } };
    known.set(base, file.default);
  }
  // The longest tag, the most special one, has the last word.
  const overrides = tags.map((name) => own.get(name)).reverse();
  const strings = Object.assign({}, en, known.get(base), ...overrides);
  return { tag, dir: RIGHT_TO_LEFT.test(tag) ? 'rtl' : 'ltr', strings };
}

/**
 * Fills in `{name}`.
 *
 * @param {string} template
 * @param {Record<string, string>} values
 */
export function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** @param {string} tag @param {number} seconds */
export function duration(tag, seconds) {
  const [unit, value] = seconds < 60 ? ['second', Math.max(5, Math.round(seconds / 5) * 5)] : ['minute', Math.round(seconds / 60)];
  return new Intl.NumberFormat(tag, { style: 'unit', unit: String(unit), unitDisplay: 'short' }).format(Number(value));
}
