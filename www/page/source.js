// Turns a paste, a drop or a file into a source to summarize.

import { parseInert } from './trusted-types.js';

/** @import { DomDigest } from '../types.d.ts' */
/** @import { FileReader } from '../documents/open.js' */

/**
 * @typedef {object} Source
 * @property {string} text the article as plain text
 * @property {Element | null} root the same with its structure, in a document where nothing runs or loads
 * @property {string} [note] what the reader should know of the file
 * @property {string} [address] of the page that it comes from
 * @property {DomDigest} [found] the digest of `root`, with where it was found
 */

// Parsing more would block the page; the plain text is used instead.
const LARGEST_MARKUP = 1_000_000;

/**
 * The structure of the copied content, if there is any.
 *
 * @param {DataTransfer | null} data
 * @returns {Element | null}
 */
export function pastedRoot(data) {
  const html = data?.getData('text/html');
  return html && html.length < LARGEST_MARKUP ? parse(html) : null;
}

/**
 * Reads a drop: a file, or a selection dragged from elsewhere.
 *
 * @param {DataTransfer | null} data
 * @param {FileReader} reader
 * @returns {Promise<Source | null>}
 */
export async function fromDrop(data, reader) {
  const file = data?.files[0];
  if (file) return fromFile(file, reader);
  const text = data?.getData('text/plain');
  return text ? { text, root: pastedRoot(data) } : null;
}

/** What reads files is loaded when one comes. @param {File} file @param {FileReader} reader @returns {Promise<Source>} */
export async function fromFile(file, reader) {
  const { open } = await import('../documents/open.js');
  return open(file, reader);
}

/** Whether a text is nothing but the address of a page. @param {string} text */
export function isAddress(text) {
  return text.length < 4000 && /^\s*<?(https?:\/\/|www\.)[^\s>]+>?\s*$/i.test(text);
}

/** The page of the file that an offset is on, where the file has pages. @param {Source} source @param {number} offset */
export function pageOf({ found }, offset) {
  if (!found) return null;
  let low = 0;
  let high = found.starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (Number(found.starts[middle]) <= offset) low = middle + 1;
    else high = middle;
  }
  const block = /** @type {HTMLElement | null | undefined} */ (found.nodes[low - 1]?.parentElement?.closest('[data-page]'));
  return block ? Number(block.dataset.page) : null;
}

/** @param {string} html @returns {Element} */
function parse(html) {
  return parseInert(html).body;
}
