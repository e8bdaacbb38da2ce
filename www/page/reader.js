// From a source to a digest: by its structure, as text, or in a worker when it is large.

import { summarize, summarizeDom } from '../nutgraf.js';
import { summarizeInWorker } from '../shared/worker-client.js';

/** @import { Digest, Options, Sentence } from '../types.d.ts' */
/** @import { Source } from './source.js' */

// In UTF-16 units. Shorter texts take less than a frame.
const LARGE = 100_000;

/**
 * @param {Source} source is told in `found` where in `root` the sentences are
 * @param {Options} options
 * @param {AbortSignal} signal
 * @param {(share: number) => void} onProgress
 * @returns {Promise<Digest>}
 */
export async function read(source, options, signal, onProgress) {
  const { text, root } = source;
  if (root) {
    try {
      const found = source.found = await summarizeDom(root, options);
      if (found.digest.sentences.length > 0) return found.digest;
    } catch (error) {
      console.info('nutgraf: read as plain text;', error);
    }
  }
  if (text.length > LARGE) {
    const digest = await summarizeInWorker(text, options, signal, onProgress);
    if (digest) return digest;
    // No worker: at least the page says what it is doing before it blocks.
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }
  return summarize(text, { ...options, signal });
}

/**
 * The sentences of a discarded block, with the offsets they have in the whole text. None has a rank: the reader decides.
 *
 * @param {{ text: string, start: number }} block
 * @param {string | null} language
 * @returns {Promise<(Sentence & { best: boolean })[]>} `best` marks the one to show first
 */
export async function readBlock({ text, start }, language) {
  const { sentences, dropped } = await summarize(text, language ? { language } : {});
  /** @type {(Pick<Sentence, 'text' | 'start' | 'end' | 'kind'> & { best: boolean })[]} */
  const found = sentences.map((sentence) => ({ text: sentence.text, start: sentence.start, end: sentence.end, kind: sentence.kind, best: sentence.rank === 0 }));
  // What the engine discards within the block comes back with it.
  for (const piece of dropped) found.push({ text: piece.text, start: piece.start, end: piece.end, kind: 'paragraph', best: false });
  if (found.length === 0) found.push({ text, start: 0, end: text.length, kind: 'paragraph', best: true });
  found.sort((a, b) => a.start - b.start);
  return found.map((sentence) => ({
    ...sentence, start: start + sentence.start, end: start + sentence.end, block: -1 - start, score: 0, reasons: {}, rank: null,
  }));
}
