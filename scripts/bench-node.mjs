// The JavaScript summarizers that run in Node only, beside ours: a child process of bench.mjs, which some of them
// might bring down. Its arguments: the folder where they are installed, then files with English texts, short to long.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { summarize } from '../www/nutgraf.js';
import { contest, onePart } from './bench-contest.mjs';

// How many sentences our default chooses.
const SENTENCES = 5;

// What ranks by a graph takes the square of the length: longer than this at the next size, and it is left out.
const PATIENCE = 20_000;

/** @type {Record<string, (load: (name: string) => any, text: string) => () => unknown>} */
const RIVALS = {
  'node-summarizer by frequency': (load, text) => {
    const { SummarizerManager } = load('node-summarizer');
    return () => new SummarizerManager(text, SENTENCES).getSummaryByFrequency().summary;
  },
  'node-summarizer by rank': (load, text) => {
    const { SummarizerManager } = load('node-summarizer');
    return async () => (await new SummarizerManager(text, SENTENCES).getSummaryByRank()).summary;
  },
  lexrank: (load, text) => {
    const { summarize } = load('lexrank');
    return () => new Promise((done, failed) => {
      summarize(text, SENTENCES, (/** @type {unknown} */ error, /** @type {unknown} */ _lines, /** @type {string} */ all) => (error ? failed(error) : done(all)));
    });
  },
  'ts-textrank': (load, text) => {
    const { AbsoluteSummarizerConfig, DefaultTextParser, NullLogger, SorensenDiceSimilarity, Summarizer } = load('ts-textrank');
    const config = new AbsoluteSummarizerConfig(SENTENCES, new SorensenDiceSimilarity(), new DefaultTextParser(), 0.85, Summarizer.SORT_OCCURENCE);
    const summarizer = new Summarizer(config, new NullLogger());
    return () => summarizer.summarize(text, 'en').join(' ');
  },
  'text-summarization': (load, text) => {
    const run = load('text-summarization');
    return async () => (await run({ text, minNumberOfSentences: 3, maxNumberOfSentences: SENTENCES })).extractive.join(' ');
  },
};

const [folder = '', ...files] = process.argv.slice(2);
const installed = createRequire(join(folder, 'package.json'));
const failures = /** @type {string[]} */ ([]);
/** @type {Record<string, number>} */
let before = {};
let beforeLength = 0;

for (const file of files) {
  const text = readFileSync(file, 'utf8');
  const contestants = onePart(text, 'en', summarize, false);
  for (const [name, prepare] of Object.entries(RIVALS)) {
    const expected = (before[name] ?? 0) * (text.length / Math.max(beforeLength, 1)) ** 2;
    if (beforeLength > 0 && !(name in before)) continue;
    if (expected > PATIENCE) {
      failures.push(`${name} on ${text.length} characters: left out, it would take about ${Math.round(expected / 1000)} s`);
      continue;
    }
    try {
      const work = prepare(installed, text);
      const summary = await work();
      if (typeof summary !== 'string' || summary.length === 0) throw new Error('no summary');
      contestants[name] = work;
    } catch (error) {
      failures.push(`${name} on ${text.length} characters: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    }
  }
  before = await contest(contestants, { rounds: 7, budget: 5000 });
  beforeLength = text.length;
  process.send?.({ bytes: Buffer.byteLength(text), times: before });
}
process.send?.({ failures });
