// Summarizes in a worker, where the page allows one: for texts that would hold the page up.

import { startWorker } from '../start-worker.js';

/** @import { Digest, Options, Sentence } from '../types.d.ts' */

// In milliseconds. A worker that a policy blocks may never say so.
const START_LIMIT = 5000;

// Once refused, always refused: the page's policy doesn't change.
let refused = false;

/**
 * @param {string} text
 * @param {Options} options
 * @param {AbortSignal} [signal] stops the worker and rejects with the signal's reason
 * @param {(share: number) => void} [onProgress] is told how much of the digest has arrived, from 0 to 1
 * @returns {Promise<Digest | null>} null where there can be no worker
 */
export async function summarizeInWorker(text, options, signal, onProgress) {
  signal?.throwIfAborted();
  const worker = refused ? null : start();
  if (!worker) return null;
  const digest = await conversation(worker, text, options, signal, onProgress);
  // The worker has a policy of its own, or a stale one; the page may do better.
  refused = digest === null;
  return digest;
}

/** @returns {Worker | null} */
function start() {
  if (typeof Worker !== 'function') return null;
  try {
    return startWorker();
  } catch {
    // Another origin, Trusted Types, or a policy that throws at once.
    return null;
  }
}

/**
 * @param {Worker} worker
 * @param {string} text
 * @param {Options} options
 * @param {AbortSignal} [signal]
 * @param {(share: number) => void} [onProgress]
 * @returns {Promise<Digest | null>} null when the worker doesn't start, or can't load the engine
 */
function conversation(worker, text, options, signal, onProgress) {
  return new Promise((resolve, reject) => {
    let isReady = false;
    /** @type {any} */
    let digest;
    let total = 0;
    const timer = setTimeout(() => end(() => resolve(null)), START_LIMIT);
    const abort = () => end(() => reject(signal?.reason));
    signal?.addEventListener('abort', abort, { once: true });

    /** @param {() => void} settle */
    function end(settle) {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      worker.terminate();
      settle();
    }

    worker.addEventListener('error', (event) => {
      event.preventDefault();
      end(() => (isReady ? reject(failure('engine-trapped', event.message || 'the worker failed')) : resolve(null)));
    });

    worker.addEventListener('message', ({ data }) => {
      if (data.ready) {
        isReady = true;
        clearTimeout(timer);
        worker.postMessage({ text, options });
      } else if (data.rest) {
        digest = { ...data.rest, sentences: [] };
        total = data.total;
      } else if (data.sentences) {
        digest.sentences.push(.../** @type {Sentence[]} */ (data.sentences));
        onProgress?.(digest.sentences.length / total);
      } else if (data.done) {
        end(() => resolve(digest));
      } else if (data.error) {
        const { code = 'engine-trapped', message } = data.error;
        end(() => (/^engine-(?!trapped)/.test(code) ? resolve(null) : reject(failure(code, message))));
      }
    });
  });
}

/** As errors.js makes it; an import from there would split the loader in two in a bundle. @param {string} code @param {string} message */
function failure(code, message) {
  return Object.assign(new Error(message), { code });
}
