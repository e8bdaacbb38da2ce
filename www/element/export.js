// The summary as text to paste elsewhere.

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
    return `- ${escaped(sentence.text)}${to ? ` ([↗](${inLink(to)}))` : ''}`;
  });
  return [...(title ? [`**${escaped(title)}**`, ''] : []), ...lines].join('\n');
}

/** What Markdown or the HTML in it would take for its own. @param {string} text */
function escaped(text) {
  return text.replace(/[\\`*_[\]<>#|~&]/g, '\\$&').replace(/\s+/g, ' ');
}

/** @param {string} address */
function inLink(address) {
  return address.replace(/[()<>\s]/g, encodeMore);
}

/** @param {string} character */
function encodeMore(character) {
  return `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`;
}

/**
 * @param {string} text
 * @param {ShadowRoot} root where a helper can be for a moment
 * @returns {Promise<boolean>}
 */
export async function copy(text, root) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text, root);
  }
}

/** Where there is no clipboard or no permission: on http:, in frames. @param {string} text @param {ShadowRoot} root */
function copyBySelection(text, root) {
  const active = /** @type {HTMLElement | null} */ (root.activeElement);
  const box = /** @type {HTMLTextAreaElement} */ (Document.prototype.createElement.call(root.ownerDocument, 'textarea'));
  box.value = text;
  box.style.position = 'fixed';
  box.style.opacity = '0';
  root.append(box);
  box.select();
  try {
    return Document.prototype.execCommand.call(root.ownerDocument, 'copy');
  } catch {
    return false;
  } finally {
    box.remove();
    active?.focus({ preventScroll: true });
  }
}
