// A chart of the article: one bar per sentence, as high as its score.

import { fill } from '../shared/format.js';
import { byId, make, svg } from './dom.js';
import { number, words } from './strings.js';

/** @import { Dropped, Sentence } from '../types.d.ts' */
/** @import { Reading } from './reading.js' */

/** @typedef {{ start: number, sentence: Sentence | null, text: string, score: number }} Stop */

const HEIGHT = 40;
const MOST_BARS = 400;
const MOST_ROWS = 500;

export class ArticleMap {
  #frame = byId('map');
  #drawing = /** @type {SVGElement} */ (/** @type {unknown} */ (byId('map-drawing')));
  #table = byId('map-table');

  /** What the bars stand for, in order. @type {Stop[]} */
  #stops = [];

  /** @type {SVGElement[]} */
  #bars = [];

  /** @type {Set<number>} */
  #chosen = new Set();

  #at = 0;
  #answers;

  /** @param {{ go: (start: number) => void, hover: (start: number | null) => void }} answers */
  constructor(answers) {
    this.#answers = answers;
    this.#frame.addEventListener('click', (event) => this.#go(this.#stopAt(event)));
    this.#frame.addEventListener('pointermove', (event) => {
      const stop = this.#stops[this.#stopAt(event)];
      if (event.pointerType === 'mouse' && stop) answers.hover(stop.start);
    });
    this.#frame.addEventListener('pointerleave', () => answers.hover(null));
    this.#frame.addEventListener('focus', () => answers.hover(this.#stops[this.#at]?.start ?? null));
    this.#frame.addEventListener('blur', () => answers.hover(null));
    this.#frame.addEventListener('keydown', (event) => this.#key(event));
    byId('map-part').addEventListener('toggle', () => this.#fillTable());
  }

  /** @param {Reading} reading */
  show(reading) {
    this.#stops = stops(reading);
    this.#at = 0;
    const count = this.#stops.length;
    const best = Math.max(...this.#stops.map(({ score }) => score), 0.01);
    this.#drawing.setAttribute('viewBox', `0 0 ${count} ${HEIGHT}`);
    this.#bars = this.#stops.map(({ sentence, score }, i) => {
      const kind = sentence === null ? 'aside' : sentence.kind === 'heading' ? 'heading' : 'sentence';
      const height = kind === 'sentence' ? Math.max(3, (Math.max(0, score) / best) * (HEIGHT - 6)) : kind === 'heading' ? HEIGHT : 3;
      return svg('rect', { class: kind, x: i + 0.1, width: kind === 'heading' ? 0.3 : 0.8, y: HEIGHT - height, height });
    });
    this.#drawing.replaceChildren(...this.#bars);
    this.#frame.setAttribute('aria-valuemin', '1');
    this.#frame.setAttribute('aria-valuemax', String(count));
    const table = /** @type {HTMLDetailsElement} */ (byId('map-part'));
    if (table.open) this.#fillTable();
  }

  /** @param {Sentence[]} chosen */
  mark(chosen) {
    this.#chosen = new Set(chosen.map(({ start }) => start));
    for (const [i, { start }] of this.#stops.entries()) this.#bars[i]?.classList.toggle('chosen', this.#chosen.has(start));
    this.#say();
    if (/** @type {HTMLDetailsElement} */ (byId('map-part')).open) this.#fillTable();
  }

  /** @param {number | null} start */
  light(start) {
    const at = start === null ? -1 : this.#indexOf(start);
    for (const [i, bar] of this.#bars.entries()) bar.classList.toggle('lit', i === at);
    if (at >= 0) {
      this.#at = at;
      this.#say();
    }
  }

  /** The bar of a sentence; several share one in a long article. @param {number} start */
  #indexOf(start) {
    let at = -1;
    for (const [i, stop] of this.#stops.entries()) if (stop.start <= start) at = i;
    return at;
  }

  /** @param {MouseEvent} event */
  #stopAt({ clientX }) {
    const { left, width } = this.#frame.getBoundingClientRect();
    const share = (clientX - left) / width;
    const along = getComputedStyle(this.#drawing).direction === 'rtl' ? 1 - share : share;
    return Math.min(this.#stops.length - 1, Math.max(0, Math.floor(along * this.#stops.length)));
  }

  /** @param {number} at */
  #go(at) {
    const stop = this.#stops[at];
    if (!stop) return;
    this.#at = at;
    this.#answers.go(stop.start);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const forward = getComputedStyle(this.#drawing).direction === 'rtl' ? -1 : 1;
    /** @type {Record<string, number>} */
    const moves = {
      ArrowRight: this.#at + forward, ArrowLeft: this.#at - forward, ArrowDown: this.#at + 1, ArrowUp: this.#at - 1,
      PageDown: this.#at + 10, PageUp: this.#at - 10, Home: 0, End: this.#stops.length - 1,
    };
    const to = moves[event.key];
    if (event.key === 'Enter') this.#go(this.#at);
    else if (to === undefined) return;
    else {
      this.#at = Math.min(this.#stops.length - 1, Math.max(0, to));
      this.#answers.hover(this.#stops[this.#at]?.start ?? null);
    }
    event.preventDefault();
  }

  /** Tells screen readers which sentence is current. */
  #say() {
    const stop = this.#stops[this.#at];
    if (!stop) return;
    const values = { n: number(this.#at + 1), all: number(this.#stops.length), state: this.#state(stop), text: stop.text.slice(0, 200) };
    this.#frame.setAttribute('aria-valuenow', String(this.#at + 1));
    this.#frame.setAttribute('aria-valuetext', fill(words.mapValue, values));
  }

  /** @param {Stop} stop */
  #state({ start, sentence }) {
    if (!sentence) return words.aside;
    if (sentence.kind === 'heading') return words.isHeading;
    return this.#chosen.has(start) ? words.chosen : words.passed;
  }

  #fillTable() {
    const heads = [words.sentence, words.score, words.state].map((name) => {
      const cell = make('th', '', name);
      cell.scope = 'col';
      return cell;
    });
    const rows = this.#stops.slice(0, MOST_ROWS).map((stop) => {
      const text = make('td', '', stop.text.length > 120 ? `${stop.text.slice(0, 120)}…` : stop.text);
      text.dir = 'auto';
      const score = stop.sentence && stop.sentence.rank !== null ? number(stop.score, { maximumFractionDigits: 1, minimumFractionDigits: 1 }) : '';
      return make('tr', '', text, make('td', 'number', score), make('td', '', this.#state(stop)));
    });
    this.#table.replaceChildren(make('thead', '', make('tr', '', ...heads)), make('tbody', '', ...rows));
  }
}

/** Every sentence and discarded block, in order; in a long article several share a bar, and the best of them stands for it. @param {Reading} reading */
function stops({ sentences, aside }) {
  const all = sentences.length + aside.length;
  const bars = Math.min(all, MOST_BARS);
  /** @type {Stop[]} */
  const out = [];
  let next = 0;
  for (let i = 0; i < all; i += 1) {
    const block = aside[next];
    const sentence = sentences[i - next];
    const stop = block && (!sentence || block.start < sentence.start) ? block : /** @type {Sentence} */ (sentence);
    if (stop === block) next += 1;
    const bar = Math.floor((i * bars) / all);
    const best = out[bar];
    if (!best || weight(stop) > weight(best.sentence)) out[bar] = asStop(stop);
  }
  return out;
}

/** @param {Sentence | Dropped} passage @returns {Stop} */
function asStop(passage) {
  const sentence = 'rank' in passage ? passage : null;
  return { start: passage.start, sentence, text: passage.text, score: sentence?.score ?? 0 };
}

/** @param {Sentence | Dropped | null} passage */
function weight(passage) {
  if (!passage || !('rank' in passage)) return -Infinity;
  return passage.rank === null ? -1e9 : passage.score;
}
