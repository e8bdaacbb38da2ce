// How tall a summary will be, before there is one: from the length of the article's sentences.

/** @import { Length } from '../types.d.ts' */

const END = /[.!?…。！？؟।]/g;
const ENOUGH = 20_000;

// What the heading, the buttons and the margins take; in letters, the counts and the note below the buttons.
const CHROME = 6;
const COUNTS = 45;
const NOTE = 60;

/**
 * @param {{ type: string, length: Length, withKeywords: boolean, withReasons: boolean, withSlider: boolean }} shape
 * @param {number} width in letters
 * @param {string | Node | null} source
 * @returns {number} in lines
 */
export function linesNeeded({ type, length, withKeywords, withReasons, withSlider }, width, source) {
  const text = (typeof source === 'string' ? source : source?.textContent ?? '').slice(0, ENOUGH);
  const ends = text.match(END)?.length ?? 0;
  // Key sentences are longer than the others.
  const letters = ends > 3 ? Math.min(300, 1.7 * text.replace(/\s+/g, ' ').length / ends) : 160;
  const most =
    typeof length === 'object' && 'sentences' in length ? length.sentences
    : length === 'short' ? 3 : length === 'long' ? 7 : 5;
  const points = ends > 3 && text.length < ENOUGH ? Math.min(most, Math.ceil(0.4 * ends)) : most;
  // Lines are seldom full, the last one least of all.
  const wrapped = (/** @type {number} */ count) => Math.max(1, count / Math.max(8, 0.92 * width - 2) + 0.5);
  const each = wrapped(letters);
  const extra = (withKeywords ? 1.5 + wrapped(90) : 0) + (withSlider ? 1.5 : 0) + wrapped(COUNTS) + wrapped(NOTE);
  const body =
    type === 'headline' ? 1.3 * wrapped(170)
    : type === 'key-points' ? points * (each + 0.4 + (withReasons ? 1 : 0))
    : Math.max(2, points / 2 + 0.5) * each;
  return Math.ceil(CHROME + extra + body);
}
