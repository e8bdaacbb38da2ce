// The article as the engine read it, with the discarded blocks folded in between.

import { fill } from '../shared/format.js';
import { button, make, reveal } from './dom.js';
import { asideName, list as listed, number, words } from './strings.js';

/** @import { Dropped, Sentence } from '../types.d.ts' */
/** @import { Reading } from './reading.js' */

/** @typedef {{ pick: (start: number, from: Element) => void, hover: (start: number | null) => void, restore: (block: Dropped) => void, remove: (start: number) => void }} Answers */

/** @typedef {{ kind: string, sentences: Sentence[] }} Block */

// In sentences. A longer article would be slow to lay out, so only the surroundings of the summary are.
const MOST = 1500;
const AROUND = 2;
const STEP = 200;

export class Article {
  #pane;
  #answers;

  /** @type {Reading | null} */
  #reading = null;

  /** @type {Map<number, HTMLElement>} */
  #spans = new Map();

  /** @type {(Block | Dropped[])[]} */
  #parts = [];

  /** @type {HTMLElement[]} the chosen ones, in order */
  #marks = [];

  /** @param {HTMLElement} pane @param {Answers} answers */
  constructor(pane, answers) {
    this.#pane = pane;
    this.#answers = answers;
    pane.addEventListener('click', (event) => this.#click(event));
    pane.addEventListener('keydown', (event) => this.#key(event));
    pane.addEventListener('pointerover', ({ target, pointerType }) => {
      if (pointerType === 'mouse') answers.hover(startOf(target));
    });
    pane.addEventListener('pointerleave', () => answers.hover(null));
  }

  /** @param {Reading} reading @param {Set<number>} open the folds to open, by where they start */
  show(reading, open) {
    this.#reading = reading;
    this.#spans.clear();
    this.#marks = [];
    const { language, title } = reading.digest;
    this.#pane.lang = language ?? '';
    this.#parts = parts(reading);
    const first = reading.sentences[0];
    const fragment = document.createDocumentFragment();
    if (title && !(first?.kind === 'heading' && first.text === title) && !reading.sentences.slice(0, 8).some(({ text }) => text === title)) {
      fragment.append(make('h3', 'title', title));
    }
    fragment.append(...this.#layOut(0, this.#parts.length, this.#shown(), open));
    this.#pane.replaceChildren(fragment);
  }

  /** Which parts are laid out; null means all. @returns {Set<number> | null} */
  #shown() {
    const { order, sentences } = /** @type {Reading} */ (this.#reading);
    if (sentences.length <= MOST) return null;
    const best = new Set(order.map(({ start }) => start));
    const shown = new Set([0, 1, 2, 3, 4]);
    for (const [i, part] of this.#parts.entries()) {
      if (Array.isArray(part) || !part.sentences.some(({ start }) => best.has(start))) continue;
      for (let near = i - AROUND; near <= i + AROUND; near += 1) shown.add(near);
    }
    return shown;
  }

  /**
   * @param {number} from @param {number} to parts
   * @param {Set<number> | null} shown
   * @param {Set<number>} open
   */
  #layOut(from, to, shown, open = new Set()) {
    /** @type {HTMLElement[]} */
    const out = [];
    /** @type {HTMLElement | null} */
    let list = null;
    for (let i = from; i < to; i += 1) {
      if (shown && !shown.has(i)) {
        const start = i;
        while (i + 1 < to && !shown.has(i + 1)) i += 1;
        out.push(this.#gap(start, i + 1));
        list = null;
        continue;
      }
      const part = /** @type {Block | Dropped[]} */ (this.#parts[i]);
      if (Array.isArray(part)) {
        out.push(this.#fold(part, open));
        list = null;
        continue;
      }
      const element = this.#block(part);
      if (part.kind === 'list-item') {
        if (!list) out.push(list = make('ul', ''));
        list.append(element);
      } else {
        list = null;
        out.push(element);
      }
    }
    return out;
  }

  /** @param {Block} block */
  #block({ kind, sentences }) {
    const { digest } = /** @type {Reading} */ (this.#reading);
    const isTitle = kind === 'heading' && sentences[0]?.text === digest.title;
    const tag = isTitle ? 'h3' : kind === 'heading' ? 'h4' : kind === 'list-item' ? 'li' : kind === 'quote' ? 'blockquote' : kind === 'code' ? 'pre' : 'p';
    const element = make(tag, isTitle ? 'title' : kind);
    element.dir = 'auto';
    for (const [i, sentence] of sentences.entries()) {
      const before = sentences[i - 1];
      if (before && sentence.start > before.end) element.append(' ');
      const span = make('span', 's', sentence.text);
      span.dataset.start = String(sentence.start);
      this.#spans.set(sentence.start, span);
      element.append(span);
    }
    const start = sentences[0]?.start ?? 0;
    if (this.#reading?.isRestored(/** @type {Sentence} */ (sentences[0]))) {
      element.classList.add('restored');
      element.append(' ', button(words.putAside, 'small', () => this.#answers.remove(start)));
    }
    return element;
  }

  /** @param {Dropped[]} blocks @param {Set<number>} open */
  #fold(blocks, open) {
    const kinds = [...new Set(blocks.map(({ reason }) => asideName(reason)))];
    const label = make('span', '', `${words.setAside} (${number(blocks.length)})`);
    const summary = make('summary', '', label, ' ', make('span', 'kinds', listed(kinds)));
    const items = blocks.map((block) => {
      const text = make('p', '', block.text.length > 600 ? `${block.text.slice(0, 600)}…` : block.text);
      text.dir = 'auto';
      const back = button(words.bringBack, 'small', () => this.#answers.restore(block));
      back.setAttribute('aria-label', `${words.bringBack}: ${block.text.slice(0, 60)}`);
      const reason = make('span', 'reason', asideName(block.reason));
      const row = make('div', 'row', reason, back);
      for (const part of [row, reason, back]) part.lang = document.documentElement.lang;
      const item = make('li', '', text, row);
      item.dataset.start = String(block.start);
      return item;
    });
    const fold = make('details', 'fold', summary, make('ul', '', ...items));
    summary.lang = document.documentElement.lang;
    summary.dir = document.documentElement.dir;
    fold.open = blocks.some(({ start }) => open.has(start));
    return fold;
  }

  /** @param {number} from @param {number} to */
  #gap(from, to) {
    let count = 0;
    for (const part of this.#parts.slice(from, to)) count += Array.isArray(part) ? 0 : part.sentences.length;
    const gap = make('p', 'gap', `${fill(words.hidden, { n: number(count) })} `);
    gap.lang = document.documentElement.lang;
    gap.append(button(words.more, 'small', () => {
      const end = Math.min(to, from + STEP);
      const more = this.#layOut(from, end, null);
      if (end < to) more.push(this.#gap(end, to));
      gap.replaceWith(...more);
      this.mark(this.#chosen);
    }));
    return gap;
  }

  /** @type {Sentence[]} */
  #chosen = [];

  /** Marks the sentences of the summary. @param {Sentence[]} chosen */
  mark(chosen) {
    this.#chosen = chosen;
    for (const span of this.#marks) {
      span.classList.remove('chosen');
      for (const name of ['tabindex', 'role']) span.removeAttribute(name);
    }
    this.#marks = chosen.flatMap(({ start, kind }) => (kind === 'heading' ? [] : this.#spans.get(start) ?? []));
    for (const [i, span] of this.#marks.entries()) {
      span.classList.add('chosen');
      span.setAttribute('role', 'button');
      span.tabIndex = i === 0 ? 0 : -1;
    }
  }

  /** Highlights a sentence. @param {number | null} start @param {boolean} bring into view */
  light(start, bring) {
    for (const lit of this.#pane.querySelectorAll('.lit')) lit.classList.remove('lit');
    const span = start === null ? null : this.#spans.get(start);
    span?.classList.add('lit');
    if (span && bring) reveal(span);
  }

  /** @param {number} start */
  span(start) {
    return this.#spans.get(start) ?? null;
  }

  /** @param {MouseEvent} event */
  #click({ target }) {
    const start = startOf(target);
    if (start !== null && getSelection()?.isCollapsed !== false) this.#answers.pick(start, /** @type {Element} */ (target));
  }

  /** One tab stop for all passages; the arrow keys move between them. @param {KeyboardEvent} event */
  #key(event) {
    const here = this.#marks.indexOf(/** @type {HTMLElement} */ (event.target));
    if (here < 0) return;
    const to = { ArrowDown: here + 1, ArrowRight: here + 1, ArrowUp: here - 1, ArrowLeft: here - 1, Home: 0, End: this.#marks.length - 1 }[event.key];
    if (event.key === 'Enter' || event.key === ' ') this.#answers.pick(Number(this.#marks[here]?.dataset.start), /** @type {Element} */ (event.target));
    else if (to === undefined) return;
    event.preventDefault();
    const next = to === undefined ? undefined : this.#marks[to];
    if (!next) return;
    for (const span of this.#marks) span.tabIndex = span === next ? 0 : -1;
    next.focus({ preventScroll: true });
    reveal(next);
    this.#answers.hover(Number(next.dataset.start));
  }
}

/** The blocks of the article in order, with the runs of discarded blocks between them. @param {Reading} reading */
function parts({ sentences, aside }) {
  /** @type {(Block | Dropped[])[]} */
  const out = [];
  let next = 0;
  /** @type {Sentence | undefined} */
  let before;
  for (const sentence of sentences) {
    const last = out.at(-1);
    if (before && before.block === sentence.block && last && !Array.isArray(last)) {
      last.sentences.push(sentence);
    } else {
      /** @type {Dropped[]} */
      const run = [];
      for (let block = aside[next]; block && block.start < sentence.start; block = aside[next]) {
        run.push(block);
        next += 1;
      }
      if (run.length > 0) out.push(run);
      out.push({ kind: sentence.kind, sentences: [sentence] });
    }
    before = sentence;
  }
  if (next < aside.length) out.push(aside.slice(next));
  return out;
}

/** @param {EventTarget | null} target */
function startOf(target) {
  const span = target instanceof Element ? target.closest('.s') : null;
  return span instanceof HTMLElement ? Number(span.dataset.start) : null;
}
