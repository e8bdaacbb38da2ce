// Builds the engine into www/pkg when its sources are newer, then lays out dist/.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pack } from './package.mjs';
import { single } from './single.mjs';
import { Failure, must, root, say, start, writtenAt } from './tools.mjs';

const WASM = 'www/pkg/nutgraf_bg.wasm';

export async function build() {
  const version = sameVersions();
  engine();
  await pack(version);
  await single();
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

// The loader refuses an engine of another version, so the places that name it must agree.
function sameVersions() {
  /** @type {[string, RegExp][]} */
  const places = [
    ['package.json', /"version": "([^"]+)"/],
    ['Cargo.toml', /^version = "([^"]+)"/m],
    ['www/engine.js', /VERSION = '([^']+)'/],
    ['package.json', /nutgraf-([\d.]+)\.wasm/],
  ];
  const found = places.map(([file, pattern]) => `${file} ${readFileSync(join(root, file), 'utf8').match(pattern)?.[1]}`);
  const versions = new Set(found.map((line) => line.split(' ')[1]));
  if (versions.size > 1) throw new Failure(`versions differ: ${found.join(', ')}`);
  return [...versions].join();
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
