// The summary as text to paste elsewhere.

import { escapeMarkdown } from '../shared/format.js';

/** @import { Digest, Sentence } from '../types.d.ts' */

/**
 * @param {'text' | 'markdown'} format
 * @param {Digest} digest
 * @param {Sentence[]} sentences
 * @param {(sentence: Sentence) => string | null} link
 * @param {string} address of the page
 */
export function exported(format, digest, sentences, link, address) {
  const { title } = digest;
  if (format === 'text') {
    return [...(title ? [title, ''] : []), ...sentences.map(({ text }) => `• ${text}`), '', address].join('\n').trim();
  }
  const lines = sentences.map((sentence) => {
    const to = link(sentence);
    return `- ${escapeMarkdown(sentence.text)}${to ? ` ([↗](${inLink(to)}))` : ''}`;
  });
  return [...(title ? [`**${escapeMarkdown(title)}**`, ''] : []), ...lines].join('\n');
}

/** @param {string} address */
function inLink(address) {
  return address.replace(/[()<>\s]/g, encodeMore);
}

/** @param {string} character */
function encodeMore(character) {
  return `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`;
}
