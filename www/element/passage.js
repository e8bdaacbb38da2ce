// From a sentence of a digest to its place on the page: the range, the mark on it, the way there, a link to it.

import { adopt, own, styleSheet } from './dom.js';

/** @import { DomDigest } from '../types.d.ts' */

const MARK = 'nut-graf';
const BLOCK = 'p, li, dd, dt, h1, h2, h3, h4, h5, h6, blockquote, pre, td, th, figcaption, div, section, article';

/**
 * The range of a passage, or null when the page has changed since.
 *
 * @param {Pick<DomDigest, 'text' | 'nodes' | 'starts'>} source
 * @param {{ start: number, end: number }} passage offsets into the source's text
 * @returns {Range | null}
 */
export function rangeOf({ text, nodes, starts }, { start, end }) {
  const first = nodeAt(starts, start);
  const last = nodeAt(starts, end - 1);
  const from = nodes[first];
  const to = nodes[last];
  if (!from?.isConnected || !to?.isConnected) return null;
  const begin = start - Number(starts[first]);
  const stop = end - Number(starts[last]);
  // What the page shows there now must be what was read.
  const shown = from.data.slice(begin, from === to ? stop : undefined);
  if (shown === '' || !text.startsWith(shown, start) || stop > to.length) return null;
  const range = Document.prototype.createRange.call(from.ownerDocument);
  range.setStart(from, begin);
  range.setEnd(to, stop);
  return range;
}

/** The last node that begins at an offset or before it. @param {Uint32Array} starts @param {number} offset */
function nodeAt(starts, offset) {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Number(starts[middle]) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const MARK_LOOK = `::highlight(${MARK}) {
  color: var(--nut-graf-mark-color, MarkText);
  background-color: var(--nut-graf-mark, Mark);
}`;

/**
 * Marks a range without a change to the page's elements: by the Custom Highlight API, else by selecting it.
 *
 * @param {Range} range
 * @returns {() => void} takes the mark away
 */
export function mark(range) {
  const document = /** @type {Document} */ (range.startContainer.ownerDocument);
  const window = /** @type {(Window & typeof globalThis) | null} */ (own(document, 'defaultView'));
  const highlights = window?.CSS?.highlights;
  if (!window || typeof window.Highlight !== 'function' || !highlights) return select(range);

  const root = range.startContainer.getRootNode();
  adopt(root instanceof window.ShadowRoot ? root : document, styleSheet(document, MARK_LOOK));
  const highlight = new window.Highlight(range);
  highlights.set(MARK, highlight);
  return () => {
    if (highlights.get(MARK) === highlight) highlights.delete(MARK);
  };
}

/** @param {Range} range */
function select(range) {
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  return () => selection?.removeAllRanges();
}

/**
 * Brings a range to the middle of the window and the focus to its block.
 *
 * @param {Range} range
 * @returns {HTMLElement | null} the block
 */
export function bringIntoView(range) {
  const parent = range.startContainer.parentElement;
  const block = /** @type {HTMLElement | null} */ (parent?.closest(BLOCK) ?? parent);
  if (!parent || !block) return null;
  for (let details = parent.closest('details'); details; details = details.parentElement?.closest('details') ?? null) details.open = true;

  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (!block.hasAttribute('tabindex')) {
    block.tabIndex = -1;
    block.addEventListener('blur', () => block.removeAttribute('tabindex'), { once: true });
  }
  block.focus({ preventScroll: true });
  const { height } = block.getBoundingClientRect();
  // In a long block the passage may be far from the middle.
  const target = height > innerHeight / 2 ? parent : block;
  target.scrollIntoView({ block: 'center', inline: 'nearest', behavior: calm ? 'auto' : 'smooth' });
  const { top, bottom } = range.getBoundingClientRect();
  const box = target.getBoundingClientRect();
  const offset = (top + bottom) / 2 - (box.top + box.bottom) / 2;
  if (Math.abs(offset) > innerHeight / 3) scrollBy({ top: offset, behavior: 'auto' });
  return block;
}

/**
 * An address that opens the page at a passage: `#:~:text=first words,last words`.
 *
 * @param {string} address the page, with a fragment only if that is a route
 * @param {string} passage as it stands on the page
 * @param {string} text all of the page's text, to tell the passage from others
 */
export function linkTo(address, passage, text) {
  const flat = passage.replace(/\s+/g, ' ').trim();
  const part = (/** @type {string} */ piece) => encodeURIComponent(piece).replaceAll('-', '%2D');
  const base = `${address}${address.includes('#') ? '' : '#'}:~:text=`;
  if (flat.length <= 60) return base + part(flat);
  const pieces = flat.includes(' ') ? flat.split(' ') : [...flat];
  const glue = flat.includes(' ') ? ' ' : '';
  let count = glue ? 4 : 10;
  // More words as long as the first ones occur elsewhere before.
  while (count * 2 < pieces.length && occursBefore(text, pieces.slice(0, count).join(glue), passage)) count += 2;
  return `${base}${part(pieces.slice(0, count).join(glue))},${part(pieces.slice(-count).join(glue))}`;
}

/** The page's address, without its fragment unless that is a route. */
export function pageAddress() {
  return globalThis.location?.href.replace(/:~:.*$|#(?![/!]).*$/s, '') ?? '';
}

/** @param {string} text @param {string} words @param {string} passage */
function occursBefore(text, words, passage) {
  const at = text.indexOf(words);
  return at >= 0 && at < text.indexOf(passage);
}
