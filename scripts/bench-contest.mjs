// Times several ways to work on one text; the same in a page and in Node.

/** @import { Digest } from '../www/types.d.ts' */

/** @typedef {Record<string, () => unknown>} Contestants */

/**
 * The median time of each contestant, in milliseconds. They take turns, so that a slow minute of the machine hits all
 * of them; a quick one runs many times at a stretch, because a page's clock is coarse.
 *
 * @param {Contestants} contestants
 * @param {{ rounds: number, stretch?: number, budget?: number }} options milliseconds of one stretch; milliseconds
 *   after which a contestant gets no more turns
 */
export async function contest(contestants, { rounds, stretch = 30, budget = Infinity }) {
  /** @type {Record<string, { work: () => unknown, repeats: number, spent: number, times: number[] }>} */
  const entries = {};
  for (const [name, work] of Object.entries(contestants)) {
    const first = await time(work, 1);
    const warm = first > stretch ? first : await time(work, Math.ceil(stretch / Math.max(first, 0.1)));
    entries[name] = { work, repeats: Math.max(1, Math.ceil(stretch / Math.max(warm, 0.01))), spent: 0, times: [] };
  }
  for (let round = 0; round < rounds; round++) {
    for (const entry of Object.values(entries)) {
      if (entry.times.length > 0 && entry.spent > budget) continue;
      const each = await time(entry.work, entry.repeats);
      entry.spent += each * entry.repeats;
      entry.times.push(each);
    }
  }
  return Object.fromEntries(Object.entries(entries).map(([name, { times }]) => [name, median(times)]));
}

/** Milliseconds of one run, over some of them. @param {() => unknown} work @param {number} repeats */
async function time(work, repeats) {
  const start = performance.now();
  for (let i = 0; i < repeats; i++) {
    const result = work();
    if (result instanceof Promise) await result;
  }
  return (performance.now() - start) / repeats;
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

export const OURS = 'nutgraf, whole digest';
export const PATTERN = '/[\\p{L}\\p{N}]+/gu';
export const BY_WORD = 'Intl.Segmenter by word';
export const BY_SENTENCE = 'Intl.Segmenter by sentence';

/**
 * Our digest, and what the engine under every JavaScript tool needs to do a part of it.
 *
 * @param {string} text
 * @param {string} language
 * @param {(text: string) => Promise<Digest>} summarize
 * @param {boolean} segmenters
 * @returns {Contestants}
 */
export function onePart(text, language, summarize, segmenters) {
  // A whole text at once is far slower than its paragraphs one by one.
  const paragraphs = text.split('\n').filter(Boolean);
  const words = new Intl.Segmenter(language, { granularity: 'word' });
  const sentences = new Intl.Segmenter(language, { granularity: 'sentence' });
  return {
    [OURS]: () => summarize(text),
    [PATTERN]: () => text.match(/[\p{L}\p{N}]+/gu)?.length,
    ...(segmenters && {
      [BY_WORD]: () => {
        let count = 0;
        for (const paragraph of paragraphs) for (const { isWordLike } of words.segment(paragraph)) if (isWordLike) count++;
        return count;
      },
      [BY_SENTENCE]: () => {
        let count = 0;
        for (const paragraph of paragraphs) for (const { segment } of sentences.segment(paragraph)) count += segment.length;
        return count;
      },
    }),
  };
}
