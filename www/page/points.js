// The summary: a list of key points, or the whole article at the end of the zoom.

import { fill } from '../shared/format.js';
import { button, make, reveal } from './dom.js';
import { number, words } from './strings.js';

/** @import { Sentence } from '../types.d.ts' */
/** @import { Reading } from './reading.js' */

/** @typedef {{ go: (start: number, from: Element) => void, hover: (start: number | null) => void, why: (start: number, after: Element) => void, pageOf: (start: number) => number | null }} Answers `pageOf` the file, if it has pages */

export class Points {
  #list;
  #answers;

  /** Made once, so that each stays as the reader left it. @type {Map<number, HTMLElement>} */
  #items = new Map();

  /** @type {Reading | null} */
  #reading = null;

  /** @param {HTMLElement} list @param {Answers} answers */
  constructor(list, answers) {
    this.#list = list;
    this.#answers = answers;
    list.addEventListener('pointerover', ({ target, pointerType }) => {
      if (pointerType === 'mouse') answers.hover(startOf(target));
    });
    list.addEventListener('pointerleave', () => answers.hover(null));
    list.addEventListener('focusin', ({ target }) => answers.hover(startOf(target)));
    list.addEventListener('focusout', () => answers.hover(null));
    list.addEventListener('click', ({ target }) => {
      const text = target instanceof Element ? target.closest('li > p') : null;
      const start = startOf(text);
      if (text && start !== null && getSelection()?.isCollapsed !== false) answers.go(start, text);
    });
  }

  /** Starts over with another article. @param {Reading} reading */
  start(reading) {
    this.#reading = reading;
    this.#items.clear();
    this.#list.replaceChildren();
    this.#list.lang = reading.digest.language ?? '';
  }

  /** @param {Sentence[]} chosen @param {boolean} whole */
  show(chosen, whole) {
    this.#list.classList.toggle('whole', whole);
    const shown = chosen.filter((sentence, i) => sentence.kind !== 'heading' || (whole && i > 0));
    const wanted = shown.map((sentence, i) => {
      const item = this.#item(sentence);
      // In the full text the sentences of a block run on.
      item.classList.toggle('starts', whole && shown[i - 1]?.block !== sentence.block);
      return item;
    });
    // Items that stay are not touched, so they keep the focus and what the reader opened in them.
    const keep = new Set(wanted);
    for (const item of [...this.#list.children]) if (!keep.has(/** @type {HTMLElement} */ (item))) item.remove();
    let at = this.#list.firstElementChild;
    for (const item of wanted) {
      if (item === at) at = at.nextElementSibling;
      else this.#list.insertBefore(item, at);
    }
  }

  /** @param {number | null} start @param {boolean} bring into view */
  light(start, bring) {
    for (const lit of this.#list.querySelectorAll('.lit')) lit.classList.remove('lit');
    const item = start === null ? null : this.#items.get(start);
    item?.classList.add('lit');
    if (item?.isConnected && bring) reveal(item);
  }

  /** @param {number} start */
  item(start) {
    const item = this.#items.get(start);
    return item?.isConnected ? item : null;
  }

  /** @param {Sentence} sentence */
  #item(sentence) {
    const { start, text, kind } = sentence;
    let item = this.#items.get(start);
    if (item) return item;
    const paragraph = make('p', '', text);
    paragraph.dir = 'auto';
    item = make('li', kind, paragraph);
    item.dataset.start = String(start);
    this.#items.set(start, item);
    if (kind === 'heading') return item;
    const paragraphNumber = number(this.#reading?.paragraph(sentence) ?? 0);
    const page = this.#answers.pageOf(start);
    const onPage = page === null ? [] : [fill(words.page, { n: number(page) })];
    const place = button([`¶ ${paragraphNumber}`, ...onPage.map(unbroken)].join(' '), 'place', () => this.#answers.go(start, place));
    place.setAttribute('aria-label', [fill(words.paragraph, { n: paragraphNumber }), ...onPage].join(', '));
    const why = button(words.whyThis, 'small', () => this.#answers.why(start, row));
    why.setAttribute('aria-expanded', 'false');
    const row = make('div', 'row', why);
    for (const part of [place, row]) {
      part.lang = document.documentElement.lang;
      part.dir = document.documentElement.dir;
    }
    item.prepend(place);
    item.append(row);
    return item;
  }
}

/** @param {EventTarget | null} target */
function startOf(target) {
  const item = target instanceof Element ? target.closest('li') : null;
  return item?.dataset.start === undefined ? null : Number(item.dataset.start);
}

/** Keeps a label on one line. @param {string} label */
function unbroken(label) {
  return label.replaceAll(' ', '\u00a0');
}
