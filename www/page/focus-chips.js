// Keywords and names as switches: those that are on are the words the summary focuses on.

import { byId, make } from './dom.js';
import { number } from './strings.js';

/** @import { Digest } from '../types.d.ts' */

const MOST = 12;

export class FocusChips {
  /** @type {Set<string>} */
  #focus = new Set();
  #onChange;

  /** @param {(focus: string[]) => void} onChange */
  constructor(onChange) {
    this.#onChange = onChange;
    byId('lens-clear').addEventListener('click', () => {
      this.set([]);
      onChange([]);
    });
  }

  /** @returns {string[]} */
  get focus() {
    return [...this.#focus];
  }

  /** @param {string[]} focus */
  set(focus) {
    this.#focus = new Set(focus);
    for (const chip of document.querySelectorAll('.chip')) {
      chip.setAttribute('aria-pressed', String(this.#focus.has(String(/** @type {HTMLElement} */ (chip).dataset.term))));
    }
    byId('lens-clear').hidden = this.#focus.size === 0;
  }

  /** Shows the chips of an article; they stay while the focus changes. @param {Digest} digest */
  show({ keywords, entities, language }) {
    const names = entities.filter(({ kind }) => kind === 'name').slice(0, MOST);
    const taken = new Set(names.map(({ text }) => text));
    const terms = keywords.filter(({ text }) => !taken.has(text)).slice(0, MOST);
    // The address may ask for words that are neither.
    const known = new Set([...terms, ...names].map(({ text }) => text));
    const others = this.focus.filter((text) => !known.has(text)).map((text) => ({ text, count: 0 }));
    this.#fill('keywords', [...others, ...terms], language);
    this.#fill('entities', names, language);
    byId('lens').hidden = terms.length + names.length === 0;
    this.set(this.focus);
  }

  /** @param {string} id @param {{ text: string, count: number }[]} terms @param {string | null} language */
  #fill(id, terms, language) {
    const list = byId(id);
    list.lang = language ?? '';
    list.replaceChildren(...terms.map(({ text, count }) => make('li', '', this.#chip(text, count))));
    byId(`${id}-part`).hidden = terms.length === 0;
  }

  /** @param {string} text @param {number} count */
  #chip(text, count) {
    const chip = make('button', 'chip', text);
    chip.type = 'button';
    chip.dir = 'auto';
    chip.dataset.term = text;
    if (count > 1) chip.append(' ', make('span', 'count', `×${number(count)}`));
    chip.addEventListener('click', () => {
      const next = new Set(this.#focus);
      if (!next.delete(text)) next.add(text);
      this.set([...next]);
      this.#onChange(this.focus);
    });
    return chip;
  }
}
