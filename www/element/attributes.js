// What the element's attributes may say, and what that means to the engine.

/** @import { Length } from '../types.d.ts' */

export const TYPES = /** @type {const} */ (['key-points', 'tldr', 'teaser', 'headline']);
export const THEMES = /** @type {const} */ (['auto', 'light', 'dark']);

const UNITS = { sentence: 'sentences', word: 'words', character: 'characters' };

/**
 * `short`, `medium` or `long`; `3` or `3 sentences`; `80 words`; `280 characters`; `20%`.
 *
 * @param {string} value
 * @returns {Length | null} null when it is none of these
 */
export function readLength(value) {
  const text = value.trim().toLowerCase();
  if (text === 'short' || text === 'medium' || text === 'long') return text;
  const [, digits, unit] = text.match(/^(\d{1,7}(?:\.\d+)?)\s*(%|sentence|word|character)?s?$/) ?? [];
  const count = Number(digits);
  if (!digits || !(count > 0)) return null;
  if (unit === '%') return count <= 100 ? { ratio: count / 100 } : null;
  if (!Number.isInteger(count)) return null;
  const key = UNITS[/** @type {keyof typeof UNITS} */ (unit ?? 'sentence')];
  return /** @type {Length} */ ({ [key]: count });
}

/** The reverse. @param {Length | number | string} length */
export function writeLength(length) {
  if (typeof length !== 'object') return String(length);
  const [[key, count] = ['', 0]] = Object.entries(length);
  return key === 'ratio' ? `${Number((count * 100).toFixed(6))}%` : key === 'sentences' ? String(count) : `${count} ${key}`;
}

/** @param {string} value */
export function readLanguage(value) {
  try {
    return Intl.getCanonicalLocales(value)[0] ?? null;
  } catch {
    return null;
  }
}

/** Words or phrases, separated by commas. @param {string} value */
export function readList(value) {
  return value.split(/[,،、，]/).map((word) => word.trim()).filter(Boolean);
}

/** @param {string} value */
export function readLevel(value) {
  return /^\s*[1-6]\s*$/.test(value) ? Number(value) : null;
}

/** @type {Set<string>} */
const warned = new Set();

/** Once a page for each value. @param {string} name @param {string} value @param {unknown} instead */
function warn(name, value, instead) {
  const text = `nut-graf: ${name}="${value}" means nothing; taking ${JSON.stringify(instead)}`;
  if (warned.has(text)) return;
  warned.add(text);
  console.warn(text);
}

/**
 * The meaning of an attribute; what means nothing is named once and counts as absent.
 *
 * @template T
 * @param {Element} element
 * @param {string} name
 * @param {(value: string) => T | null} reader
 * @param {T} instead
 * @returns {T}
 */
export function read(element, name, reader, instead) {
  const value = element.getAttribute(name);
  if (value === null || value === '') return instead;
  const meaning = reader(value);
  if (meaning === null) warn(name, value, instead);
  return meaning ?? instead;
}

/** @param {Element} element @param {string} name @param {string | number | null | undefined} value */
export function write(element, name, value) {
  if (value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, String(value));
}
