// The engine in a worker. It says when it is ready, then answers { text, options } with the digest, in messages that the page
// can take in between two frames: { rest, total }, { sentences } once or more, { done }. Instead of any of these: { error }.

import { summarize } from './engine.js';

// Sentences in one message.
const BATCH = 1500;

addEventListener('message', async ({ data: { text, options } }) => {
  if (typeof text !== 'string') return;
  try {
    const { sentences, ...rest } = await summarize(text, options);
    postMessage({ rest, total: sentences.length });
    for (let from = 0; from < sentences.length; from += BATCH) postMessage({ sentences: sentences.slice(from, from + BATCH) });
    postMessage({ done: true });
  } catch (error) {
    const { code, message } = /** @type {any} */ (error);
    postMessage({ error: { code, message } });
  }
});

postMessage({ ready: true });
