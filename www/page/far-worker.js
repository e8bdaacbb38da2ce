// Reads a large text away from the page, and hands the digest over in pieces that the page can take between two frames.

import { summarize } from '../engine.js';

const PIECE = 1500;

addEventListener('message', async ({ data: { text, options } }) => {
  if (typeof text !== 'string') return;
  try {
    const { sentences, ...rest } = await summarize(text, options);
    postMessage({ rest, all: sentences.length });
    for (let from = 0; from < sentences.length; from += PIECE) postMessage({ sentences: sentences.slice(from, from + PIECE) });
    postMessage({ done: true });
  } catch (error) {
    const { code, message } = /** @type {any} */ (error);
    postMessage({ error: { code, message } });
  }
});

postMessage({ ready: true });
