// The files inside a .odt or .epub.

import { unzipSync } from 'fflate';
import { pause } from './blocks.js';
import { Unreadable } from '../unreadable.js';

// What an archive of a few kilobytes may not unpack to, in bytes.
const LARGEST = 200_000_000;

/**
 * Unpacks what is text, one file at a time; pictures and fonts stay packed.
 *
 * @param {Uint8Array} bytes
 * @param {AbortSignal} signal
 * @returns {Promise<Record<string, Uint8Array>>}
 */
export async function unpack(bytes, signal) {
  /** @type {Set<string>} */
  const names = new Set();
  let sum = 0;
  take(bytes, ({ name, originalSize }) => {
    if (!/(\.(xml|xhtml|html?|opf|ncx)|(^|\/)mimetype)$/i.test(name)) return false;
    names.add(name);
    sum += originalSize;
    return false;
  });
  if (sum > LARGEST) throw new Unreadable('tooLarge', { size: LARGEST / 1_000_000 });
  /** @type {Record<string, Uint8Array>} */
  const files = {};
  for (const wanted of names) {
    try {
      Object.assign(files, take(bytes, ({ name }) => name === wanted));
    } catch {
      // Damaged: the others may be whole.
    }
    await pause();
    signal.throwIfAborted();
  }
  return files;
}

/** @param {Uint8Array} bytes @param {import('fflate').UnzipFileFilter} filter */
function take(bytes, filter) {
  try {
    return unzipSync(bytes, { filter });
  } catch {
    throw new Unreadable('damaged');
  }
}

/** @param {Uint8Array} bytes */
export function utf8(bytes) {
  return new TextDecoder().decode(bytes);
}
