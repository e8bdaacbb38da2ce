// Turns a paste, a drop or a file into a source to summarize.

import { fill } from '../shared/format.js';
import { parseInert } from './trusted-types.js';
import { words } from './strings.js';

/** @import { DomDigest } from '../types.d.ts' */

/**
 * @typedef {object} Source
 * @property {string} text the article as plain text
 * @property {Element | null} root the same with its structure, in a document where nothing runs or loads
 * @property {string} [address] of the page that it comes from
 * @property {DomDigest} [found] the digest of `root`, with where it was found
 */

const MEGABYTE = 1_000_000;
const LARGEST = 64 * MEGABYTE;

// Parsing more would block the page; the plain text is used instead.
const LARGEST_MARKUP = MEGABYTE;

const HIDDEN = new Set(['HEAD', 'SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'SVG', 'OBJECT', 'IFRAME', 'SELECT', 'TEXTAREA']);

const BLOCKS = new Set([
  'ADDRESS', 'ARTICLE', 'ASIDE', 'BLOCKQUOTE', 'BODY', 'BR', 'BUTTON', 'DD', 'DETAILS', 'DIALOG', 'DIV', 'DL', 'DT',
  'FIELDSET', 'FIGCAPTION', 'FIGURE', 'FOOTER', 'FORM', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'HEADER', 'HR', 'LI',
  'MAIN', 'NAV', 'OL', 'P', 'PRE', 'SECTION', 'SUMMARY', 'TABLE', 'TD', 'TH', 'TR', 'UL',
]);

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
 * @returns {Promise<Source | null>}
 */
export async function fromDrop(data) {
  const file = data?.files[0];
  if (file) return fromFile(file);
  const text = data?.getData('text/plain');
  return text ? { text, root: pastedRoot(data) } : null;
}

/**
 * @param {File} file
 * @returns {Promise<Source>}
 */
export async function fromFile(file) {
  if (file.size > LARGEST) throw new Error(fill(words.tooLarge, { name: file.name, size: LARGEST / MEGABYTE }));
  const isHtml = /\.x?html?$/i.test(file.name) || file.type === 'text/html';
  const isText = /\.(txt|text|md|markdown)$/i.test(file.name) || file.type.startsWith('text/');
  if (!isHtml && !isText) throw new Error(fill(words.wrongKind, { name: file.name }));
  const content = decode(new Uint8Array(await file.arrayBuffer()), isHtml);
  if (!isHtml) return { text: content, root: null };
  const root = parse(content);
  return { text: plainText(root), root };
}

/** @param {string} html @returns {Element} */
function parse(html) {
  return parseInert(html).body;
}

/**
 * Decodes text by its byte order mark or its `<meta charset>`, else as UTF-8, else as Windows-1252.
 *
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {boolean} isHtml
 */
function decode(bytes, isHtml) {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  const named =
    head.startsWith('\xFF\xFE') ? 'utf-16le'
    : head.startsWith('\xFE\xFF') ? 'utf-16be'
    : isHtml ? head.match(/<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i)?.[1]
    : undefined;
  for (const encoding of [named, 'utf-8']) {
    try {
      if (encoding) return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not that one.
    }
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

/**
 * The text of a document that isn't shown, one line per block.
 *
 * @param {Element} root
 */
function plainText(root) {
  let text = '';
  /** @param {Node} node */
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) text += node.nodeValue?.replace(/\s+/g, ' ');
    if (!(node instanceof Element)) return;
    const name = node.nodeName.toUpperCase();
    if (HIDDEN.has(name)) return;
    const edge = BLOCKS.has(name) ? '\n' : '';
    text += edge;
    for (const child of node.childNodes) walk(child);
    text += edge;
  };
  walk(root);
  return text.replace(/ *\n[\n ]*/g, '\n\n').trim();
}
