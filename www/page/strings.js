// The strings of the interface, in the reader's language.

import { direction, LOCALES } from '../locales/index.js';
import { duration, own } from '../shared/format.js';

/** @typedef {typeof import('./locales/en.js').default & typeof import('../locales/en.js').default} Words */

/** The strings in use; there are none before the first `setLanguage`. */
export let words = /** @type {Words} */ ({});

/** The language they are in. */
export let language = 'en';

/** Each language of the interface: its tag, and its name in that language. @type {[tag: string, name: string][]} */
export const names = Object.keys(LOCALES).map((tag) => {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return [tag, name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)];
});

/** The first of the reader's languages that the page speaks. */
export function preferred() {
  return navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => Object.hasOwn(LOCALES, tag)) ?? 'en';
}

/**
 * Switches to a language and replaces every string that is on the page. English stands in for a language without files.
 *
 * @param {string} tag
 */
export async function setLanguage(tag) {
  for (const name of [tag, 'en']) {
    const files = await Promise.all([LOCALES[name]?.(), import(`./locales/${name}.js`)]).catch(() => null);
    if (!files) continue;
    language = name;
    words = { ...files[0]?.default, ...files[1].default };
    break;
  }
  const root = document.documentElement;
  root.lang = language;
  root.dir = direction(language);
  document.title = words.documentTitle;
  for (const node of document.querySelectorAll('[data-t]')) node.textContent = word(/** @type {HTMLElement} */ (node).dataset.t);
  for (const node of document.querySelectorAll('[data-t-label]')) node.setAttribute('aria-label', word(/** @type {HTMLElement} */ (node).dataset.tLabel));
  for (const node of document.querySelectorAll('[data-t-placeholder]')) node.setAttribute('placeholder', word(/** @type {HTMLElement} */ (node).dataset.tPlaceholder));
}

/** @param {string | undefined} key */
function word(key) {
  return String(own(/** @type {any} */ (words), key ?? '') ?? key);
}

/** @param {number} value @param {Intl.NumberFormatOptions} [options] */
export function number(value, options) {
  return new Intl.NumberFormat(language, options).format(value);
}

/** @param {number} share */
export function percent(share) {
  return number(share, { style: 'percent' });
}

/** @param {number} seconds */
export function time(seconds) {
  return duration(language, seconds, 'long');
}

/** The name of a language. @param {string} tag */
export function languageName(tag) {
  return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
}

/** Joins items with the comma of the language. @param {string[]} items */
export function list(items) {
  return items.join(language === 'ar' ? '، ' : language === 'ja' || language === 'zh' ? '、' : ', ');
}

/** The name of a reason in the interface's language. @param {string} reason */
export function reasonName(reason) {
  return own(words.reasons, reason) ?? spaced(reason);
}

/** The name of a kind of discarded block in the interface's language. @param {string} kind */
export function asideName(kind) {
  return own(words.asides, kind) ?? spaced(kind);
}

/** An identifier as words: `main-run` as "main run". @param {string} name */
function spaced(name) {
  return name.replaceAll('-', ' ');
}
