// Word files, by mammoth: styles named «Heading 1» to «Heading 6» and «Title» become headings, notes come last.

// @ts-expect-error The build for browsers comes without types.
import mammoth from 'mammoth/mammoth.browser.js';
import { Unreadable } from '../unreadable.js';

/** @import { Adapter } from '../open.js' */

/** @type {Adapter} */
export default async function docx(bytes, { parse, signal, progress }) {
  progress(0.1);
  const { value } = await mammoth.convertToHtml({ arrayBuffer: bytes.buffer }, {
    styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh", "p[style-name='Quote'] => blockquote:fresh", "p[style-name='Intense Quote'] => blockquote:fresh", "p[style-name='Caption'] => figcaption:fresh", "p[style-name='caption'] => figcaption:fresh"],
    // A picture is no text, and its bytes would be parsed as an attribute.
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    externalFileAccess: false,
  }).catch(() => { throw new Unreadable('damaged'); });
  signal.throwIfAborted();
  const document = parse(`<article>${value}</article>`);
  for (const note of document.querySelectorAll('li[id*="footnote-"], li[id*="endnote-"]')) aside(document, note);
  for (const mark of document.querySelectorAll('a[id*="footnote-ref"], a[id*="endnote-ref"]')) (mark.closest('sup') ?? mark).remove();
  return { document };
}

/** @param {Document} document @param {Element} note */
function aside(document, note) {
  const list = note.parentElement;
  const place = document.body.appendChild(document.createElement('aside'));
  place.append(...note.childNodes);
  for (const link of place.querySelectorAll('a[href*="-ref-"]')) link.remove();
  note.remove();
  if (list && !list.firstElementChild) list.remove();
}
