// The adapters that need no library: text, HTML, saved web pages.

import { decode, namedCharset } from './decode.js';
import { inPieces } from './mime.js';

/** @import { Adapter } from './open.js' */

/** Text, Markdown, subtitles: the engine reads their marks itself. @type {Adapter} */
export async function text(bytes) {
  return { text: decode(bytes).replace(/^WEBVTT.*/, '').replace(/\r\n?/g, '\n') };
}

/** @type {Adapter} */
export async function html(bytes, { parse }) {
  return { document: parse(decode(bytes, namedCharset(bytes))) };
}

/** A web page in one file: a mail whose first part of HTML is the page. @type {Adapter} */
export async function mhtml(bytes, { parse }) {
  const page = inPieces(bytes).find(({ type }) => type === 'text/html');
  return page ? { document: parse(decode(page.bytes, page.charset ?? namedCharset(page.bytes))) } : html(bytes, /** @type {any} */ ({ parse }));
}
