// The element's shadow tree: built once, filled from a digest. All text goes in as text.

import { make } from './dom.js';

/** @import { Digest, Sentence, Strings } from '../types.d.ts' */

/** @typedef {ReturnType<typeof build>} Frame */

/** @typedef {{ tag: string, dir: 'ltr' | 'rtl', strings: Partial<Strings> & typeof import('./english.js').ENGLISH }} Messages */

/**
 * What a digest is shown with.
 *
 * @typedef {object} Shown
 * @property {Document} document
 * @property {Digest} digest
 * @property {{ dir: string, lang?: string }} quoted how the article's own words are set
 * @property {number[]} chosen indices of the sentences to show, ascending
 * @property {boolean} inProse one paragraph, not a list
 * @property {string} href of the story, when it is on another page
 * @property {((sentence: Sentence) => string | null) | null} link where a sentence leads, when it leads anywhere
 */

/** @param {Document} document */
export function build(document) {
  const toggle = make(document, 'button', { type: 'button', class: 'toggle', part: 'toggle', 'aria-expanded': 'true', 'aria-controls': 'body' });
  const headingText = make(document, 'slot', { name: 'heading' });
  toggle.append(headingText);
  const heading = headingOf('h2', toggle);
  const message = make(document, 'p', { class: 'message', part: 'message' });
  const points = make(document, 'div', { class: 'points' });
  const more = make(document, 'button', { type: 'button', class: 'more', part: 'more', hidden: true });
  const tail = make(document, 'div', { class: 'tail' });
  const body = make(document, 'div', { class: 'body', part: 'body', id: 'body' }, points, more, tail);
  const base = make(document, 'section', { class: 'base', part: 'base', hidden: true }, heading, message, body);
  const back = make(document, 'button', { type: 'button', class: 'back', part: 'back', popover: 'manual', hidden: true });
  const source = make(document, 'slot', { name: 'source' });
  const fallback = make(document, 'slot', { class: 'fallback' });
  const box = make(document, 'div', { class: 'box' }, base, fallback);
  const frame = make(document, 'div', { class: 'frame' }, box, source, back);
  return { toggle, headingText, heading, message, points, more, tail, body, base, back, fallback, box, frame };
}

/** @param {string} tag @param {HTMLElement} toggle */
function headingOf(tag, toggle) {
  return make(toggle.ownerDocument, /** @type {'h1'} */ (tag), { class: 'heading', part: 'heading', id: 'heading' }, toggle);
}

/** Another level for the heading. @param {Frame} frame @param {number} level */
export function setLevel(frame, level) {
  const before = frame.heading;
  if (before.localName === `h${level}`) return;
  frame.heading = headingOf(`h${level}`, frame.toggle);
  before.replaceWith(frame.heading);
}

/** All that depends on the reader's language only. @param {Frame} frame @param {Messages} messages */
export function speak(frame, { tag, dir, strings }) {
  for (const element of [frame.base, frame.back]) Object.assign(element, { lang: tag, dir });
  frame.headingText.textContent = strings.heading;
  frame.back.textContent = strings.back;
}

/**
 * Shows the sentences. The focus stays on its sentence, or goes to one that took its place.
 *
 * @param {Frame} frame
 * @param {Shown} shown
 * @returns {HTMLElement[]} the sentences on show, the most important one first
 */
export function showPoints({ points, toggle }, shown) {
  const { activeElement } = /** @type {ShadowRoot} */ (points.getRootNode());
  const before = itemsIn(points);
  const place = before.findIndex((item) => item.contains(activeElement));
  const text = before[place]?.textContent;
  points.replaceChildren(shown.digest.headline && shown.inProse ? headline(shown) : sentences(shown));
  const items = itemsIn(points);
  if (place >= 0) {
    const item = items.find(({ textContent }) => textContent === text) ?? items[place] ?? items.at(-1);
    (item?.closest('a') ?? item?.querySelector('a') ?? toggle).focus({ preventScroll: true });
  }
  const rank = (/** @type {HTMLElement} */ item) => shown.digest.sentences[Number(item.dataset.sentence)]?.rank ?? Infinity;
  return items.sort((a, b) => rank(a) - rank(b));
}

/** @param {Element} points */
function itemsIn(points) {
  return /** @type {HTMLElement[]} */ ([...points.querySelectorAll('[data-sentence]')]);
}

/** @param {Shown} shown */
function headline({ document, digest, quoted, href }) {
  const text = digest.headline ?? '';
  return make(document, 'p', { ...quoted, class: 'headline', part: 'text headline' }, href ? make(document, 'a', { part: 'link', href }, text) : text);
}

/** @param {Shown} shown */
function sentences({ document, digest, quoted, chosen, href, inProse, link }) {
  const items = chosen.flatMap((index) => {
    const sentence = digest.sentences[index];
    if (!sentence) return [];
    const key = { 'data-sentence': String(index) };
    const address = href ? null : link?.(sentence);
    const own = { part: 'point', ...(inProse ? key : {}) };
    const point = address
      ? make(document, 'a', { ...own, href: address, 'data-index': String(index) }, sentence.text)
      : make(document, 'span', own, sentence.text);
    return inProse ? [' ', point] : [make(document, 'li', { lang: quoted.lang ?? false, part: 'item', ...key }, point)];
  });
  // Without a marker of its own a list is none for VoiceOver, unless it says so.
  if (!inProse) return make(document, 'ol', { dir: quoted.dir, class: 'list', part: 'list', role: 'list' }, ...items);
  return make(document, 'p', { ...quoted, class: 'text', part: 'text' }, ...(href ? [make(document, 'a', { part: 'link', href }, ...items)] : items));
}
