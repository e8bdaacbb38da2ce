// The headless API: text or DOM in, digest out, in browsers, workers and Node.
// Importing it has no side effects; the first call loads the engine.

import { summarize as summarizeText, summarizeDom } from './engine.js';
import { orAborted } from './shared/abort.js';

/** @typedef {import('./types.d.ts').Digest} Digest */
/** @typedef {import('./types.d.ts').Options} Options */
/** @typedef {import('./types.d.ts').Length} Length */
/** @typedef {import('./types.d.ts').Sentence} Sentence */
/** @typedef {import('./types.d.ts').CodedError} CodedError */
/** @typedef {import('./types.d.ts').CallOptions} CallOptions */

export { load, summarizeDom, VERSION } from './engine.js';

// In UTF-16 units. A shorter text takes milliseconds, less than a worker takes to start.
const LARGE = 1_000_000;

/**
 * Finds the key sentences of an article.
 *
 * @param {string | Element | Document} input text as it was pasted, or the part of a page that holds the article
 * @param {CallOptions} [options] with `signal` to give up: the promise is then rejected with the signal's reason
 * @returns {Promise<Digest>}
 */
export async function summarize(input, { signal, ...options } = {}) {
  signal?.throwIfAborted();
  const digest = await orAborted(digestOf(input, options, signal), signal);
  signal?.throwIfAborted();
  return digest;
}

/**
 * @param {string | Element | Document} input
 * @param {Options} options
 * @param {AbortSignal} [signal]
 * @returns {Promise<Digest>}
 */
async function digestOf(input, options, signal) {
  if (typeof input !== 'string') return (await summarizeDom(input, options)).digest;
  const client = input.length > LARGE ? await import('./shared/worker-client.js').catch(() => null) : null;
  return await client?.summarizeInWorker(input, options, signal) ?? summarizeText(input, options);
}
