// Checks and compiles bytes that should be WebAssembly, or says why they can't be used.

import { coded } from './errors.js';

const MAGIC = [0x00, 0x61, 0x73, 0x6d];

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} name what they are called in an error
 * @param {string} [type] the MIME type they came with
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compileBytes(bytes, name, type = '') {
  if (!MAGIC.every((byte, i) => bytes[i] === byte)) {
    const what = type ? `"${type}", not WebAssembly` : 'not WebAssembly';
    // 1f opens a compressed file.
    const cure = bytes[0] === 0x1f ? 'add "Content-Encoding: gzip"' : 'check that it is deployed, not rewritten to a page';
    throw coded('engine-not-wasm', `${name} is ${what}; ${cure}`);
  }
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    throwIfBlocked(error);
    throw coded('engine-invalid', `${name} can't be compiled: it is damaged, or too new for this browser`, error);
  }
}

/** An error by which a browser refuses WebAssembly: most when it is compiled, WebKit when it is instantiated. @param {unknown} error */
export function throwIfBlocked(error) {
  if (/content security policy|\bCSP\b|unsafe-eval|disallowed by embedder/i.test(String(error))) {
    throw coded('engine-blocked', "the page's Content-Security-Policy forbids WebAssembly; add 'wasm-unsafe-eval' to its script-src", error);
  }
}
