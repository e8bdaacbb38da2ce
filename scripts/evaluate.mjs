// How good the summaries are on a corpus of articles with summaries that people wrote.
//
//   node scripts/evaluate.mjs corpus.jsonl [--words]
//
// In: a file (or several) with an article a line, {"id", "set", "text", "title"?, "k", "refs"}. Each of `refs` is one
// summary, a sentence a line; of several, the one that fits best counts. The limit is k sentences or, with --words, the
// median of the words of the set's first references, at least 20: at equal sentences whoever takes long ones wins.
//
// Out: for each set the mean of ROUGE-1, ROUGE-2 and ROUGE-Lsum F1 × 100, of our summary and of the lead, which is the
// first sentences as we cut them under the same limit; and the gain, ours less the lead. Last, the mean over the sets.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { median } from './bench-contest.mjs';
import { Failure, find, root, start } from './tools.mjs';

/** @import { Digest } from '../www/types.d.ts' */
/** @typedef {{ id: string, set: string, text: string, title?: string | null, k: number, refs: string[] }} Article */

const COMMAND = ['run', '-q', '--release', '--example', 'jsonl'];
const LEAST_WORDS = 20;

// A word is a run of letters, marks and digits; where no spaces are written, each character is one.
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー\p{sc=Thai}\p{sc=Lao}\p{sc=Mymr}\p{sc=Khmr}]/gu;
const WORD = /[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*/gu;

/** @param {string} text @returns {string[]} */
const tokenize = (text) => text.normalize('NFC').toLowerCase().replace(UNSPACED, ' $& ').match(WORD) ?? [];

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);

/** How many of the keys find a partner of their own in the pool. @param {string[]} keys @param {string[]} pool */
function matches(keys, pool) {
  const left = /** @type {Map<string, number>} */ (new Map());
  for (const key of pool) left.set(key, (left.get(key) ?? 0) + 1);
  return keys.filter((key) => {
    const count = left.get(key) ?? 0;
    return left.set(key, count - 1) && count > 0;
  }).length;
}

/** @param {string[]} words */
const pairs = (words) => words.slice(1).map((word, i) => `${words[i]} ${word}`);

/** Which words of `a` are on a longest common subsequence with `b`. @param {string[]} a @param {string[]} b */
function subsequence(a, b) {
  const width = b.length + 1;
  const best = new Uint32Array((a.length + 1) * width);
  /** Its length in the first i and j words. @param {number} i @param {number} j */
  const at = (i, j) => /** @type {number} */ (best[i * width + j]);
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j < width; j++) best[i * width + j] = a[i - 1] === b[j - 1] ? at(i - 1, j - 1) + 1 : Math.max(at(i - 1, j), at(i, j - 1));
  }
  const found = [];
  for (let i = a.length, j = b.length; i > 0 && j > 0;) {
    if (a[i - 1] === b[j - 1] && j--) found.push(--i);
    else if (at(i - 1, j) >= at(i, j - 1)) i--;
    else j--;
  }
  return found;
}

/** The words of each sentence of the reference that some sentence of the summary has in that order. @param {string[][]} reference @param {string[][]} summary */
const inOrder = (reference, summary) => reference.flatMap((words) => {
  const found = new Set(summary.flatMap((others) => subsequence(words, others)));
  return words.filter((_, i) => found.has(i));
});

/** @param {string[]} sentences @param {string[]} references */
function rouge(sentences, references) {
  const summary = sentences.map(tokenize);
  const ours = summary.flat();
  return Math.max(0, ...references.map((text) => {
    const reference = text.split('\n').map(tokenize);
    const theirs = reference.flat();
    const words = matches(theirs, ours) + matches(inOrder(reference, summary), ours);
    const size = ours.length + theirs.length;
    // F1 is twice the hits over both sizes; on each side there is a pair less than words.
    return (200 / 3) * (words / Math.max(size, 1) + matches(pairs(theirs), pairs(ours)) / Math.max(size - 2, 1));
  }));
}

/** The values of JSON lines; node:readline would break them at U+2028, too. @param {Readable} stream @returns {AsyncGenerator<any>} */
async function* values(stream) {
  let rest = '';
  for await (const chunk of stream.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim()) yield JSON.parse(line);
  }
  if (rest.trim()) yield JSON.parse(rest);
}

await start(import.meta.url, async () => {
  const byWords = process.argv.includes('--words');
  const files = process.argv.slice(2).filter((argument) => argument !== '--words');
  if (files.length === 0 || !files.every((file) => existsSync(file))) throw new Failure('name a corpus: node scripts/evaluate.mjs corpus.jsonl');
  /** @returns {AsyncGenerator<Article>} */
  async function* articles() {
    for (const file of files) yield* values(createReadStream(file));
  }
  const sizes = /** @type {Record<string, number[]>} */ ({});
  if (byWords) for await (const { set, refs } of articles()) (sizes[set] ??= []).push(tokenize(refs[0] ?? '').length);
  /** @param {string} set */
  const limit = (set) => Math.max(LEAST_WORDS, Math.floor(median(sizes[set] ?? [])));

  const filter = spawn(find('cargo') ?? 'cargo', COMMAND, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  /** @type {Article[]} those without an answer yet; the filter keeps the order */
  const waiting = [];
  async function* jobs() {
    for await (const article of articles()) {
      const { id, set, text, title, k } = article;
      waiting.push({ ...article, text: '' });
      const options = { length: byWords ? { words: limit(set) } : { sentences: k }, title: title || undefined };
      yield `${JSON.stringify({ id, text, options })}\n`;
    }
  }
  const scores = /** @type {Record<string, { ours: number[], lead: number[] }>} */ ({});
  async function judge() {
    for await (const digest of values(filter.stdout)) {
      const { id, set, k, refs } = /** @type {Article} */ (waiting.shift());
      if (digest.error) throw new Failure(`${id}: ${digest.error.message}`);
      const { sentences, summary } = /** @type {Digest} */ (digest);
      const body = sentences.filter(({ rank }) => rank !== null).map(({ text }) => text);
      const { ours, lead } = (scores[set] ??= { ours: [], lead: [] });
      ours.push(rouge(summary.map((i) => sentences[i]?.text ?? ''), refs));
      const most = limit(set);
      let sum = 0;
      const fits = body.filter((text) => (sum += tokenize(text).length) <= most).length;
      lead.push(rouge(body.slice(0, byWords ? Math.max(fits, 1) : k), refs));
    }
  }
  // A filter that ends early says so by its code.
  const feed = pipeline(Readable.from(jobs()), filter.stdin).catch((error) => error.code === 'EPIPE' || Promise.reject(error));
  const [[code]] = await Promise.all([once(filter, 'close'), feed, judge()]);
  if (code !== 0 || waiting.length > 0) throw new Failure(`failed: cargo ${COMMAND.join(' ')}`);

  const rows = Object.entries(scores).sort().map(([set, { ours, lead }]) => ({ set, n: ours.length, ours: mean(ours), lead: mean(lead) }));
  rows.push({ set: 'mean of the sets', n: rows.length, ours: mean(rows.map((row) => row.ours)), lead: mean(rows.map((row) => row.lead)) });
  const width = Math.max(...rows.map(({ set }) => set.length));
  console.log(`${(byWords ? 'equal words' : 'equal sentences').padEnd(width)}     n    ours    lead    gain`);
  for (const { set, n, ours, lead } of rows) {
    console.log(set.padEnd(width) + String(n).padStart(6) + [ours, lead, ours - lead].map((figure) => figure.toFixed(2).padStart(8)).join(''));
  }
});
