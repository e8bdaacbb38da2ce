// Lays out dist/: what npm publishes and a CDN serves.
//
//   nut-graf.js              the element in one file, engine inside: <script src>, type="module" or not
//   nutgraf.js, element.js, define.js, summarizer.js, …   ES modules that share chunks
//   nutgraf-<version>.wasm   the engine, for the modules
//   types/, custom-elements.json, web-types.json, vscode.html-custom-data.json, integrity.json

import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { manifests } from './manifest.mjs';
import { Failure, must, root, say } from './tools.mjs';

const www = join(root, 'www');
const dist = join(root, 'dist');

/** @type {Record<string, string>} what a site imports, and the file in www/ it comes from */
const ENTRIES = {
  nutgraf: 'nutgraf.js',
  element: 'nut-graf.js',
  define: 'define.js',
  summarizer: 'summarizer.js',
  'summarizer-polyfill': 'summarizer-polyfill.js',
  worker: 'worker.js',
};

/** @param {string} version */
export async function pack(version) {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  const wasm = `nutgraf-${version}.wasm`;
  copyFileSync(join(www, 'pkg/nutgraf_bg.wasm'), join(dist, wasm));
  await modules(version, wasm);
  await standalone(version);
  must('tsc', ['-p', 'tsconfig.dist.json']);
  copyFileSync(join(www, 'types.d.ts'), join(dist, 'types/types.d.ts'));
  for (const [name, data] of Object.entries(manifests(version))) write(name, JSON.stringify(data, null, 2));
  integrity(['nut-graf.js', 'define.js', 'nutgraf.js', wasm]);
}

/** @param {string} version @returns {esbuild.BuildOptions} */
const common = (version) => ({
  bundle: true,
  minify: true,
  target: ['es2022'],
  outdir: dist,
  logLevel: 'warning',
  banner: { js: `/*! nutgraf ${version}, MIT OR Apache-2.0 */` },
});

/** @param {string} version @param {string} wasm */
async function modules(version, wasm) {
  await esbuild.build({
    ...common(version),
    entryPoints: Object.fromEntries(Object.entries(ENTRIES).map(([name, file]) => [name, join(www, file)])),
    format: 'esm',
    charset: 'utf8',
    splitting: true,
    // Beside the entries, so that addresses relative to a chunk are relative to dist/.
    chunkNames: '[name]-[hash]',
    plugins: [instead({ 'glue.js': factory, 'binary.js': () => source('binary.js').replace(must1(source('binary.js'), './pkg/nutgraf_bg.wasm'), `./${wasm}`) })],
  });
}

/** @param {string} version */
async function standalone(version) {
  await esbuild.build({
    ...common(version),
    entryPoints: { 'nut-graf': join(www, 'define.js') },
    format: 'iife',
    // Whatever the page's encoding, this is ASCII.
    charset: 'ascii',
    // A classic script has no import.meta; nothing that is left needs it.
    define: { 'import.meta.url': '""' },
    plugins: [instead({
      'glue.js': factory,
      'binary.js': inlined,
      // One file can be no worker's address.
      'apart.js': () => 'export async function summarizeApart() { return null; }',
    })],
  });
}

/** The glue as a function that makes fresh copies of itself: no second request after a crash. */
export async function factory() {
  const { code } = await esbuild.transform(readFileSync(join(www, 'pkg/nutgraf.js'), 'utf8'), {
    format: 'iife', globalName: 'glue', define: { 'import.meta.url': '""' },
  });
  return `function make() { ${code}; return glue; }\nexport async function importGlue() { return make(); }`;
}

/** The engine's bytes, gzipped, in a string. */
function inlined() {
  const packed = gzipSync(readFileSync(join(www, 'pkg/nutgraf_bg.wasm')), { level: 9 }).toString('base64');
  return `import { compileBytes } from './wasm.js';
const PACKED = '${packed}';
export async function compile() {
  const bytes = Uint8Array.from(atob(PACKED), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return compileBytes(new Uint8Array(await new Response(stream).arrayBuffer()), 'the engine in nut-graf.js');
}`;
}

/**
 * Replaces some files of www/.
 *
 * @param {Record<string, () => string | Promise<string>>} files
 * @returns {esbuild.Plugin}
 */
export function instead(files) {
  return {
    name: 'instead',
    setup(build) {
      for (const [name, contents] of Object.entries(files)) {
        const filter = new RegExp(`[\\\\/]www[\\\\/]${name.replace('.', '\\.')}$`);
        build.onLoad({ filter }, async () => ({ contents: await contents(), resolveDir: www }));
      }
    },
  };
}

/** @param {string} file */
function source(file) {
  return readFileSync(join(www, file), 'utf8');
}

/** A text that must be there. @param {string} text @param {string} part */
function must1(text, part) {
  if (!text.includes(part)) throw new Failure(`www/binary.js no longer names ${part}`);
  return part;
}

/** For `integrity="…"`. @param {string[]} files */
function integrity(files) {
  const sums = Object.fromEntries(files.map((file) => {
    const hash = createHash('sha384').update(readFileSync(join(dist, file))).digest('base64');
    return [file, `sha384-${hash}`];
  }));
  write('integrity.json', JSON.stringify(sums, null, 2));
  for (const [file, sum] of Object.entries(sums)) say(`${file}  ${sum}`);
}

/** @param {string} name @param {string} text */
function write(name, text) {
  writeFileSync(join(dist, name), `${text}\n`);
}
