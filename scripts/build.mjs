// Builds the engine into www/pkg when its sources are newer, then lays out dist/.

import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { pack } from './package.mjs';
import { single } from './single.mjs';
import { Failure, must, reproducible, root, say, start, writtenAt } from './tools.mjs';

const GLUE = 'www/pkg/nutgraf.js';
const WASM = 'www/pkg/nutgraf_bg.wasm';

export async function build() {
  const version = sameVersions();
  await engine();
  await pack(version);
  await single();
}

async function engine() {
  if (newest('Cargo.toml', 'Cargo.lock', 'build.rs', 'src') < writtenAt(WASM)) return;
  say('building the engine');
  must('wasm-pack', [
    '--log-level', 'warn',
    'build', '--release', '--target', 'web', '--mode', 'no-install', '--no-pack',
    '--out-dir', 'www/pkg', '--out-name', 'nutgraf',
  ], { env: reproducible() });
  await oneFile();
  if (!writtenAt(WASM)) throw new Failure(`the build left no ${WASM}`);
  const bytes = readFileSync(join(root, WASM)).length;
  say(`built ${WASM}, ${Math.round(bytes / 1000)} KB`);
}

/** The generated glue with the module that it imports from src/: one request less, and one file to keep up to date. */
async function oneFile() {
  await esbuild.build({
    entryPoints: [join(root, GLUE)],
    outfile: join(root, GLUE),
    allowOverwrite: true,
    bundle: true,
    format: 'esm',
    logLevel: 'warning',
  });
  rmSync(join(root, 'www/pkg/snippets'), { recursive: true });
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
