// A digest with the reader's own decisions applied to it.

/** @import { Digest, Dropped, Sentence } from '../types.d.ts' */

/**
 * The reader's decisions, keyed by offset in the text. They outlive the digest: other focus words make a new one.
 *
 * @typedef {object} Choices
 * @property {Set<number>} kept sentences to have in every summary
 * @property {Set<number>} left sentences to have in none
 * @property {Map<number, Sentence[]>} restored what was brought back, by the start of the block
 */

// In sentences. A longer list is no longer a summary.
const LONGEST = 100;

/** @returns {Choices} */
export function noChoices() {
  return { kept: new Set(), left: new Set(), restored: new Map() };
}

export class Reading {
  /** @type {Digest} */
  digest;

  /** In the article's order, with what was brought back. @type {Sentence[]} */
  sentences;

  /** What is still set aside. @type {Dropped[]} */
  aside;

  /** Those that can be chosen, best first; no more than a list can hold. @type {Sentence[]} */
  order = [];

  #characters = 0;
  #choices;

  /** @param {Digest} digest @param {Choices} choices */
  constructor(digest, choices) {
    this.digest = digest;
    this.#choices = choices;
    const back = digest.dropped.filter(({ start }) => choices.restored.has(start));
    this.aside = back.length === 0 ? digest.dropped : digest.dropped.filter(({ start }) => !choices.restored.has(start));
    this.sentences = back.length === 0 ? digest.sentences
      : [...digest.sentences, ...back.flatMap(({ start }) => choices.restored.get(start) ?? [])].sort((a, b) => a.start - b.start);
    for (const sentence of this.sentences) {
      this.#characters += sentence.text.length;
      if (sentence.rank !== null && sentence.rank < LONGEST) this.order[sentence.rank] = sentence;
    }
  }

  /** How many sentences a summary may have. */
  get longest() {
    return this.order.length;
  }

  /** The last level of the zoom: the whole article. */
  get full() {
    return this.longest + 1;
  }

  /** The first level of the zoom: the title alone, or one sentence if there is no title. */
  get least() {
    return this.digest.title ? 0 : 1;
  }

  /** The length that the engine suggests. */
  get suggested() {
    return Math.min(this.digest.summary.length || 1, this.longest);
  }

  get isEmpty() {
    return this.longest === 0;
  }

  /** The sentence that starts at an offset, by binary search: there may be very many. @param {number} start */
  at(start) {
    let low = 0;
    let high = this.sentences.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (Number(this.sentences[middle]?.start) < start) low = middle + 1;
      else high = middle;
    }
    const found = this.sentences[low];
    return found?.start === start ? found : null;
  }

  /**
   * The sentences of a level of the zoom, in the article's order. Each level contains the previous one.
   *
   * @param {number} level
   * @returns {Sentence[]}
   */
  chosen(level) {
    if (level >= this.full) return this.sentences;
    const { kept, left } = this.#choices;
    const starts = new Set(this.order.slice(0, level).map(({ start }) => start));
    for (const start of kept) if (level > 0 && this.at(start)) starts.add(start);
    for (const start of left) starts.delete(start);
    return [...starts].sort((a, b) => a - b).map((start) => /** @type {Sentence} */ (this.at(start)));
  }

  /** The share of the article. @param {Sentence[]} sentences */
  share(sentences) {
    let sum = 0;
    for (const { text } of sentences) sum += text.length;
    return sum / Math.max(1, this.#characters);
  }

  /** How long some sentences take to read. @param {Sentence[]} sentences */
  seconds(sentences) {
    return this.digest.stats.readingSeconds * this.share(sentences);
  }

  /** The level of the longest summary that can be read in a time. @param {number} seconds */
  levelFor(seconds) {
    let level = 1;
    let sum = 0;
    const each = this.digest.stats.readingSeconds / Math.max(1, this.#characters);
    for (const [i, { text }] of this.order.entries()) {
      sum += text.length * each;
      if (sum > seconds) break;
      level = i + 1;
    }
    return level;
  }

  /** Which paragraph a sentence is in, counted from 1; headings don't count. @param {Sentence} sentence */
  paragraph({ start }) {
    let count = 0;
    let last = NaN;
    for (const sentence of this.sentences) {
      if (sentence.kind !== 'heading' && sentence.block !== last) count += 1;
      last = sentence.block;
      if (sentence.start >= start) break;
    }
    return count;
  }

  /** The reader's decision about a sentence, if there is one. @param {Sentence} sentence */
  choiceOf({ start }) {
    return this.#choices.kept.has(start) ? 'kept' : this.#choices.left.has(start) ? 'left' : null;
  }

  /** @param {Sentence} sentence */
  isRestored({ start }) {
    for (const sentences of this.#choices.restored.values()) {
      if (sentences.some((one) => one.start === start)) return true;
    }
    return false;
  }

  /** The digest with the reader's decisions, to export. @param {number} level */
  asDigest(level) {
    const chosen = new Set(this.chosen(level).filter(({ kind }) => kind !== 'heading'));
    const summary = [...this.sentences.keys()].filter((i) => chosen.has(/** @type {Sentence} */ (this.sentences[i])));
    return { ...this.digest, sentences: this.sentences, summary, dropped: this.aside };
  }
}
