// The engine in a worker: says when it is ready, then answers { text, options } with { digest } or { error }.

import { summarize } from './engine.js';

addEventListener('message', async ({ data: { text, options } }) => {
  try {
    postMessage({ digest: await summarize(text, options) });
  } catch (error) {
    const { code, message } = /** @type {any} */ (error);
    postMessage({ error: { code, message } });
  }
});

postMessage({ ready: true });
