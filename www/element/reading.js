// From the article to its digest: what is read, the run that is going on, and what came of it.

import { coded } from '../errors.js';
import { summarize, summarizeDom } from '../nutgraf.js';
import { lengthOf } from './properties.js';
import { locate, parsed } from './source.js';

/** @import { CallOptions, CodedError, Digest, DomDigest, Options } from '../types.d.ts' */
/** @import { Properties } from './properties.js' */
/** @import { Source } from './source.js' */

/** @typedef {Partial<DomDigest> & { digest: Digest }} Result */

/**
 * @typedef {object} Hooks
 * @property {(digest: Digest | null) => Promise<unknown>} prepare waits for what a digest, or an error, is shown with
 * @property {(result: Result, before: Result | null) => void} accept
 * @property {(error: CodedError, isNews: boolean) => void} fail
 * @property {() => void} again asks for another run
 */

export class Reading {
  /** What the page gave by property or method. @type {Source | null} */
  assigned = null;

  /** What is read. @type {Source | null} */
  source = null;

  /** @type {Result | null} */
  result = null;

  /** @type {CodedError | null} */
  error = null;

  /** Options of the last call of summarize(), which go before the attributes. @type {Options} */
  options = {};

  /** How many sentences the reader asked for. @type {number | null} */
  readerLength = null;

  #element;
  #hooks;

  /** @type {Promise<Digest>} */
  #ready;

  /** Settle that promise, as long as it isn't settled. @type {{ resolve: (digest: Digest) => void, reject: (error: unknown) => void } | null} */
  #settle = null;

  /** The run that counts; an older one comes to nothing. */
  #run = 0;

  /** @param {Properties} element @param {Hooks} hooks */
  constructor(element, hooks) {
    this.#element = element;
    this.#hooks = hooks;
    this.#ready = this.#promise();
  }

  #promise() {
    /** @type {Promise<Digest>} */
    const ready = new Promise((resolve, reject) => { this.#settle = { resolve, reject }; });
    // Nobody has to listen.
    ready.catch(() => {});
    return ready;
  }

  /** The digest of the run that is going on or was the last. */
  get ready() {
    return this.#ready;
  }

  /** A run on its way comes to nothing. */
  stop() {
    this.#run += 1;
  }

  /** Nothing will come any more. */
  abandon() {
    this.#reject(new DOMException('<nut-graf> was removed from the page', 'AbortError'));
  }

  /**
   * @param {Source | undefined} input
   * @param {CallOptions} options
   * @returns {Promise<Digest>}
   */
  async call(input, { signal, ...options }) {
    signal?.throwIfAborted();
    const { assigned, options: before, readerLength } = this;
    if (input !== undefined) this.assigned = input;
    this.options = options;
    this.readerLength = null;
    const run = this.#run + 1;
    try {
      return await this.run(signal);
    } catch (error) {
      // The call never happened, unless another one has followed.
      if (signal?.aborted && run === this.#run) {
        Object.assign(this, { assigned, options: before, readerLength });
        this.#resume();
      }
      throw error;
    }
  }

  /**
   * Reads the source and has what it found shown, unless a later run overtakes it.
   *
   * @param {AbortSignal} [signal]
   * @returns {Promise<Digest>}
   */
  async run(signal) {
    const run = ++this.#run;
    if (!this.#settle) this.#ready = this.#promise();
    try {
      const result = await this.#read(signal);
      if (run !== this.#run) return result.digest;
      await this.#hooks.prepare(result.digest);
      if (run !== this.#run) return result.digest;
      const before = this.error ? null : this.result;
      this.result = result;
      this.error = null;
      this.#hooks.accept(result, before);
      this.#resolve(result.digest);
      return result.digest;
    } catch (error) {
      if (run === this.#run && !signal?.aborted) {
        await this.#hooks.prepare(null);
        if (run === this.#run) this.fail(error);
      }
      throw error;
    }
  }

  /** @param {AbortSignal} [signal] @returns {Promise<Result>} */
  async #read(signal) {
    const element = this.#element;
    await parsed(element.ownerDocument);
    const source = this.source = locate(element, this.assigned);
    if (source === null) {
      const cure = element.for ? `no element has the id "${element.for}"` : 'give it for="…", a slot="source", or put it into the <article>';
      throw coded('source-not-found', `<nut-graf> finds no article: ${cure}`);
    }
    const { type, language, focusWords: focus } = element;
    const options = { length: lengthOf(element), type, focus, ...(language ? { language } : {}), ...this.options };
    if (typeof source === 'string') return { digest: await summarize(source, { ...options, signal }) };
    const result = await summarizeDom(source, options);
    signal?.throwIfAborted();
    return result;
  }

  /** @param {unknown} thrown */
  fail(thrown) {
    const error = /** @type {CodedError} */ (thrown instanceof Error ? thrown : new Error(String(thrown)));
    const isNews = this.error?.message !== error.message;
    this.error = Object.assign(error, { code: error.code ?? 'failed' });
    this.result = null;
    this.#hooks.fail(this.error, isNews);
    this.#reject(error);
  }

  /** After a call that was given up: what is shown counts again; where nothing is shown yet, the markup's article is read. */
  #resume() {
    if (this.result) this.#resolve(this.result.digest);
    else if (this.error) this.#reject(this.error);
    else this.#hooks.again();
  }

  /** @param {Digest} digest */
  #resolve(digest) {
    this.#settle?.resolve(digest);
    this.#settle = null;
  }

  /** @param {unknown} error */
  #reject(error) {
    this.#settle?.reject(error);
    this.#settle = null;
  }
}
