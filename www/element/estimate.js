// How tall a summary will be, before there is one: from the length of the article's sentences.

/** @import { Length } from '../types.d.ts' */

const END = /[.!?…。！？؟।]/g;
const ENOUGH = 20_000;

// What the heading, the counts, the buttons and the margins take.
const CHROME = 7;

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
  const letters = ends > 3 ? Math.min(220, 1.25 * text.replace(/\s+/g, ' ').length / ends) : 150;
  const most =
    typeof length === 'object' && 'sentences' in length ? length.sentences
    : length === 'short' ? 3 : length === 'long' ? 7 : 5;
  const points = ends > 3 && text.length < ENOUGH ? Math.min(most, Math.ceil(0.4 * ends)) : most;
  const each = Math.max(1, letters / Math.max(8, width) + 0.5);
  const extra = (withKeywords ? 2.5 : 0) + (withSlider ? 1.5 : 0);
  const body =
    type === 'headline' ? 1.3 * Math.ceil(130 / width)
    : type === 'key-points' ? points * (each + 0.4 + (withReasons ? 1 : 0))
    : Math.ceil(points / 2) * each;
  return Math.ceil(CHROME + extra + body);
}
