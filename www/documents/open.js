// From a file to a source to summarize: tells its kind, and loads the adapter of that kind when one comes.
//
// An adapter takes the file's bytes and answers with a document that is never shown, where nothing runs or loads. All are files of
// the page's own origin; those that need a library are bundled with it into pkg/documents/ (scripts/documents.mjs).

import { parseInert } from '../page/trusted-types.js';
import { fill } from '../shared/format.js';
import { load } from './adapters.js';
import { askPassword } from './ask-password.js';
import { decode } from './decode.js';
import { Unreadable } from './unreadable.js';
import { documentWords } from './words.js';

/** @import { Source } from '../page/source.js' */

/**
 * @typedef {object} Context
 * @property {string} name of the file
 * @property {AbortSignal} signal ends the work; the adapter then throws the signal's reason
 * @property {(share: number) => void} progress is told how much is done, from 0 to 1
 * @property {(wrong: boolean) => Promise<string>} password asks the reader for it; `wrong` if the last one didn't open the file
 * @property {(markup: string, type?: DOMParserSupportedType) => Document} parse into a document where nothing runs
 * @property {(bytes: Uint8Array, label?: string | null) => string} decode text in the encoding of that label, or in the likeliest
 */

/**
 * What an adapter made of a file.
 *
 * @typedef {object} Opened
 * @property {Document} [document] with `data-page` on the blocks of a file that has pages
 * @property {string} [text] instead of a document
 * @property {number} [lost] pages or chapters that could not be read
 */

/**
 * Who reads the file.
 *
 * @typedef {object} FileReader
 * @property {string} language of the interface
 * @property {AbortSignal} signal
 * @property {(message: string, share: number) => void} progress
 */

/** @typedef {(bytes: Uint8Array<ArrayBuffer>, context: Context) => Promise<Opened>} Adapter */

const MEGABYTE = 1_000_000;
const LARGEST = 64 * MEGABYTE;

/** The adapters by the ending of a file's name; other names are told by the first bytes. @type {Record<string, string>} */
const ENDINGS = {
  pdf: 'pdf', docx: 'docx', odt: 'odt', epub: 'epub', eml: 'eml', mht: 'mhtml', mhtml: 'mhtml',
  html: 'html', htm: 'html', xhtml: 'html', txt: 'text', text: 'text', md: 'text', markdown: 'text', srt: 'text', vtt: 'text',
};

/**
 * @param {File} file
 * @param {FileReader} reader
 * @returns {Promise<Source>}
 */
export async function open(file, { language, signal, progress }) {
  const words = await documentWords(language);
  const { name } = file;
  const opening = fill(words.opening, { name });
  progress(opening, 0);
  try {
    if (file.size > LARGEST) throw new Unreadable('tooLarge', { size: LARGEST / MEGABYTE });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const adapter = await load(kindOf(bytes, file));
    signal.throwIfAborted();
    const { document, text, lost = 0 } = await adapter(bytes, {
      name, signal, decode, parse: parseInert,
      progress: (share) => progress(opening, share),
      password: (wrong) => askPassword(fill(wrong ? words.wrongPassword : words.locked, { name }), words, signal),
    });
    signal.throwIfAborted();
    const note = lost > 0 ? fill(words.lost, { n: lost, name }) : undefined;
    return document ? { text: plainText(document.body), root: document.body, note } : { text: text ?? '', root: null, note };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    // The reader has no password to give.
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    if (error instanceof Error && /** @type {Unreadable} */ (error).key) {
      const { key, values } = /** @type {Unreadable} */ (error);
      throw new Error(fill(words[key], { name, ...values }));
    }
    console.info('nutgraf: the file could not be read;', error);
    throw new Error(fill(words.damaged, { name }));
  }
}

/** @param {Uint8Array} bytes @param {File} file */
function kindOf(bytes, { name, type }) {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\x03\x04')) {
    // EPUB and OpenDocument files begin with an entry that says their type, uncompressed.
    if (head.includes('application/epub+zip')) return 'epub';
    if (head.includes('application/vnd.oasis.opendocument.text')) return 'odt';
    if (/\.docx$/i.test(name) || head.includes('[Content_Types].xml') || head.includes('word/')) return 'docx';
  }
  const ending = name.match(/\.(\w+)$/)?.[1]?.toLowerCase() ?? '';
  const kind = Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : undefined;
  if (kind) return kind;
  if (type === 'text/html') return 'html';
  if (type === 'message/rfc822') return 'eml';
  if (type.startsWith('text/')) return 'text';
  throw new Unreadable('wrongKind');
}

const HIDDEN = new Set(['HEAD', 'SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'SVG', 'OBJECT', 'IFRAME', 'SELECT', 'TEXTAREA']);

const BLOCKS = new Set([
  'ADDRESS', 'ARTICLE', 'ASIDE', 'BLOCKQUOTE', 'BODY', 'BR', 'BUTTON', 'DD', 'DETAILS', 'DIALOG', 'DIV', 'DL', 'DT',
  'FIELDSET', 'FIGCAPTION', 'FIGURE', 'FOOTER', 'FORM', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'HEADER', 'HR', 'LI',
  'MAIN', 'NAV', 'OL', 'P', 'PRE', 'SECTION', 'SUMMARY', 'TABLE', 'TD', 'TH', 'TR', 'UL',
]);

/** The text of a document that isn't shown, one line per block. @param {Element} root */
function plainText(root) {
  let text = '';
  /** @param {Node} node @param {boolean} opens */
  const visit = (node, opens) => {
    if (node.nodeType === Node.TEXT_NODE && opens) text += node.nodeValue?.replace(/\s+/g, ' ');
    else if (BLOCKS.has(node.nodeName.toUpperCase())) text += '\n';
  };
  // Without recursion: markup may be nested as deep as it likes.
  for (let node = /** @type {Node | null} */ (root); node;) {
    const closed = HIDDEN.has(node.nodeName.toUpperCase());
    if (!closed) visit(node, true);
    let next = closed ? null : node.firstChild;
    while (!next && node && node !== root) {
      if (!closed) visit(node, false);
      next = node.nextSibling;
      if (!next) node = node.parentNode;
    }
    node = next;
  }
  return text.replace(/ *\n[\n ]*/g, '\n\n').trim();
}
