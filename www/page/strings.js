// What the page says, in the reader's language.

import elementEn from '../locales/en.js';
import pageEn from './locales/en.js';

/** @typedef {typeof pageEn & typeof elementEn} Words */

/** @type {Record<string, [name: string, element: () => Promise<any>, page: () => Promise<any>]>} */
const LANGUAGES = {
  ar: ['العربية', () => import('../locales/ar.js'), () => import('./locales/ar.js')],
  de: ['Deutsch', () => import('../locales/de.js'), () => import('./locales/de.js')],
  en: ['English', async () => ({ default: elementEn }), async () => ({ default: pageEn })],
  es: ['Español', () => import('../locales/es.js'), () => import('./locales/es.js')],
  fr: ['Français', () => import('../locales/fr.js'), () => import('./locales/fr.js')],
  it: ['Italiano', () => import('../locales/it.js'), () => import('./locales/it.js')],
  ja: ['日本語', () => import('../locales/ja.js'), () => import('./locales/ja.js')],
  nl: ['Nederlands', () => import('../locales/nl.js'), () => import('./locales/nl.js')],
  pl: ['Polski', () => import('../locales/pl.js'), () => import('./locales/pl.js')],
  pt: ['Português', () => import('../locales/pt.js'), () => import('./locales/pt.js')],
  ru: ['Русский', () => import('../locales/ru.js'), () => import('./locales/ru.js')],
  zh: ['中文', () => import('../locales/zh.js'), () => import('./locales/zh.js')],
};

/** The strings at present. @type {Words} */
export let words = { ...elementEn, ...pageEn };

/** The language they are in. */
export let language = 'en';

/** Tags and the names that their speakers give them. */
export const names = Object.entries(LANGUAGES).map(([tag, [name]]) => /** @type {[string, string]} */ ([tag, name]));

/** The first of the reader's languages that the page speaks. */
export function preferred() {
  return navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => Object.hasOwn(LANGUAGES, tag)) ?? 'en';
}

/**
 * Changes the language, and what the page says already.
 *
 * @param {string} tag
 */
export async function speak(tag) {
  const [, element, page] = LANGUAGES[tag] ?? /** @type {any} */ (LANGUAGES.en);
  const files = await Promise.all([element(), page()]).catch(() => null);
  if (files) {
    language = tag;
    words = { ...elementEn, ...pageEn, ...files[0].default, ...files[1].default };
  }
  const root = document.documentElement;
  root.lang = language;
  root.dir = language === 'ar' ? 'rtl' : 'ltr';
  document.title = words.documentTitle;
  for (const node of document.querySelectorAll('[data-t]')) node.textContent = word(/** @type {HTMLElement} */ (node).dataset.t);
  for (const node of document.querySelectorAll('[data-t-label]')) node.setAttribute('aria-label', word(/** @type {HTMLElement} */ (node).dataset.tLabel));
  for (const node of document.querySelectorAll('[data-t-placeholder]')) node.setAttribute('placeholder', word(/** @type {HTMLElement} */ (node).dataset.tPlaceholder));
}

/** @param {string | undefined} key */
function word(key) {
  return String(/** @type {any} */ (words)[key ?? ''] ?? key);
}

/** Fills in `{name}`. @param {string} template @param {Record<string, string | number>} values */
export function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
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
  /** @type {['second' | 'minute' | 'hour', number]} */
  const [unit, value] =
    seconds < 57 ? ['second', Math.max(5, Math.round(seconds / 5) * 5)]
    : seconds < 7200 ? ['minute', Math.round(seconds / 60)]
    : ['hour', Math.round(seconds / 3600)];
  return number(value, { style: 'unit', unit, unitDisplay: 'long' });
}

/** The name of a language. @param {string} tag */
export function languageName(tag) {
  return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
}

/** Things one after the other, as the language writes it. @param {string[]} items */
export function list(items) {
  return items.join(language === 'ar' ? '، ' : language === 'ja' || language === 'zh' ? '、' : ', ');
}

/** What a reason is called. @param {string} name */
export function reasonName(name) {
  /** @type {Record<string, string>} */
  const known = words.reasons;
  return known[name] ?? plain(name);
}

/** What a kind of thing set aside is called. @param {string} name */
export function asideName(name) {
  return /** @type {Record<string, string>} */ (words.asides)[name] ?? plain(name);
}

/** An identifier as words: `titleShare`, `main-run`. @param {string} name */
function plain(name) {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_]/g, ' ').toLowerCase();
}
