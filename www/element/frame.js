// The element's shadow tree: built once, filled from a digest. All text goes in as text.

import { make } from './dom.js';
import { duration, fill } from '../shared/format.js';

/** @import { Digest, Sentence, Strings } from '../types.d.ts' */

/** @typedef {ReturnType<typeof build>} Frame */

/** @typedef {{ tag: string, dir: 'ltr' | 'rtl', strings: Strings }} Messages */

/**
 * What a digest is shown with.
 *
 * @typedef {object} View
 * @property {Digest} digest
 * @property {number[]} chosen indices of the sentences to show, ascending
 * @property {number} longest how many the slider can reach
 * @property {boolean} inProse one paragraph, not a list
 * @property {boolean} withKeywords
 * @property {boolean} withReasons
 * @property {typeof import('./extras.js') | null} extras what makes both
 * @property {((sentence: Sentence) => string | null) | null} link where a sentence leads, when it leads anywhere
 */

/**
 * @param {Document} document
 * @param {number} level of the heading
 */
export function build(document, level) {
  const toggle = make(document, 'button', { type: 'button', class: 'toggle', part: 'toggle', 'aria-expanded': 'true', 'aria-controls': 'body' });
  const headingText = make(document, 'slot', { name: 'heading' });
  toggle.append(headingText);
  const heading = make(document, headingTag(level), { class: 'heading', part: 'heading', id: 'heading' }, toggle);
  const message = make(document, 'p', { class: 'message', part: 'message' });
  const meta = make(document, 'p', { class: 'meta', part: 'meta' });
  const points = make(document, 'div');
  const range = make(document, 'input', { type: 'range', id: 'length', min: '1', part: 'range' });
  const rangeLabel = make(document, 'label', { for: 'length' });
  const rangeText = make(document, 'output', { for: 'length' });
  const slider = make(document, 'div', { class: 'slider', part: 'slider' }, rangeLabel, range, rangeText);
  const keywords = make(document, 'div', { class: 'keywords', part: 'keywords' });
  const copy = make(document, 'button', { type: 'button', part: 'button copy' });
  const copyMarkdown = make(document, 'button', { type: 'button', part: 'button copy-markdown' });
  const status = make(document, 'span', { class: 'status', part: 'status' });
  const actions = make(document, 'div', { class: 'actions', part: 'actions' }, copy, copyMarkdown, status);
  const note = make(document, 'p', { class: 'note', part: 'note' });
  const body = make(document, 'div', { class: 'body', part: 'body', id: 'body' }, meta, points, slider, keywords, actions, note);
  const base = make(document, 'section', { class: 'base', part: 'base', 'aria-labelledby': 'heading', hidden: true }, heading, message, body);
  const back = make(document, 'button', { type: 'button', class: 'back', part: 'back', popover: 'manual', hidden: true });
  const source = make(document, 'slot', { name: 'source' });
  const fallback = make(document, 'slot');
  const frame = make(document, 'div', { class: 'frame' }, base, source, fallback, back);
  return {
    toggle, headingText, heading, message, meta, points, range, rangeLabel, rangeText, slider, keywords, copy, copyMarkdown, status, actions, note, body, base, back, source, fallback, frame,
  };
}

/** @param {number} level @returns {'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6'} */
function headingTag(level) {
  return /** @type {'h1'} */ (`h${level}`);
}

/** Another level for the heading. @param {Frame} frame @param {number} level */
export function setLevel(frame, level) {
  const tag = headingTag(level);
  if (frame.heading.localName === tag) return;
  const heading = make(frame.frame.ownerDocument, tag, { class: 'heading', part: 'heading', id: 'heading' }, frame.toggle);
  frame.heading.replaceWith(heading);
  frame.heading = heading;
}

/** All that depends on the reader's language only. @param {Frame} frame @param {Messages} messages */
export function speak(frame, { tag, dir, strings }) {
  for (const element of [frame.base, frame.back]) Object.assign(element, { lang: tag, dir });
  frame.headingText.textContent = strings.heading;
  frame.rangeLabel.textContent = strings.length;
  frame.copy.textContent = strings.copy;
  frame.copyMarkdown.textContent = strings.copyMarkdown;
  frame.back.textContent = strings.back;
  frame.note.textContent = strings.note;
}

/** @param {Frame} frame @param {Messages} messages @param {View} view */
export function show(frame, messages, view) {
  const { digest, chosen, longest } = view;
  const { strings, tag } = messages;
  const number = new Intl.NumberFormat(tag);

  frame.points.replaceChildren(digest.headline && view.inProse ? headline(frame, view) : points(frame, messages, view));

  const share = length(digest, chosen) / Math.max(1, length(digest, digest.sentences.keys()));
  const { readingSeconds } = digest.stats;
  const count = fill(strings.count, { n: number.format(chosen.length), all: number.format(digest.sentences.length) });
  const time = fill(strings.time, { short: duration(tag, readingSeconds * share), long: duration(tag, readingSeconds) });
  frame.meta.textContent = readingSeconds * (1 - share) < 10 ? count : `${count} · ${time}`;

  frame.range.max = String(longest);
  frame.range.value = String(chosen.length);
  frame.range.disabled = longest < 2;
  const percent = new Intl.NumberFormat(tag, { style: 'percent' }).format(share);
  frame.rangeText.textContent = percent;
  frame.range.setAttribute('aria-valuetext', `${count}, ${percent}`);

  frame.keywords.hidden = !view.extras || !view.withKeywords || digest.keywords.length === 0;
  if (!frame.keywords.hidden) view.extras?.showKeywords(frame, make, messages, digest, quoted(digest));
}

/** @param {Frame} frame @param {View} view */
function headline({ frame: { ownerDocument } }, { digest }) {
  return make(ownerDocument, 'p', { ...quoted(digest), class: 'text headline', part: 'text headline' }, digest.headline ?? '');
}

/** @param {Frame} frame @param {Messages} messages @param {View} view */
function points({ frame: { ownerDocument } }, messages, view) {
  const { digest } = view;
  const sentences = view.chosen.flatMap((i) => digest.sentences[i] ?? []);
  const items = sentences.map((sentence) => {
    const address = view.link?.(sentence);
    if (!address) return make(ownerDocument, 'span', { part: 'point' }, sentence.text);
    return make(ownerDocument, 'a', {
      part: 'point', href: address, 'data-index': String(digest.sentences.indexOf(sentence)),
    }, sentence.text);
  });
  if (view.inProse) {
    return make(ownerDocument, 'p', { ...quoted(digest), class: 'text', part: 'text' }, ...items.flatMap((item, i) => (i ? [' ', item] : [item])));
  }
  // Without a marker of its own a list is none for VoiceOver, unless it says so.
  return make(ownerDocument, 'ol', { class: 'list', part: 'list', role: 'list' }, ...items.map((item, i) => {
    const entry = make(ownerDocument, 'li', { ...quoted(digest), part: 'item' }, item);
    const sentence = sentences[i];
    if (view.withReasons && view.extras && sentence) entry.append(view.extras.reasonsOf(ownerDocument, make, messages, sentence));
    return entry;
  }));
}

/** How the article's own words are set. @param {Digest} digest */
export function quoted({ language }) {
  return { dir: 'auto', ...(language ? { lang: language } : {}) };
}

/** @param {Digest} digest @param {Iterable<number>} indices */
function length({ sentences }, indices) {
  let sum = 0;
  for (const i of indices) sum += sentences[i]?.text.length ?? 0;
  return sum;
}
