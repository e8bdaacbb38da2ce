// Builds the engine into www/pkg when its sources are newer, then lays out dist/.

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { documents } from './documents.mjs';
import { shortenImports } from './imports.mjs';
import { pack } from './package.mjs';
import { single } from './single.mjs';
import { Failure, must, reproducible, root, say, start, writtenAt } from './tools.mjs';

const BINDINGS = 'www/pkg/nutgraf.js';
const WASM = 'www/pkg/nutgraf_bg.wasm';

export async function build() {
  const version = sameVersions();
  await engine();
  await documents();
  await pack(version);
  await single();
}

async function engine() {
  if (newest('Cargo.toml', 'Cargo.lock', 'build.rs', 'rust-toolchain.toml', 'src') < writtenAt(WASM)) return;
  say('building the engine');
  compileEngine(join('www', 'pkg'));
  await oneFile();
  shortenImports(join(root, BINDINGS), join(root, WASM));
  const bytes = readFileSync(join(root, WASM)).length;
  say(`built ${WASM}, ${Math.round(bytes / 1000)} KB`);
}

/**
 * What `wasm-pack build --target web` does, without wasm-pack: compiles the crate, generates its bindings, optimizes the module.
 *
 * @param {string} folder receives nutgraf.js and nutgraf_bg.wasm
 * @param {{ names?: boolean }} [options] `names` keeps the names of functions, to tell what takes up space
 */
export function compileEngine(folder, { names = false } = {}) {
  mkdirSync(join(root, folder), { recursive: true });
  const target = 'wasm32-unknown-unknown';
  // Wherever the machine's cargo puts what it compiles, the module is in target/.
  must('cargo', ['build', '--locked', '--release', '--lib', '--target', target, '--target-dir', 'target'], { env: reproducible() });
  const compiled = join('target', target, 'release', 'nutgraf.wasm');
  must('wasm-bindgen', ['--target', 'web', '--typescript', '--encode-into', 'always', '--omit-default-module-path', ...(names ? ['--keep-debug'] : []), '--out-dir', folder, '--out-name', 'nutgraf', compiled]);
  const bound = join(folder, 'nutgraf_bg.wasm');
  const optimized = join(folder, 'optimized.wasm');
  must('wasm-opt', [...optimizer(), ...(names ? ['-g'] : []), '-o', optimized, bound]);
  renameSync(join(root, optimized), join(root, bound));
}

/** The arguments of wasm-opt, from the place where wasm-pack reads them. @returns {string[]} */
function optimizer() {
  const list = readFileSync(join(root, 'Cargo.toml'), 'utf8').match(/^wasm-opt = (\[[^\]]*\])/m)?.[1];
  if (!list) throw new Failure('Cargo.toml names no arguments for wasm-opt');
  return JSON.parse(list);
}

/** Bundles the generated bindings with the module that they import from src/: one request less, one file to keep up to date. */
async function oneFile() {
  await esbuild.build({
    entryPoints: [join(root, BINDINGS)],
    outfile: join(root, BINDINGS),
    allowOverwrite: true,
    bundle: true,
    minify: true,
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
