// What a visitor downloads, and what the engine is made of. Fails over budget.
//
//   npm run size

import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from './build.mjs';
import { scriptSize } from './package.mjs';
import { Failure, must, reproducible, root, start } from './tools.mjs';

const ENGINE = 'www/pkg/nutgraf_bg.wasm';

// Limits in bytes after gzip -9.
const ENGINE_LIMIT = 90_000;
const SCRIPT_LIMIT = 15_000;

/** What a section of the module is. */
const SECTIONS = ['custom', 'types', 'imports', 'functions', 'tables', 'memories', 'globals', 'exports', 'start', 'elements', 'code', 'data', 'data count'];

async function main() {
  await build();
  shipped();
  contents();
  await scriptBudget();
  within('engine', gzipSync(readFileSync(join(root, ENGINE)), { level: 9 }).length, ENGINE_LIMIT);
}

/** Fails when the element and its loader are too large. */
export async function scriptBudget() {
  within('element and loader', await scriptSize(), SCRIPT_LIMIT);
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

/** What is inside the engine: by section, and the code by crate and by stage. */
function contents() {
  const all = sections(readFileSync(join(root, ENGINE)));
  table(['section', 'raw', 'gzip alone'], all.sort((a, b) => b.body.length - a.body.length).slice(0, 6).map(({ name, body }) => [
    name, kilobytes(body.length), kilobytes(gzipSync(body, { level: 9 }).length),
  ]));
  const functions = namedFunctions(withNames());
  const top = [...functions].sort((a, b) => b.bytes - a.bytes).slice(0, 20);
  table(['code by crate', 'raw'], group(functions, ({ name }) => owner(name)).slice(0, 12));
  table(['nutgraf\'s code by stage', 'raw'], group(functions.filter(({ name }) => owner(name) === 'nutgraf'), ({ name }) => stage(name)).slice(0, 24));
  table(['the largest functions', 'raw'], top.map(({ name, bytes }) => [name.slice(0, 90), kilobytes(bytes)]));
}

/**
 * The shipped module has no names, so it is made once more with them, by the same steps; the release profile keeps
 * them in what the compiler writes.
 */
function withNames() {
  const folder = join(root, 'target', 'size');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const compiled = join('target', 'wasm32-unknown-unknown', 'release', 'nutgraf.wasm');
  must('cargo', ['build', '--quiet', '--release', '--lib', '--target', 'wasm32-unknown-unknown', '--target-dir', 'target'], { quiet: true, env: reproducible() });
  must('wasm-bindgen', ['--target', 'web', '--keep-debug', '--out-dir', folder, compiled]);
  const named = join(folder, 'named.wasm');
  must('wasm-opt', [...optimiser(), '-g', '-o', named, join(folder, 'nutgraf_bg.wasm')]);
  return readFileSync(named);
}

/** What wasm-pack tells wasm-opt: its default, or what Cargo.toml says. @returns {string[]} */
function optimiser() {
  const list = readFileSync(join(root, 'Cargo.toml'), 'utf8').match(/^wasm-opt = (\[[^\]]*\])/m)?.[1];
  return list ? JSON.parse(list.replaceAll("'", '"').replace(/,\s*\]/, ']')) : ['-O'];
}

/** @param {Uint8Array} module */
function sections(module) {
  const reader = new Reader(module, 8);
  /** @type {{ id: number, name: string, body: Uint8Array }[]} */
  const all = [];
  while (reader.at < module.length) {
    const id = reader.byte();
    const body = reader.take(reader.number());
    const name = id === 0 ? `custom: ${new Reader(body).text()}` : (SECTIONS[id] ?? `section ${id}`);
    all.push({ id, name, body });
  }
  return all;
}

/**
 * The size of every function's body, by name.
 *
 * @param {Uint8Array} module
 * @returns {{ name: string, bytes: number }[]}
 */
function namedFunctions(module) {
  const all = sections(module);
  const imports = countImportedFunctions(all.find(({ id }) => id === 2)?.body);
  const names = functionNames(all.find(({ name }) => name === 'custom: name')?.body);
  const code = new Reader(all.find(({ id }) => id === 10)?.body ?? new Uint8Array(1));
  return Array.from({ length: code.number() }, (_, i) => {
    const bytes = code.number();
    code.take(bytes);
    return { name: names.get(imports + i) ?? 'without a name', bytes };
  });
}

/** @param {Uint8Array | undefined} body */
function countImportedFunctions(body) {
  if (!body) return 0;
  const reader = new Reader(body);
  let functions = 0;
  for (let left = reader.number(); left > 0; left--) {
    reader.text();
    reader.text();
    const kind = reader.byte();
    if (kind === 0) functions += 1;
    // A function names its type, a global its type and whether it changes; tables and memories have limits.
    if (kind === 0) reader.number();
    else if (kind === 3) reader.take(2);
    else {
      if (kind === 1) reader.byte();
      const bounded = reader.byte() & 1;
      reader.number();
      if (bounded) reader.number();
    }
  }
  return functions;
}

/** @param {Uint8Array | undefined} body */
function functionNames(body) {
  /** @type {Map<number, string>} */
  const names = new Map();
  if (!body) return names;
  const reader = new Reader(body);
  reader.text();
  while (reader.at < body.length) {
    const kind = reader.byte();
    const part = new Reader(reader.take(reader.number()));
    if (kind !== 1) continue;
    for (let left = part.number(); left > 0; left--) names.set(part.number(), part.text());
  }
  return names;
}

/** The crate that a function was written in; what is generic counts for its author. @param {string} name */
function owner(name) {
  // All that is called once ends up inside the one function that the boundary offers.
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

/** Reads the binary format: LEB128 numbers and strings with their length before them. */
class Reader {
  /** @param {Uint8Array} bytes @param {number} at */
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    return this.bytes[this.at++] ?? 0;
  }

  number() {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  /** @param {number} length */
  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  text() {
    return new TextDecoder().decode(this.take(this.number()));
  }
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
