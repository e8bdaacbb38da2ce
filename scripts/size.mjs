// Prints what a visitor downloads and what the engine consists of; fails over budget.
//
//   npm run size

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, compileEngine } from './build.mjs';
import { scriptSize } from './package.mjs';
import { Failure, output, root, start } from './tools.mjs';

const ENGINE = 'www/pkg/nutgraf_bg.wasm';

// Limits in bytes after gzip -9. npm test enforces both. The engine's is no goal but a stop to further growth: its goal is
// 170 KB, and 120 KB once each language's tables are a file of their own.
const ENGINE_LIMIT = 220_000;
const SCRIPT_LIMIT = 15_000;

async function main() {
  await build();
  shipped();
  adapters();
  contents();
  await scriptBudget();
  engineBudget();
}

/** Fails when the element and its loader are too large. */
export async function scriptBudget() {
  within('element and loader', await scriptSize(), SCRIPT_LIMIT);
}

/** Fails when the engine in www/pkg is too large. */
export function engineBudget() {
  within('engine', gzipSync(readFileSync(join(root, ENGINE)), { level: 9 }).length, ENGINE_LIMIT);
}

/** @param {string} name @param {number} size @param {number} limit */
function within(name, size, limit) {
  console.log(`${name}: ${kilobytes(size)} of ${kilobytes(limit)} after gzip`);
  if (size > limit) throw new Failure(`over budget: ${name}`);
}

/** Every file of dist/, raw and compressed. */
function shipped() {
  const dist = join(root, 'dist');
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const sizes = files.map((entry) => {
    const full = join(entry.parentPath, entry.name);
    const bytes = readFileSync(full);
    return {
      file: full.slice(dist.length + 1).replaceAll('\\', '/'),
      raw: bytes.length,
      gzip: gzipSync(bytes, { level: 9 }).length,
      brotli: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
    };
  });
  sizes.sort((a, b) => b.raw - a.raw);
  table(['file', 'raw', 'gzip -9', 'brotli'], sizes.map(({ file, raw, gzip, brotli }) => [file, ...[raw, gzip, brotli].map(kilobytes)]));
}

/** What a reader loads who opens a kind of file for the first time. */
function adapters() {
  const folder = join(root, 'www/pkg/documents');
  const rows = readdirSync(folder).filter((name) => name.endsWith('.js')).map((name) => {
    const bytes = readFileSync(join(folder, name));
    return [name, ...[bytes.length, gzipSync(bytes, { level: 9 }).length].map(kilobytes)];
  });
  table(['reads a kind of file', 'raw', 'gzip -9'], rows);
}

/** The engine's code by crate and by stage, measured on a build that keeps the names of functions. */
function contents() {
  const folder = join('target', 'size');
  compileEngine(folder, { names: true });
  const metrics = output('wasm-opt', [join(folder, 'nutgraf_bg.wasm'), '--func-metrics']) ?? '';
  const functions = metrics.split('\nfunc: ').slice(1).map((entry) => ({
    name: entry.slice(0, entry.indexOf('\n')),
    bytes: Number(entry.match(/\[binary-bytes\] *: *(\d+)/)?.[1] ?? 0),
  }));
  if (functions.length === 0) throw new Failure('wasm-opt reports no functions');
  const code = functions.reduce((sum, { bytes }) => sum + bytes, 0);
  const data = Number(metrics.match(/\[memory-data\] *: *(\d+)/)?.[1] ?? 0);
  table(['engine', 'raw'], [['code', kilobytes(code)], ['data', kilobytes(data)]]);
  const own = functions.filter(({ name }) => owner(name) === 'nutgraf');
  const largest = [...functions].sort((a, b) => b.bytes - a.bytes).slice(0, 20);
  table(['code by crate', 'raw'], group(functions, ({ name }) => owner(name)).slice(0, 12));
  table(["nutgraf's code by stage", 'raw'], group(own, ({ name }) => stage(name)).slice(0, 24));
  table(['the largest functions', 'raw'], largest.map(({ name, bytes }) => [name.slice(0, 90), kilobytes(bytes)]));
}

/** The crate that defines a function; a generic one counts for the crate that wrote it. @param {string} name */
function owner(name) {
  // The optimizer inlines what is called once into the functions that wasm-bindgen exports.
  if (name.includes('shim')) return 'nutgraf';
  const path = name.replace(/\[[0-9a-f]+\]/g, '').match(/^[<&(*\s]*(?:dyn |mut |const )?([a-z_][a-z0-9_]*)(::|>)/);
  if (path) return path[2] === '>' ? 'core' : (path[1] ?? '');
  return name.startsWith('__') ? 'wasm_bindgen' : 'without a path';
}

/** @param {string} name */
function stage(name) {
  return name.match(/nutgraf::([a-z0-9_]+)/)?.[1] ?? 'the stages, put together';
}

/**
 * @template T
 * @param {(T & { bytes: number })[]} items
 * @param {(item: T) => string} key
 */
function group(items, key) {
  /** @type {Map<string, number>} */
  const sums = new Map();
  for (const item of items) sums.set(key(item), (sums.get(key(item)) ?? 0) + item.bytes);
  return [...sums].sort((a, b) => b[1] - a[1]).map(([name, bytes]) => [name, kilobytes(bytes)]);
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} KB`;
}

/** @param {string[]} head @param {string[][]} rows */
function table(head, rows) {
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)));
  for (const row of all) console.log(row.map((cell, i) => (i ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join('  '));
  console.log('');
}

await start(import.meta.url, main);
