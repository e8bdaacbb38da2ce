// A stand-in for the web's Summarizer, where a browser has none: the same calls, the article's own sentences.
//
// https://webmachinelearning.github.io/writing-assistance/
//
// What differs: it quotes, so it can't translate (an `outputLanguage` other than the text's is NotSupportedError), and
// `context` changes nothing. It works in workers and on mobile, needs no model, and the same text gives the same summary.

import { load, summarize } from './nutgraf.js';
import { orAborted } from './shared/abort.js';
import { escapeMarkdown } from './shared/format.js';

/** @typedef {'tldr' | 'teaser' | 'key-points' | 'headline'} SummarizerType */
/** @typedef {'plain-text' | 'markdown'} SummarizerFormat */
/** @typedef {'short' | 'medium' | 'long'} SummarizerLength */
/** @typedef {'unavailable' | 'downloadable' | 'downloading' | 'available'} Availability */

/**
 * @typedef {object} CoreOptions
 * @property {SummarizerType} [type] default `key-points`
 * @property {SummarizerFormat} [format] default `markdown`
 * @property {SummarizerLength} [length] default `short`
 * @property {'auto' | 'speed' | 'capability'} [preference] makes no difference here
 * @property {string[]} [expectedInputLanguages]
 * @property {string[]} [expectedContextLanguages]
 * @property {string} [outputLanguage]
 */

/** @typedef {CoreOptions & { signal?: AbortSignal, monitor?: (monitor: EventTarget) => void, sharedContext?: string }} CreateOptions */

/** @typedef {{ signal?: AbortSignal, context?: string }} CallOptions */

const TYPES = ['tldr', 'teaser', 'key-points', 'headline'];
const FORMATS = ['plain-text', 'markdown'];
const LENGTHS = ['short', 'medium', 'long'];
const PREFERENCES = ['auto', 'speed', 'capability'];

// The most that the engine accepts, in bytes of UTF-8.
const QUOTA = 128 << 20;

// Only create() may make one.
const KEY = Symbol('create');

export class Summarizer {
  #options;
  #destroyed = new AbortController();

  /**
   * @private
   * @param {symbol} key
   * @param {Settled & { sharedContext: string }} options
   */
  constructor(key, options) {
    if (key !== KEY) throw new TypeError('Illegal constructor');
    this.#options = options;
  }

  /**
   * @param {CoreOptions} [options]
   * @returns {Promise<Availability>}
   */
  static async availability(options = {}) {
    const { expectedInputLanguages: inputs, outputLanguage: output } = settle(options);
    if (typeof WebAssembly !== 'object') return 'unavailable';
    // Sentences are quoted, not translated.
    return output && inputs?.length && !inputs.every((input) => sameLanguage(input, output)) ? 'unavailable' : 'available';
  }

  /**
   * @param {CreateOptions} [options]
   * @returns {Promise<Summarizer>}
   */
  static async create(options = {}) {
    const { signal, monitor, sharedContext = '' } = options;
    signal?.throwIfAborted();
    const settled = settle(options);
    const progress = monitor ? monitored(monitor) : () => {};
    if (await Summarizer.availability(options) === 'unavailable') throw new DOMException('A summary in another language than the text is not supported', 'NotSupportedError');
    progress(0);
    try {
      await orAborted(load(), signal);
    } catch (error) {
      signal?.throwIfAborted();
      throw Object.assign(new DOMException(String(/** @type {Error} */ (error).message), 'OperationError'), { cause: error });
    }
    progress(1);
    signal?.throwIfAborted();
    return new Summarizer(KEY, { ...settled, sharedContext: String(sharedContext) });
  }

  get type() {
    return this.#options.type;
  }

  get format() {
    return this.#options.format;
  }

  get length() {
    return this.#options.length;
  }

  get sharedContext() {
    return this.#options.sharedContext;
  }

  get expectedInputLanguages() {
    return this.#options.expectedInputLanguages;
  }

  get expectedContextLanguages() {
    return this.#options.expectedContextLanguages;
  }

  get outputLanguage() {
    return this.#options.outputLanguage;
  }

  /** In bytes of UTF-8. */
  get inputQuota() {
    return QUOTA;
  }

  /**
   * @param {string} input
   * @param {CallOptions} [options]
   * @returns {Promise<string>}
   */
  async summarize(input, options = {}) {
    const points = await this.#points(String(input), options.signal);
    return points.join(this.type === 'key-points' ? '\n' : ' ');
  }

  /**
   * One chunk per sentence; joined they equal the result of summarize().
   *
   * @param {string} input
   * @param {CallOptions} [options]
   * @returns {ReadableStream<string>}
   */
  summarizeStreaming(input, options = {}) {
    const text = String(input);
    const glue = this.type === 'key-points' ? '\n' : ' ';
    const cancelled = new AbortController();
    const signal = AbortSignal.any([cancelled.signal, ...(options.signal ? [options.signal] : [])]);
    return new ReadableStream({
      start: async (controller) => {
        try {
          const points = await this.#points(text, signal);
          points.forEach((point, i) => controller.enqueue(i ? glue + point : point));
          controller.close();
        } catch (error) {
          controller.error(error);
        }
      },
      cancel: (reason) => cancelled.abort(reason),
    });
  }

  /**
   * @param {string} input
   * @param {CallOptions} [options]
   * @returns {Promise<number>} in bytes of UTF-8
   */
  async measureInputUsage(input, { signal } = {}) {
    signal?.throwIfAborted();
    this.#destroyed.signal.throwIfAborted();
    return bytes(String(input));
  }

  /** Rejects pending calls with an AbortError, and later ones, too. */
  destroy() {
    this.#destroyed.abort(new DOMException('The summarizer was destroyed', 'AbortError'));
  }

  /**
   * @param {string} input
   * @param {AbortSignal} [given]
   * @returns {Promise<string[]>}
   */
  async #points(input, given) {
    const signal = AbortSignal.any([this.#destroyed.signal, ...(given ? [given] : [])]);
    signal.throwIfAborted();
    if (input.trim() === '') return [];
    const requested = bytes(input);
    if (requested > QUOTA) throw quotaExceeded(requested);
    const { type, length, format, expectedInputLanguages: inputs, outputLanguage } = this.#options;
    const language = inputs?.length === 1 ? { language: inputs[0] } : {};
    const digest = await summarize(input, { type, length, ...language, signal });
    if (outputLanguage && digest.language && !sameLanguage(outputLanguage, digest.language)) {
      throw new DOMException(`The text is in "${digest.language}" and can't be summarized in "${outputLanguage}"`, 'NotSupportedError');
    }
    const texts = digest.headline ? [digest.headline] : digest.summary.map((i) => digest.sentences[i]?.text ?? '');
    const plain = format === 'plain-text' ? texts : texts.map(escapeMarkdown);
    return type !== 'key-points' ? plain : plain.map((text) => (format === 'markdown' ? `* ${text}` : text));
  }
}

/**
 * @typedef {object} Settled
 * @property {SummarizerType} type
 * @property {SummarizerFormat} format
 * @property {SummarizerLength} length
 * @property {readonly string[] | null} expectedInputLanguages
 * @property {readonly string[] | null} expectedContextLanguages
 * @property {string | null} outputLanguage
 */

/** Validates options as a browser does. @param {CoreOptions} options @returns {Settled} */
function settle({ type = 'key-points', format = 'markdown', length = 'short', preference = 'auto', ...languages }) {
  oneOf('type', TYPES, type);
  oneOf('format', FORMATS, format);
  oneOf('length', LENGTHS, length);
  oneOf('preference', PREFERENCES, preference);
  const { expectedInputLanguages, expectedContextLanguages, outputLanguage } = languages;
  return {
    type, format, length,
    expectedInputLanguages: tags(expectedInputLanguages),
    expectedContextLanguages: tags(expectedContextLanguages),
    outputLanguage: outputLanguage === undefined ? null : Intl.getCanonicalLocales(outputLanguage)[0] ?? null,
  };
}

/** @param {string} name @param {string[]} values @param {string} value */
function oneOf(name, values, value) {
  if (!values.includes(value)) throw new TypeError(`The provided value '${value}' is not a valid ${name}`);
}

/** Canonical tags without duplicates; an invalid tag is a RangeError. @param {string[]} [list] */
function tags(list) {
  return list?.length ? Object.freeze(Intl.getCanonicalLocales(list)) : null;
}

/** @param {string} a @param {string} b */
function sameLanguage(a, b) {
  return new Intl.Locale(a).language === new Intl.Locale(b).language;
}

/** @param {(monitor: EventTarget) => void} callback @returns {(loaded: number) => void} */
function monitored(callback) {
  const monitor = /** @type {EventTarget & { ondownloadprogress: ((event: Event) => void) | null }} */ (new EventTarget());
  monitor.ondownloadprogress = null;
  callback(monitor);
  return (loaded) => {
    const event = Object.assign(new Event('downloadprogress'), { loaded, total: 1, lengthComputable: true });
    monitor.ondownloadprogress?.(event);
    monitor.dispatchEvent(event);
  };
}

/** @param {number} requested */
function quotaExceeded(requested) {
  const message = 'The input is too large';
  const Own = /** @type {any} */ (globalThis).QuotaExceededError;
  if (typeof Own === 'function') return new Own(message, { requested, quota: QUOTA });
  return Object.assign(new DOMException(message, 'QuotaExceededError'), { requested, quota: QUOTA });
}

/** @param {string} text */
function bytes(text) {
  let count = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    // A surrogate pair is four bytes, so each half counts two.
    if (unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff)) count += 2;
    else if (unit > 0x7f) count += 1;
  }
  return count;
}
