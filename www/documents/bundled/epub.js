// E-books: the chapters in the order of the spine, as one document.

import { pause } from './blocks.js';
import { Unreadable } from '../unreadable.js';
import { unpack, utf8 } from './zip.js';

/** @import { Adapter } from '../open.js' */

/** @type {Adapter} */
export default async function epub(bytes, { parse, signal, progress }) {
  const files = await unpack(bytes, signal);
  const container = files['META-INF/container.xml'];
  const path = container && parse(utf8(container), 'application/xml').getElementsByTagName('rootfile')[0]?.getAttribute('full-path');
  const packed = path && files[path];
  if (!packed) throw new Unreadable('damaged');
  const opf = parse(utf8(packed), 'application/xml');
  const title = opf.getElementsByTagName('dc:title')[0]?.textContent?.trim() ?? '';
  const whole = document.implementation.createHTMLDocument(title);
  whole.documentElement.lang = opf.getElementsByTagName('dc:language')[0]?.textContent?.trim() ?? '';
  const article = whole.body.appendChild(whole.createElement('article'));
  const chapters = spine(opf, path);
  let lost = 0;
  for (const [i, chapter] of chapters.entries()) {
    const file = files[chapter];
    if (!file) lost += 1;
    else append(article, parse(utf8(file).replace(/^\s*<\?xml[^>]*\?>/, '').replace(/<(title|script|style|a|span|p|div|i|b|em)\b([^<>]*)\/>/gi, '<$1$2></$1>'), 'text/html'));
    progress((i + 1) / chapters.length);
    await pause();
    signal.throwIfAborted();
  }
  if (!article.textContent?.trim()) throw new Unreadable(lost > 0 ? 'damaged' : 'noText');
  return { document: whole, lost };
}

/** The paths of the chapters. @param {Document} opf @param {string} path of it */
function spine(opf, path) {
  const base = `file:///${path}`;
  const items = new Map([...opf.getElementsByTagName('item')].map((item) => [item.getAttribute('id'), item]));
  return [...opf.getElementsByTagName('itemref')].flatMap((reference) => {
    const item = items.get(reference.getAttribute('idref'));
    // The list of chapters is for finding one's way, not for reading.
    if (!item || /\bnav\b/.test(item.getAttribute('properties') ?? '') || reference.getAttribute('linear') === 'no') return [];
    try {
      return [decodeURIComponent(new URL(item.getAttribute('href') ?? '', base).pathname.slice(1))];
    } catch {
      return [];
    }
  });
}

/** @param {Element} article @param {Document} chapter */
function append(article, chapter) {
  // Notes are marked in EPUB's own vocabulary.
  for (const note of chapter.querySelectorAll('[epub\\:type~="footnote"], [epub\\:type~="endnote"], [epub\\:type~="rearnote"]')) note.setAttribute('hidden', '');
  for (const mark of chapter.querySelectorAll('[epub\\:type~="noteref"]')) mark.remove();
  article.append(...[...chapter.body.childNodes].map((node) => article.ownerDocument.importNode(node, true)));
}
