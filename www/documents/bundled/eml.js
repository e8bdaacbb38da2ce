// Saved mails, by postal-mime.

import PostalMime from 'postal-mime';
import { Unreadable } from '../unreadable.js';

/** @import { Adapter } from '../open.js' */

/** @type {Adapter} */
export default async function eml(bytes, { parse }) {
  const { subject, html, text } = await PostalMime.parse(bytes).catch(() => { throw new Unreadable('damaged'); });
  // The plain part is the text as its writer saw it; mail HTML is layout.
  if (text?.trim()) return { text: [subject, text.replace(/\r\n?/g, '\n')].filter(Boolean).join('\n\n') };
  if (!html) throw new Unreadable('noText');
  const document = parse(html);
  if (subject && !document.querySelector('h1')) {
    const heading = document.createElement('h1');
    heading.textContent = subject;
    document.body.prepend(heading);
  }
  return { document };
}
