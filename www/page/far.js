// A large text, read by a worker: the page stays alive, and the reader can call it off.

import { coded } from '../errors.js';
import { startWorker } from './far-start.js';

/** @import { Digest, Options, Sentence } from '../types.d.ts' */

// A worker that a policy blocks may never say so.
const PATIENCE = 5000;

/**
 * @param {string} text
 * @param {Options} options
 * @param {AbortSignal} signal
 * @param {(share: number) => void} onProgress how much of the digest has arrived, from 0 to 1
 * @returns {Promise<Digest | null>} null where there can be no worker
 */
export function readFar(text, options, signal, onProgress) {
  /** @type {Worker} */
  let worker;
  try {
    worker = startWorker();
  } catch {
    return Promise.resolve(null);
  }
  return new Promise((done, failed) => {
    const timer = setTimeout(() => settle(() => done(null)), PATIENCE);
    /** @param {() => void} how */
    const settle = (how) => {
      clearTimeout(timer);
      worker.terminate();
      how();
    };
    signal.addEventListener('abort', () => settle(() => failed(signal.reason)), { once: true });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      settle(() => done(null));
    });

    /** @type {any} */
    let digest;
    let all = 0;
    worker.addEventListener('message', ({ data }) => {
      if (data.ready) {
        clearTimeout(timer);
        worker.postMessage({ text, options });
      } else if (data.rest) {
        digest = { ...data.rest, sentences: [] };
        all = data.all;
      } else if (data.sentences) {
        digest.sentences.push(.../** @type {Sentence[]} */ (data.sentences));
        onProgress(digest.sentences.length / all);
      } else if (data.done) {
        settle(() => done(digest));
      } else if (data.error) {
        settle(() => failed(coded(data.error.code ?? 'engine-trapped', data.error.message)));
      }
    });
  });
}
