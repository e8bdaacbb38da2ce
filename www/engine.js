// Loads the WebAssembly engine on first use and calls it.
//
// Importing this file does nothing. The engine's files are found beside it, in pkg/.
// Every failure is an Error whose `code` is stable and whose message names the remedy:
//
//   engine-unsupported   there is no WebAssembly here
//   engine-unreachable   the request for a file failed
//   engine-not-found     the server answered with an HTTP error
//   engine-not-wasm      the server sent something else, often its HTML page for "not found"
//   engine-blocked       the Content-Security-Policy forbids WebAssembly
//   engine-invalid       the WebAssembly is damaged or too new for this browser
//   engine-skew          the files beside this one are of another version
//   engine-trapped       the engine crashed; the next call gets a fresh one

import { compile } from './binary.js';
import { coded } from './errors.js';
import { importBindings } from './bindings.js';
import { throwIfBlocked } from './wasm.js';

/** @import { Digest, DomDigest, Bindings, Options } from './types.d.ts' */

export const VERSION = '0.1.0';

/** @type {Promise<WebAssembly.Module> | null} */
let compiled = null;

/** @type {Promise<Bindings> | null} */
let running = null;

// How often the generated module had to be imported again.
let reloads = 0;

/**
 * Loads the engine, once; after a failure the next call tries again.
 *
 * @returns {Promise<Bindings>}
 */
export function load() {
  running ??= begin().catch((error) => {
    running = null;
    throw error;
  });
  return running;
}

/**
 * @param {string} text
 * @param {Options} [options]
 * @returns {Promise<Digest>}
 */
export function summarize(text, options) {
  return call((bindings) => bindings.summarize(text, options));
}

/**
 * @param {Document | Element} root
 * @param {Options} [options]
 * @returns {Promise<DomDigest>}
 */
export function summarizeDom(root, options) {
  return call((bindings) => {
    if (!bindings.summarizeDom) throw coded('engine-skew', `this engine (${bindings.version()}) reads no documents; give it text`);
    return bindings.summarizeDom(root, options);
  });
}

/**
 * @template T
 * @param {(bindings: Bindings) => T} work
 * @returns {Promise<T>}
 */
async function call(work) {
  const mine = load();
  const bindings = await mine;
  try {
    return work(bindings);
  } catch (error) {
    if (!isTrap(error)) throw error;
    // Its memory can no longer be trusted.
    if (running === mine) {
      running = null;
      reloads += 1;
    }
    throw coded('engine-trapped', 'the engine crashed on this text and was restarted', error);
  }
}

/** @param {unknown} error */
function isTrap(error) {
  return error instanceof WebAssembly.RuntimeError || (error instanceof RangeError && /stack|recursion/i.test(error.message));
}

/** @returns {Promise<Bindings>} */
async function begin() {
  if (typeof WebAssembly !== 'object') throw coded('engine-unsupported', 'this browser has no WebAssembly, or it is switched off');
  try {
    return await start(...await Promise.all([importOnce(), compileOnce('default')]));
  } catch (error) {
    if (!isSkew(error)) throw error;
    // One of the two may come from a cache with another version: fetch once more, past the caches.
    compiled = null;
    reloads += 1;
    return start(...await Promise.all([importOnce(), compileOnce('reload')]));
  }
}

/** @param {Bindings} bindings @param {WebAssembly.Module} module */
async function start(bindings, module) {
  try {
    await bindings.default({ module_or_path: module });
  } catch (error) {
    throwIfBlocked(error);
    if (error instanceof WebAssembly.RuntimeError) throw coded('engine-invalid', "the engine doesn't start", error);
    throw skew("nutgraf.js and nutgraf_bg.wasm don't fit each other", error);
  }
  const version = bindings.version();
  if (version !== VERSION) throw skew(`the engine is version ${version}, its loader ${VERSION}`);
  return bindings;
}

/** @param {RequestCache} cache */
function compileOnce(cache) {
  compiled ??= compile(cache).catch((error) => {
    compiled = null;
    throw error;
  });
  return compiled;
}

async function importOnce() {
  try {
    return await importBindings(reloads);
  } catch (error) {
    // A browser remembers that an address failed, so the next try needs another one.
    reloads += 1;
    throw error;
  }
}

/** @param {string} what @param {unknown} [cause] */
function skew(what, cause) {
  return coded('engine-skew', `${what}; deploy all of nutgraf's files together and clear caches`, cause);
}

/** @param {unknown} error */
function isSkew(error) {
  return error instanceof Error && 'code' in error && error.code === 'engine-skew';
}
