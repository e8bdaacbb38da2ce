// The summary on its way out: as text, Markdown, JSON.

/** @import { Reading } from './reading.js' */

/** @param {Reading} reading @param {number} level */
export function asText(reading, level) {
  const { title } = reading.digest;
  if (level >= reading.full) return paragraphs(reading).join('\n\n');
  const lines = reading.chosen(level).map(({ text }) => `• ${text}`);
  return [...(title ? [title, ''] : []), ...lines].join('\n').trim();
}

/** @param {Reading} reading @param {number} level */
export function asMarkdown(reading, level) {
  const { title } = reading.digest;
  const lines = level >= reading.full
    ? paragraphs(reading).map((text) => `${escaped(text)}\n`)
    : reading.chosen(level).map(({ text }) => `- ${escaped(text)}`);
  return [...(title ? [`## ${escaped(title)}`, ''] : []), ...lines].join('\n').trim();
}

/** @param {Reading} reading @param {number} level */
export function asJson(reading, level) {
  return JSON.stringify(reading.asDigest(level), null, 2);
}

/** The article's blocks. @param {Reading} reading */
function paragraphs({ sentences, digest }) {
  /** @type {Map<number, string>} */
  const blocks = new Map();
  for (const { block, text } of sentences) {
    if (text === digest.title && blocks.size === 0) continue;
    const before = blocks.get(block);
    blocks.set(block, before === undefined ? text : `${before} ${text}`);
  }
  return [...blocks.values()];
}

/** What Markdown or the HTML in it would take for its own. @param {string} text */
function escaped(text) {
  return text.replace(/[\\`*_[\]<>#|~&]/g, '\\$&').replace(/\s+/g, ' ');
}

/** @param {string} text @returns {Promise<boolean>} whether the browser allowed it */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** Where there is no permission, or no clipboard: on http:. @param {string} text */
function copyBySelection(text) {
  const active = /** @type {HTMLElement | null} */ (document.activeElement);
  const box = document.createElement('textarea');
  box.value = text;
  box.className = 'hidden';
  document.body.append(box);
  box.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    box.remove();
    active?.focus({ preventScroll: true });
  }
}

/** @param {string} name @param {string} text @param {string} type */
export function save(name, text, type) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
