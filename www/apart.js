// Summarizes in a worker, where the page allows one: for texts that would hold the page up.

/** @import { Digest, Options } from './types.d.ts' */

/** @typedef {{ digest?: Digest, error?: { code?: string, message: string }, ready?: true }} Answer */

// A worker that a policy blocks may never say so.
const PATIENCE = 5000;

// Once refused, always refused: the page's policy doesn't change.
let refused = false;

/**
 * @param {string} text
 * @param {Options} options
 * @param {AbortSignal} [signal] stops the worker
 * @returns {Promise<Digest | null>} null where there can be no worker
 */
export async function summarizeApart(text, options, signal) {
  const worker = refused ? null : begin();
  if (!worker) return null;
  const stop = () => worker.terminate();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    if (!await isReady(worker)) {
      refused = !signal?.aborted;
      return null;
    }
    worker.postMessage({ text, options });
    const { digest, error } = await answer(worker);
    if (digest) return digest;
    if (/^engine-(?!trapped)/.test(error?.code ?? '')) {
      // The worker has a policy of its own, or a stale one; the page may do better.
      refused = true;
      return null;
    }
    throw Object.assign(new Error(error?.message), { code: error?.code ?? 'engine-trapped' });
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}

/** @returns {Worker | null} */
function begin() {
  if (typeof Worker !== 'function') return null;
  try {
    return new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'nutgraf' });
  } catch {
    // Another origin, Trusted Types, or a policy that throws at once.
    return null;
  }
}

/** @param {Worker} worker @returns {Promise<boolean>} */
function isReady(worker) {
  return new Promise((done) => {
    const timer = setTimeout(done, PATIENCE, false);
    const settle = (/** @type {boolean} */ ready) => {
      clearTimeout(timer);
      done(ready);
    };
    worker.addEventListener('message', () => settle(true), { once: true });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      settle(false);
    }, { once: true });
  });
}

/** @param {Worker} worker @returns {Promise<Answer>} */
function answer(worker) {
  return new Promise((done) => {
    worker.addEventListener('message', ({ data }) => done(data), { once: true });
    worker.addEventListener('error', ({ message }) => done({ error: { message: message || 'the worker failed' } }), { once: true });
  });
}
