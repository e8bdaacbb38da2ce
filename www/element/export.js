// The summary as text to paste elsewhere: loaded when somebody copies it, or may.

import { escapeMarkdown } from '../shared/format.js';

export { copy } from '../shared/clipboard.js';

/** @import { Digest, Sentence } from '../types.d.ts' */

/**
 * @param {'text' | 'markdown'} format
 * @param {object} shown
 * @param {Digest} shown.digest
 * @param {Sentence[]} shown.sentences
 * @param {boolean} shown.inProse one paragraph, not a list
 * @param {(sentence: Sentence) => string | null} shown.link
 * @param {string} shown.address of the page
 */
export function exported(format, { digest: { title, headline }, sentences, inProse, link, address }) {
  const isText = format === 'text';
  const isHeadline = inProse && headline !== undefined;
  const quoted = (/** @type {Sentence} */ sentence) => {
    const to = isText ? null : link(sentence);
    return `${isText ? sentence.text : escapeMarkdown(sentence.text)}${to ? ` ([↗](${inLink(to)}))` : ''}`;
  };
  const summary = isHeadline ? [isText ? headline : escapeMarkdown(headline)]
    : inProse ? [sentences.map(quoted).join(' ')]
    : sentences.map((sentence) => `${isText ? '•' : '-'} ${quoted(sentence)}`);
  const heading = title && !isHeadline ? [isText ? title : `**${escapeMarkdown(title)}**`, ''] : [];
  return [...heading, ...summary, ...(isText ? ['', address] : [])].join('\n').trim();
}

/** @param {string} address */
function inLink(address) {
  return address.replace(/[()<>\s]/g, encodeMore);
}

/** @param {string} character */
function encodeMore(character) {
  return `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`;
}
