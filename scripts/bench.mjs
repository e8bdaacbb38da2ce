// How fast the digest is in a real browser, beside other ways to work on the same text, in one run.
//
//   npm run bench              a table
//   npm run bench -- --json    everything measured, as JSON
//   npm run bench -- --quick   English and French, up to 1 MB, few rounds

import { execFileSync, fork } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { BY_SENTENCE, BY_WORD, OURS, PATTERN, median } from './bench-contest.mjs';
import { launch } from './chromium.mjs';
import { serve } from './serve.mjs';
import { must, root, start, succeeds } from './tools.mjs';

/** @import { Browser, Page } from 'playwright-core' */

/** @typedef {{ language: string, bytes: number, times: Record<string, number> }} Row */
/** @typedef {{ language: string, bytes: number, perByte: number }} Memory */
/** @typedef {{ ready: number, digest: number }} Cold milliseconds to compile and start; to the first digest after that */
/** @typedef {{ goal: string, measured: string, met: boolean }} Goal */

const asJson = process.argv.includes('--json');
const quick = process.argv.includes('--quick');

const LANGUAGES = quick ? ['en', 'fr'] : ['en', 'fr', 'zh', 'ar'];
const SIZES = quick ? [5_000, 100_000, 1_000_000] : [5_000, 100_000, 1_000_000, 10_000_000];
const ROUNDS = quick ? 3 : 9;
const COLD_STARTS = quick ? 3 : 9;

// A time budget for each contestant and text, in milliseconds.
const BUDGET = 8000;

// Pinned: the table should say the same next year.
const RIVALS = ['lexrank@1.0.5', 'node-summarizer@1.0.7', 'text-summarization@1.0.4', 'ts-textrank@1.0.3'];

/** With --json only the JSON goes to the output. @param {string} line */
const note = (line) => console.error(`nutgraf: ${line}`);

/** @param {number} bytes */
const named = (bytes) => (bytes < 1e6 ? `${bytes / 1e3} KB` : `${bytes / 1e6} MB`);

async function main() {
  // The build has its say too, beside the JSON.
  if (asJson) console.log = console.error;
  await build();
  const texts = writeTexts();
  try {
    const browser = await launch();
    const version = browser.version();
    const cold = await inBrowser(browser, texts, coldStarts);
    const memory = await inBrowser(browser, texts, memories);
    const rows = await inBrowser(browser, texts, contests);
    await browser.close();
    const node = await inNode(texts);
    const goals = judge(rows, node, cold, memory);
    const machine = { cpu: cpus()[0]?.model.trim() ?? '', chromium: version, node: process.versions.node };
    if (asJson) process.stdout.write(`${JSON.stringify({ machine, goals, cold, memory, browser: rows, node }, null, 2)}\n`);
    else print(machine, rows, node, cold, memory, goals);
  } finally {
    rmSync(texts, { recursive: true });
  }
}

/** Has the made-up texts written into a folder. */
function writeTexts() {
  note('making the texts');
  must('cargo', ['build', '--quiet', '--release', '--example', 'text'], { quiet: true });
  const metadata = execFileSync('cargo', ['metadata', '--format-version', '1', '--no-deps'], { cwd: root, encoding: 'utf8' });
  const program = join(JSON.parse(metadata).target_directory, 'release', 'examples', process.platform === 'win32' ? 'text.exe' : 'text');
  const folder = mkdtempSync(join(tmpdir(), 'nutgraf-bench-'));
  for (const language of LANGUAGES) {
    for (const bytes of SIZES) {
      const text = execFileSync(program, [language, String(bytes)], { maxBuffer: 2 * bytes + 1000 });
      writeFileSync(join(folder, `${language}-${bytes}.txt`), text);
    }
  }
  return folder;
}

/**
 * Gives `work` a way to fresh pages that hold nothing, each in a profile of its own, with the texts within reach.
 *
 * @template T
 * @param {Browser} browser
 * @param {string} texts
 * @param {(fresh: <R>(use: (page: Page) => Promise<R>) => Promise<R>) => Promise<T>} work
 */
async function inBrowser(browser, texts, work) {
  const server = await serve();
  try {
    return await work(async (use) => {
      const context = await browser.newContext();
      try {
        const page = await context.newPage();
        page.setDefaultTimeout(0);
        await page.route('**/bench.html', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' }));
        await page.route('**/bench-contest.mjs', (route) => route.fulfill({ path: join(root, 'scripts', 'bench-contest.mjs'), contentType: 'text/javascript' }));
        await page.route('**/texts/*', (route) => route.fulfill({ path: join(texts, new URL(route.request().url()).pathname.slice('/texts/'.length)) }));
        await page.goto(`${server.url}bench.html`);
        return await use(page);
      } finally {
        await context.close();
      }
    });
  } finally {
    await server.close();
  }
}

/**
 * @param {(<R>(use: (page: Page) => Promise<R>) => Promise<R>)} fresh
 * @returns {Promise<Row[]>}
 */
async function contests(fresh) {
  /** @type {Row[]} */
  const rows = [];
  for (const language of LANGUAGES) {
    for (const bytes of SIZES) {
      note(`Chromium: ${language}, ${named(bytes)}`);
      const times = await fresh((page) => page.evaluate(async ([tag, size, rounds, budget]) => {
        const text = await (await fetch(`./texts/${tag}-${size}.txt`)).text();
        const { contest, onePart } = await import(/** @type {any} */ ('./bench-contest.mjs'));
        const { summarize } = await import(/** @type {any} */ ('./nutgraf.js'));
        return contest(onePart(text, tag, summarize, size <= 1_000_000), { rounds, budget });
      }, /** @type {const} */ ([language, bytes, ROUNDS, BUDGET])));
      rows.push({ language, bytes, times });
    }
  }
  return rows;
}

/**
 * From the moment that the bytes are there.
 *
 * @param {(<R>(use: (page: Page) => Promise<R>) => Promise<R>)} fresh
 * @returns {Promise<Cold>}
 */
async function coldStarts(fresh) {
  note('Chromium: cold starts');
  /** @type {Cold[]} */
  const all = [];
  for (let i = 0; i < COLD_STARTS; i++) {
    all.push(await fresh((page) => page.evaluate(async () => {
      const text = await (await fetch('./texts/fr-5000.txt')).text();
      const bytes = await (await fetch('./pkg/nutgraf_bg.wasm')).arrayBuffer();
      const glue = await import(/** @type {any} */ ('./pkg/nutgraf.js'));
      const begin = performance.now();
      await glue.default({ module_or_path: await WebAssembly.compile(bytes) });
      const ready = performance.now();
      glue.summarize(text);
      return { ready: ready - begin, digest: performance.now() - ready };
    })));
  }
  return { ready: median(all.map((c) => c.ready)), digest: median(all.map((c) => c.digest)) };
}

/**
 * The engine's memory never shrinks, so its size after a digest is the peak.
 *
 * @param {(<R>(use: (page: Page) => Promise<R>) => Promise<R>)} fresh
 * @returns {Promise<Memory[]>}
 */
async function memories(fresh) {
  note('Chromium: memory');
  /** @type {Memory[]} */
  const all = [];
  for (const language of LANGUAGES) {
    for (const bytes of SIZES.filter((size) => size >= 1_000_000)) {
      const peak = await fresh((page) => page.evaluate(async ([tag, size]) => {
        const text = await (await fetch(`./texts/${tag}-${size}.txt`)).text();
        const glue = await import(/** @type {any} */ ('./pkg/nutgraf.js'));
        const bytes = await (await fetch('./pkg/nutgraf_bg.wasm')).arrayBuffer();
        const { memory } = await glue.default({ module_or_path: await WebAssembly.compile(bytes) });
        glue.summarize(text);
        return memory.buffer.byteLength;
      }, /** @type {const} */ ([language, bytes])));
      all.push({ language, bytes, perByte: peak / bytes });
    }
  }
  return all;
}

/** @param {string} texts @returns {Promise<Row[]>} */
async function inNode(texts) {
  const folder = installRivals();
  if (!folder) return [];
  const files = SIZES.filter((size) => size <= 100_000).map((size) => join(texts, `en-${size}.txt`));
  note('Node: other summarizers');
  const child = fork(join(root, 'scripts', 'bench-node.mjs'), [folder, ...files], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  /** @type {Row[]} */
  const rows = [];
  child.on('message', (/** @type {any} */ { bytes, times, failures }) => {
    if (times) rows.push({ language: 'en', bytes, times });
    for (const failure of failures ?? []) note(`SKIPPED ${failure}`);
  });
  const code = await new Promise((done) => child.on('exit', done));
  if (code !== 0) note(`SKIPPED what is left of the comparison in Node: the process ended with ${code}`);
  return rows;
}

/** Installs them outside the project, once; null when that fails. */
function installRivals() {
  const folder = join(tmpdir(), `nutgraf-rivals-${RIVALS.join('-').replace(/[^a-z0-9.-]/g, '_')}`);
  if (existsSync(join(folder, 'ready'))) return folder;
  note(`installing ${RIVALS.join(', ')} into ${folder}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const npm = ['--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error'];
  // wordpos writes its index when it is installed; nothing else may run scripts.
  const done = succeeds('npm', ['install', ...npm, '--ignore-scripts', ...RIVALS], { quiet: true }) && succeeds('npm', ['rebuild', ...npm, 'wordpos'], { quiet: true });
  if (!done) {
    note('SKIPPED the comparison with JavaScript summarizers: npm can\'t install them');
    return null;
  }
  writeFileSync(join(folder, 'ready'), '');
  return folder;
}

/**
 * What the project promises of speed.
 *
 * @param {Row[]} rows @param {Row[]} node @param {Cold} cold @param {Memory[]} memory
 * @returns {Goal[]}
 */
function judge(rows, node, cold, memory) {
  /** @type {Goal[]} */
  const goals = [];
  /** @param {string} goal @param {number} value @param {boolean} met @param {string} [unit] */
  const add = (goal, value, met, unit = '×') => goals.push({ goal, measured: `${value.toPrecision(3)} ${unit}`, met });

  for (const language of LANGUAGES) {
    const perByte = rows.filter((row) => row.language === language).map(({ bytes, times }) => ({ bytes, time: (times[OURS] ?? NaN) / bytes }));
    const small = perByte.find(({ bytes }) => bytes === 100_000)?.time ?? NaN;
    const growth = (perByte.at(-1)?.time ?? NaN) / small;
    add(`time per byte at ${named(SIZES.at(-1) ?? 0)} within 1.3 × that at 100 KB, ${language}`, growth, growth <= 1.3);
  }

  const total = cold.ready + cold.digest;
  add('compiled and a first digest within one frame, 16 ms', total, total <= 16, 'ms');
  for (const language of LANGUAGES) {
    const peak = Math.max(...memory.filter((m) => m.language === language).map(({ perByte }) => perByte));
    add(`memory at most 8 × the text, ${language}`, peak, peak <= 8);
  }

  for (const { bytes, times } of node) {
    for (const [name, time] of Object.entries(times)) {
      if (name === OURS || name === PATTERN) continue;
      const ratio = time / (times[OURS] ?? NaN);
      add(`faster than ${name}, ${named(bytes)}, Node`, ratio, ratio > 1);
    }
  }
  return goals;
}

/**
 * @param {{ cpu: string, chromium: string, node: string }} machine
 * @param {Row[]} rows @param {Row[]} node @param {Cold} cold @param {Memory[]} memory @param {Goal[]} goals
 */
function print(machine, rows, node, cold, memory, goals) {
  console.log(`\n${machine.cpu}; Chromium ${machine.chromium}; Node ${machine.node}. Medians; text is our own, made up.\n`);
  const names = [OURS, PATTERN, BY_WORD, BY_SENTENCE];
  table(['Chromium', ...names], rows.map((row) => [`${row.language}, ${named(row.bytes)}`, ...names.map((name) => cell(row, name))]));
  const others = [...new Set(node.flatMap(({ times }) => Object.keys(times)))];
  if (node.length > 0) table(['Node', ...node.map((row) => `${row.language}, ${named(row.bytes)}`)], others.map((name) => [name, ...node.map((row) => cell(row, name))]));
  table(['Memory', ...LANGUAGES], [...new Set(memory.map(({ bytes }) => bytes))].map((bytes) => [
    `peak, bytes per byte of text, ${named(bytes)}`,
    ...memory.filter((m) => m.bytes === bytes).map(({ perByte }) => perByte.toFixed(1)),
  ]));
  console.log(`Cold start: ${cold.ready.toFixed(1)} ms to compile and start, ${cold.digest.toFixed(1)} ms for the first digest of 5 KB.\n`);
  table(['', 'Goal', 'Measured'], goals.map(({ goal, measured, met }) => [met ? 'yes' : '**no**', goal, measured]));
}

/** A time, the speed, and how many times ours it takes. @param {Row} row @param {string} name */
function cell({ times, bytes }, name) {
  const time = times[name];
  if (time === undefined) return '';
  const ratio = time / (times[OURS] ?? NaN);
  const speed = `${time.toPrecision(3)} ms, ${(bytes / time / 1000).toPrecision(3)} MB/s`;
  return name === OURS ? speed : `${speed}, ${ratio.toPrecision(2)} ×`;
}

/** @param {string[]} head @param {string[][]} rows */
function table(head, rows) {
  for (const row of [head, head.map(() => '---'), ...rows]) console.log(`| ${row.join(' | ')} |`);
  console.log('');
}

await start(import.meta.url, main);
