// The languages of the interface: a line here, and a file of strings in this folder and in page/locales/.

/** @import { Strings } from '../types.d.ts' */

/** The element always has English, too; the others load when they are needed. @type {Record<string, () => Promise<{ default: Strings }>>} */
export const LOCALES = {
  ar: () => import('./ar.js'),
  de: () => import('./de.js'),
  en: () => import('./en.js'),
  es: () => import('./es.js'),
  fr: () => import('./fr.js'),
  it: () => import('./it.js'),
  ja: () => import('./ja.js'),
  nl: () => import('./nl.js'),
  pl: () => import('./pl.js'),
  pt: () => import('./pt.js'),
  ru: () => import('./ru.js'),
  zh: () => import('./zh.js'),
};

/**
 * The direction in which a language is written, by the script it is usually written in.
 *
 * @param {string} tag BCP-47
 * @returns {'ltr' | 'rtl'}
 */
export function direction(tag) {
  return /Arab|Hebr|Syrc|Thaa/.test(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr';
}
