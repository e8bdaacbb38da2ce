// Builds the engine into www/pkg when its sources are newer, then lays out dist/.

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, must, root, say, start, writtenAt } from './tools.mjs';

const WASM = 'www/pkg/nutgraf_bg.wasm';
const GLUE = ['nutgraf.js', 'nutgraf.d.ts', 'nutgraf_bg.wasm', 'nutgraf_bg.wasm.d.ts'];

// What an embedding site gets from www/, beside the engine.
const LIBRARY = ['nutgraf.js', 'engine.js', 'types.d.ts'];

export function build() {
  sameVersions();
  engine();
  dist();
}

function engine() {
  if (newest('Cargo.toml', 'Cargo.lock', 'src') < writtenAt(WASM)) return;
  say('building the engine');
  must('wasm-pack', [
    '--log-level', 'warn',
    'build', '--release', '--target', 'web', '--mode', 'no-install', '--no-pack',
    '--out-dir', 'www/pkg', '--out-name', 'nutgraf',
  ]);
  if (!writtenAt(WASM)) throw new Failure(`the build left no ${WASM}`);
  const bytes = readFileSync(join(root, WASM)).length;
  say(`built ${WASM}, ${Math.round(bytes / 1000)} KB`);
}

// The same relative layout as www/, so that no import needs rewriting.
function dist() {
  const from = join(root, 'www');
  const to = join(root, 'dist');
  rmSync(to, { recursive: true, force: true });
  mkdirSync(join(to, 'pkg'), { recursive: true });
  for (const file of LIBRARY) cpSync(join(from, file), join(to, file));
  for (const file of GLUE) cpSync(join(from, 'pkg', file), join(to, 'pkg', file));
  must('tsc', ['-p', 'tsconfig.dist.json']);
}

// The loader refuses an engine of another version, so the three places that name it must agree.
function sameVersions() {
  /** @type {[string, RegExp][]} */
  const places = [
    ['package.json', /"version": "([^"]+)"/],
    ['Cargo.toml', /^version = "([^"]+)"/m],
    ['www/engine.js', /VERSION = '([^']+)'/],
  ];
  const found = places.map(([file, pattern]) => `${file} ${readFileSync(join(root, file), 'utf8').match(pattern)?.[1]}`);
  if (new Set(found.map((line) => line.split(' ')[1])).size > 1) throw new Failure(`versions differ: ${found.join(', ')}`);
}

/** The time of the newest file under some paths. @param {string[]} paths @returns {number} */
function newest(...paths) {
  return Math.max(0, ...paths.map((path) => {
    const full = join(root, path);
    if (!statSync(full, { throwIfNoEntry: false })?.isDirectory()) return writtenAt(path);
    return Math.max(writtenAt(path), newest(...readdirSync(full).map((name) => `${path}/${name}`)));
  }));
}

await start(import.meta.url, build);
