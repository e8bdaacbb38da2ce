// Counts, slider, keywords, tools, note and reasons: loaded when an attribute asks for one of them. Of what the element has loaded
// it imports nothing, so that it stays a file of its own.

import { EXTRAS_LOOK } from './extras-look.js';
import { duration, fill } from '../shared/format.js';

/** @import { Digest, Sentence, Strings } from '../types.d.ts' */
/** @import { make as Make } from './dom.js' */
/** @import { Frame } from './frame.js' */
/** @import { Properties } from './properties.js' */

/** What copying takes comes at once, so that nothing is asked for later. */
export const copying = import('./export.js').catch(() => {});

const MOST_KEYWORDS = 8;
const MOST_REASONS = 3;

/** Reasons that many sentences have: they come last. */
const COMMON = ['centrality', 'position', 'length', 'form'];

/**
 * What the element lends, and what its readers can do.
 *
 * @typedef {object} Tools
 * @property {typeof Make} make
 * @property {(css: string) => void} adopt
 * @property {(count: number) => void} choose how many sentences to show
 * @property {() => void} open gives the box the height of what is in it
 * @property {(format: 'text' | 'markdown') => Promise<boolean>} copy whether it was possible
 * @property {(text: string) => void} announce
 */

/**
 * @typedef {object} Shown
 * @property {Properties} element
 * @property {Digest} digest
 * @property {number[]} chosen
 * @property {number} longest how many sentences the slider can reach
 * @property {{ dir: string, lang?: string }} quoted how the article's own words are set
 * @property {{ tag: string, dir: 'ltr' | 'rtl', strings: Strings }} messages
 */

export class Extras {
  /** The sentences whose reasons the reader opened. @type {Set<string>} */
  #opened = new Set();

  #frame;
  #tools;
  #tail;

  /** @type {Shown['messages'] | null} */
  #messages = null;

  /** @param {Frame} frame @param {Tools} tools */
  constructor(frame, tools) {
    this.#frame = frame;
    this.#tools = tools;
    tools.adopt(EXTRAS_LOOK);
    this.#tail = this.#build();
  }

  #build() {
    const { make, choose } = this.#tools;
    const { tail } = this.#frame;
    const document = tail.ownerDocument;
    const meta = make(document, 'p', { class: 'meta', part: 'meta' });
    const range = make(document, 'input', { type: 'range', id: 'length', min: '1', part: 'range' });
    const rangeLabel = make(document, 'label', { for: 'length', part: 'slider-label' });
    // The slider says its value itself.
    const rangeText = make(document, 'span', { part: 'slider-value', 'aria-hidden': 'true' });
    const slider = make(document, 'div', { class: 'slider', part: 'slider' }, rangeLabel, range, rangeText);
    const keywords = make(document, 'div', { class: 'keywords', part: 'keywords' });
    const copy = make(document, 'button', { type: 'button', part: 'button copy' });
    const copyMarkdown = make(document, 'button', { type: 'button', part: 'button copy-markdown' });
    const status = make(document, 'span', { class: 'status', part: 'status' });
    const actions = make(document, 'div', { class: 'actions', part: 'actions' }, copy, copyMarkdown, status);
    const note = make(document, 'p', { class: 'note', part: 'note' });
    tail.replaceChildren(meta, slider, keywords, actions, note);
    range.addEventListener('input', () => choose(range.valueAsNumber));
    copy.addEventListener('click', () => this.#copy('text'));
    copyMarkdown.addEventListener('click', () => this.#copy('markdown'));
    return { document, meta, range, rangeLabel, rangeText, slider, keywords, copy, copyMarkdown, status, actions, note };
  }

  /** @param {'text' | 'markdown'} format */
  async #copy(format) {
    const done = await this.#tools.copy(format);
    const { strings } = this.#messages ?? {};
    if (!strings) return;
    this.#tail.status.textContent = done ? strings.copied : strings.copyFailed;
    this.#tools.announce(this.#tail.status.textContent);
  }

  /** @param {Shown} shown */
  show(shown) {
    this.#messages = shown.messages;
    const { element, digest, messages: { strings } } = shown;
    const { meta, slider, copy, copyMarkdown, actions, note } = this.#tail;
    this.#showCounts(shown);
    this.#showKeywords(shown);
    copy.textContent = strings.copy;
    copyMarkdown.textContent = strings.copyMarkdown;
    note.textContent = strings.note;
    meta.hidden = !element.withMeta;
    slider.hidden = !element.withSlider || digest.headline !== undefined;
    actions.hidden = !element.withTools;
    note.hidden = !element.withNote;
    if (element.withReasons) this.#showReasons(shown);
  }

  /** @param {Shown} shown */
  #showCounts({ digest, chosen, longest, messages: { strings, tag } }) {
    const { meta, range, rangeLabel, rangeText } = this.#tail;
    const number = new Intl.NumberFormat(tag);
    const share = length(digest, chosen) / Math.max(1, length(digest, digest.sentences.keys()));
    const { readingSeconds } = digest.stats;
    const count = fill(strings.count, { n: number.format(chosen.length), all: number.format(digest.sentences.length) });
    const time = fill(strings.time, { short: duration(tag, readingSeconds * share), long: duration(tag, readingSeconds) });
    meta.textContent = readingSeconds * (1 - share) < 10 ? count : `${count} · ${time}`;
    const percent = new Intl.NumberFormat(tag, { style: 'percent' }).format(share);
    rangeLabel.textContent = strings.length;
    rangeText.textContent = percent;
    Object.assign(range, { max: String(longest), value: String(chosen.length), disabled: longest < 2 });
    range.setAttribute('aria-valuetext', `${count}, ${percent}`);
  }

  /** @param {Shown} shown */
  #showKeywords({ element, digest, quoted, messages: { strings } }) {
    const { make } = this.#tools;
    const { document, keywords } = this.#tail;
    const words = element.withKeywords ? distinct(digest.keywords.map(({ text }) => text)).slice(0, MOST_KEYWORDS) : [];
    keywords.hidden = words.length === 0;
    const items = words.map((text) => make(document, 'li', { ...quoted, part: 'keyword' }, text));
    keywords.replaceChildren(
      make(document, 'b', { id: 'keywords', part: 'keywords-label' }, strings.keywords),
      make(document, 'ul', { role: 'list', part: 'keyword-list', 'aria-labelledby': 'keywords' }, ...items),
    );
  }

  /** @param {Shown} shown */
  #showReasons({ digest, messages: { strings, tag, dir } }) {
    const { make, open } = this.#tools;
    const { document } = this.#tail;
    for (const item of this.#frame.points.querySelectorAll('li')) {
      const sentence = digest.sentences[Number(item.dataset.sentence)];
      if (!sentence) continue;
      const rows = reasonsInWords(strings.because, tag, digest, sentence).map((text) => make(document, 'li', { part: 'reason' }, text));
      const details = make(document, 'details', { class: 'reasons', part: 'reasons', lang: tag, dir, open: this.#opened.has(sentence.text) },
        make(document, 'summary', { part: 'reasons-label' }, strings.why),
        make(document, 'ul', { role: 'list' }, ...rows));
      details.querySelector('summary')?.addEventListener('click', () => {
        // Not open yet, but about to be.
        if (details.open) return void this.#opened.delete(sentence.text);
        this.#opened.add(sentence.text);
        open();
      });
      item.append(details);
    }
  }
}

/** What spoke most for a sentence. @param {Record<string, string>} phrases @param {string} tag @param {Digest} digest @param {Sentence} sentence */
function reasonsInWords(phrases, tag, digest, { text, reasons }) {
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  const found = (/** @type {{ text: string }[]} */ words) => distinct(words.map((word) => word.text).filter((word) => text.includes(word))).slice(0, 3);
  /** @type {Record<string, string[]>} */
  const terms = { names: found(digest.entities), keywords: found(digest.keywords) };
  return Object.entries(reasons)
    .filter(([, value]) => value >= 0.005)
    .sort(([a, x], [b, y]) => Number(COMMON.includes(a)) - Number(COMMON.includes(b)) || y - x)
    .flatMap(([name]) => {
      const phrase = Object.hasOwn(phrases, name) ? phrases[name] ?? '' : '';
      if (!phrase.includes('{terms}')) return phrase || [];
      return terms[name]?.length ? fill(phrase, { terms: list.format(terms[name]) }) : [];
    })
    .slice(0, MOST_REASONS);
}

/** Without those that are part of another one or that another one is part of; the first one stays. @param {string[]} words */
function distinct(words) {
  /** @type {string[]} */
  const kept = [];
  const flat = (/** @type {string} */ word) => word.toLowerCase();
  for (const word of words) {
    if (!kept.some((other) => flat(other).includes(flat(word)) || flat(word).includes(flat(other)))) kept.push(word);
  }
  return kept;
}

/** @param {Digest} digest @param {Iterable<number>} indices */
function length({ sentences }, indices) {
  let sum = 0;
  for (const i of indices) sum += sentences[i]?.text.length ?? 0;
  return sum;
}
