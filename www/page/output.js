// The ways out: copying, saving, printing, embedding.

import { copy } from '../shared/clipboard.js';
import { escapeMarkdown } from '../shared/format.js';
import { byId } from './dom.js';
import { setUpEmbed } from './embed.js';
import { focusChips } from './panes.js';
import { announce, EDITABLE } from './screen.js';
import { settings } from './settings.js';
import { state } from './state.js';
import { words } from './strings.js';

/** @import { Reading } from './reading.js' */

const ANSWER_SHOWN = 2000;

export function setUpOutput() {
  setUpCopy('copy', asText);
  setUpCopy('markdown', asMarkdown);
  byId('json').addEventListener('click', () => {
    if (state.reading) save('digest.json', asJson(state.reading, state.level), 'application/json');
  });
  byId('print').addEventListener('click', () => print());
  setUpEmbed(() => ({
    level: typeof state.wanted === 'number' ? state.wanted : null,
    focus: focusChips.focus,
    theme: settings.theme,
    sample: state.reading ? state.source.text.slice(0, EDITABLE) : words.nothingYet,
  }));
}

/** @param {'copy' | 'markdown'} id @param {(reading: Reading, level: number) => string} content */
function setUpCopy(id, content) {
  const control = byId(id);
  control.addEventListener('click', async () => {
    if (!state.reading) return;
    const answer = await copy(content(state.reading, state.level), document.body) ? words.copied : words.copyFailed;
    announce(answer);
    control.textContent = answer;
    setTimeout(() => { control.textContent = words[id]; }, ANSWER_SHOWN);
  });
}

/** @param {Reading} reading @param {number} level */
function asText(reading, level) {
  const { title } = reading.digest;
  if (level >= reading.full) return paragraphs(reading).join('\n\n');
  const lines = reading.chosen(level).map(({ text }) => `• ${text}`);
  return [...(title ? [title, ''] : []), ...lines].join('\n').trim();
}

/** @param {Reading} reading @param {number} level */
function asMarkdown(reading, level) {
  const { title } = reading.digest;
  const lines = level >= reading.full
    ? paragraphs(reading).map((text) => `${escapeMarkdown(text)}\n`)
    : reading.chosen(level).map(({ text }) => `- ${escapeMarkdown(text)}`);
  return [...(title ? [`## ${escapeMarkdown(title)}`, ''] : []), ...lines].join('\n').trim();
}

/** @param {Reading} reading @param {number} level */
function asJson(reading, level) {
  return JSON.stringify(reading.asDigest(level), null, 2);
}

/** The text of each block of the article, without the title. @param {Reading} reading */
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

/** Offers text as a download. @param {string} name @param {string} text @param {string} type */
function save(name, text, type) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
