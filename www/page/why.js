// Explains why a sentence was chosen or not.

import { fill } from '../shared/format.js';
import { button, make } from './dom.js';
import { number, reasonName, words } from './strings.js';

/** @import { Sentence } from '../types.d.ts' */
/** @import { Reading } from './reading.js' */

/** @typedef {{ choose: (start: number, choice: 'kept' | 'left' | null) => void, close: () => void }} Answers */

// The most terms that are listed for a sentence.
const TERMS = 6;

/**
 * @param {Sentence} sentence
 * @param {Reading} reading
 * @param {number} level
 * @param {Answers} answers
 */
export function whyPanel(sentence, reading, level, answers) {
  const panel = make('section', 'why');
  panel.setAttribute('aria-label', words.why);
  panel.tabIndex = -1;
  panel.lang = document.documentElement.lang;
  panel.dir = document.documentElement.dir;
  const restored = reading.isRestored(sentence);
  if (restored) panel.append(make('p', '', words.broughtBack));
  else if (sentence.rank === null) panel.append(make('p', '', words.never));
  else panel.append(place(sentence, reading), bars(sentence), ...terms(sentence, reading), ...otherwise(sentence, reading, level));
  panel.append(make('div', 'row', ...choices(sentence, reading, level, answers), button(words.close, 'small', answers.close)));
  panel.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    answers.close();
  });
  return panel;
}

/** @param {Sentence} sentence @param {Reading} reading */
function place({ rank }, { digest }) {
  const all = digest.sentences.reduce((sum, other) => sum + Number(other.rank !== null), 0);
  return make('p', '', fill(words.place, { n: number(Number(rank) + 1), all: number(all) }));
}

/** @param {Sentence} sentence */
function bars({ reasons, score }) {
  const entries = named(reasons).filter(([, value]) => Math.abs(value) >= 0.005);
  const largest = Math.max(...entries.map(([, value]) => Math.abs(value)), 0);
  const rows = entries.map(([name, value]) => {
    const bar = make('span', value < 0 ? 'bar less' : 'bar');
    bar.style.setProperty('--share', String(Math.abs(value) / largest));
    return make('tr', '', header(name), make('td', 'bar-cell', bar), signed(value));
  });
  const total = make('tr', 'total', header(words.score), make('td', ''), signed(score));
  return make('table', '', make('tbody', '', ...rows, total));
}

/** @param {Record<string, number>} reasons @returns {[name: string, value: number][]} the weightiest first */
function named(reasons) {
  return Object.entries(reasons)
    .map(([name, value]) => /** @type {[string, number]} */ ([reasonName(name), value]))
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a));
}

/** @param {string} text */
function header(text) {
  const cell = make('th', '', text);
  cell.scope = 'row';
  return cell;
}

/** @param {number} value */
function signed(value) {
  const cell = make('td', 'number', `${value < 0 ? '−' : '+'}${number(Math.abs(value), { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`);
  cell.dir = 'ltr';
  return cell;
}

/** @param {Sentence} sentence @param {Reading} reading */
function terms({ text }, { digest }) {
  const folded = text.toLowerCase();
  const found = digest.keywords.filter((keyword) => folded.includes(keyword.text.toLowerCase())).slice(0, TERMS);
  if (found.length === 0) return [];
  const list = make('bdi', '', found.map((keyword) => keyword.text).join(', '));
  list.lang = digest.language ?? '';
  return [make('p', '', `${words.terms}: `, list)];
}

/**
 * One sentence on what would change the outcome: the engine's counterfactual, or one derived from the scores.
 *
 * @param {Sentence} sentence
 * @param {Reading} reading
 * @param {number} level
 */
function otherwise(sentence, { order }, level) {
  const { counterfactual, rank, score, reasons } = sentence;
  if (counterfactual) {
    return [make('p', '', fill(words.without, { term: counterfactual.term, n: number(counterfactual.rank + 1) }))];
  }
  if (rank !== null && rank >= level) {
    const last = order[Math.min(level, order.length) - 1];
    const gap = last ? last.score - score : 0;
    return gap > 0 ? [make('p', '', fill(words.lacks, { gap: number(gap, { maximumFractionDigits: 2 }) }))] : [];
  }
  const next = order[level];
  const [heaviest] = named(reasons);
  if (!next || !heaviest || score - heaviest[1] >= next.score) return [];
  return [make('p', '', fill(words.withoutReason, { reason: heaviest[0] }))];
}

/** @param {Sentence} sentence @param {Reading} reading @param {number} level @param {Answers} answers */
function choices(sentence, reading, level, { choose }) {
  if (sentence.kind === 'heading' || level >= reading.full) return [];
  const { start } = sentence;
  const choice = reading.choiceOf(sentence);
  if (choice) return [button(words.undo, 'small', () => choose(start, null))];
  const isIn = reading.chosen(level).includes(sentence);
  return [button(isIn ? words.leave : words.keep, 'small', () => choose(start, isIn ? 'left' : 'kept'))];
}
