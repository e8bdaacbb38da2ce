// The attributes of <nut-graf> as properties.

import { read, readLanguage, readLength, readLevel, readList, THEMES, TYPES, write, writeLength } from './attributes.js';

/** @import { Length } from '../types.d.ts' */

// Where there is no DOM the class can be imported, not used.
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

/** What a summary depends on. */
export const DIGEST_ATTRIBUTES = ['for', 'length', 'type', 'language', 'focus'];

/** What only its view depends on. */
export const VIEW_ATTRIBUTES = ['heading-level', 'collapsed', 'href', 'keep', 'without-lede', 'with-keywords', 'with-meta', 'with-note', 'with-reasons', 'with-slider', 'with-tools', 'lang'];

export class Properties extends Base {
  /** The id of the article's element. */
  get for() {
    return this.getAttribute('for') ?? '';
  }

  set for(id) {
    write(this, 'for', id);
  }

  /** @type {string} as in the attribute; takes `{ words: 80 }` and the like, too */
  get length() {
    return writeLength(lengthOf(this));
  }

  /** @param {Length | number | string} value */
  set length(value) {
    write(this, 'length', value === null || value === undefined ? null : writeLength(value));
  }

  /** @type {'key-points' | 'tldr' | 'teaser' | 'headline'} */
  get type() {
    return read(this, 'type', oneOf(TYPES), 'key-points');
  }

  set type(value) {
    write(this, 'type', value);
  }

  /** BCP-47, or the empty string. */
  get language() {
    return read(this, 'language', readLanguage, '');
  }

  set language(tag) {
    write(this, 'language', tag || null);
  }

  /** The attribute `focus`; that name is taken by the method. @type {string[]} */
  get focusWords() {
    return readList(this.getAttribute('focus') ?? '');
  }

  /** @param {string[] | string} words */
  set focusWords(words) {
    const text = typeof words === 'string' ? words : (words ?? []).join(', ');
    write(this, 'focus', text || null);
  }

  get headingLevel() {
    return read(this, 'heading-level', readLevel, 2);
  }

  set headingLevel(level) {
    write(this, 'heading-level', level);
  }

  /** Where the story is, when it is on another page. */
  get href() {
    return this.getAttribute('href') ?? '';
  }

  set href(address) {
    write(this, 'href', address || null);
  }

  /** What it stays visible for: `error`, `empty`, `short`. @type {string[]} */
  get keep() {
    return this.getAttribute('keep')?.toLowerCase().match(/\S+/g) ?? [];
  }

  /** @param {string[] | string} reasons */
  set keep(reasons) {
    write(this, 'keep', (typeof reasons === 'string' ? reasons : (reasons ?? []).join(' ')) || null);
  }

  get collapsed() {
    return this.hasAttribute('collapsed');
  }

  set collapsed(is) {
    this.toggleAttribute('collapsed', Boolean(is));
  }

  get withKeywords() {
    return this.hasAttribute('with-keywords');
  }

  set withKeywords(is) {
    this.toggleAttribute('with-keywords', Boolean(is));
  }

  get withMeta() {
    return this.hasAttribute('with-meta');
  }

  set withMeta(is) {
    this.toggleAttribute('with-meta', Boolean(is));
  }

  get withNote() {
    return this.hasAttribute('with-note');
  }

  set withNote(is) {
    this.toggleAttribute('with-note', Boolean(is));
  }

  get withReasons() {
    return this.hasAttribute('with-reasons');
  }

  set withReasons(is) {
    this.toggleAttribute('with-reasons', Boolean(is));
  }

  get withSlider() {
    return this.hasAttribute('with-slider');
  }

  set withSlider(is) {
    this.toggleAttribute('with-slider', Boolean(is));
  }

  get withTools() {
    return this.hasAttribute('with-tools');
  }

  set withTools(is) {
    this.toggleAttribute('with-tools', Boolean(is));
  }

  get withoutLede() {
    return this.hasAttribute('without-lede');
  }

  set withoutLede(is) {
    this.toggleAttribute('without-lede', Boolean(is));
  }

  /** @type {'auto' | 'light' | 'dark'} */
  get theme() {
    return read(this, 'theme', oneOf(THEMES), 'auto');
  }

  set theme(value) {
    write(this, 'theme', value);
  }
}

/** Set before the element was defined, a property hides the accessor of the class. @param {any} element */
export function upgrade(element) {
  for (const name of Object.keys(element)) {
    if (!(name in Object.getPrototypeOf(element))) continue;
    const value = element[name];
    delete element[name];
    element[name] = value;
  }
}

/** The meaning of the attribute `length`. @param {Element} element */
export function lengthOf(element) {
  return read(element, 'length', readLength, /** @type {Length} */ ('medium'));
}

/** @template {string} T @param {readonly T[]} names @returns {(value: string) => T | null} */
function oneOf(names) {
  return (value) => names.find((name) => name === value.trim().toLowerCase()) ?? null;
}
