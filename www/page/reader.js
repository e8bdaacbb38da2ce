// From a source to a digest: by its structure, as text, or far from the page when it is large.

import { summarize } from '../nutgraf.js';
import { readFar } from './far.js';

/** @import { Digest, Options } from '../types.d.ts' */
/** @import { Source } from './source.js' */

// In UTF-16 units. Up to here a digest fits between two frames.
const LARGE = 100_000;

/**
 * @param {Source} source
 * @param {Options} options
 * @param {AbortSignal} signal
 * @param {(share: number) => void} onProgress
 * @returns {Promise<Digest>}
 */
export async function read({ text, root }, options, signal, onProgress) {
  if (root) {
    try {
      const digest = await summarize(root, options);
      if (digest.sentences.length > 0) return digest;
    } catch (error) {
      console.info('nutgraf: read as plain text;', error);
    }
  }
  if (text.length > LARGE) {
    const digest = await readFar(text, options, signal, onProgress);
    if (digest) return digest;
    // No worker: at least the page says what it is doing before it stands still.
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }
  return summarize(text, { ...options, signal });
}

/**
 * The sentences of a block alone, in the places they have in the whole text.
 *
 * @param {{ text: string, start: number }} block
 * @param {string | null} language
 */
export async function readBlock({ text, start }, language) {
  const { sentences, dropped } = await summarize(text, language ? { language } : {});
  // What the engine sets aside within the block comes back with it.
  const again = dropped.map((piece) => ({ ...piece, kind: 'paragraph', rank: null }));
  const found = [...sentences, ...again].sort((a, b) => a.start - b.start);
  if (found.length === 0) found.push({ text, start: 0, end: text.length, kind: 'paragraph', rank: null, reason: '' });
  return found.map((sentence) => ({
    ...sentence,
    start: start + sentence.start,
    end: start + sentence.end,
    block: -1 - start,
    score: 0,
    reasons: {},
    best: sentence.rank === 0,
    rank: null,
  }));
}
