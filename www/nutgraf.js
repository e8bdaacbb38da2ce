// The headless API: text or DOM in, digest out. In browsers, workers and Node alike;
// importing it touches nothing, the first call loads the engine.

import { summarize as summarizeText, summarizeDom } from './engine.js';

/** @typedef {import('./types.d.ts').Digest} Digest */
/** @typedef {import('./types.d.ts').Options} Options */
/** @typedef {import('./types.d.ts').Length} Length */
/** @typedef {import('./types.d.ts').Sentence} Sentence */
/** @typedef {import('./types.d.ts').CodedError} CodedError */

export { load, VERSION } from './engine.js';

/**
 * Finds the key sentences of an article.
 *
 * @param {string | Element | Document} input text as it was pasted, or the part of a page that holds the article
 * @param {Options} [options]
 * @returns {Promise<Digest>}
 */
export async function summarize(input, options) {
  if (typeof input === 'string') return summarizeText(input, options);
  const { digest } = await summarizeDom(input, options);
  return digest;
}
