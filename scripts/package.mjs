// Lays out dist/: what npm publishes and a CDN serves.
//
//   nut-graf.css             the height of the element before its script has run
//   nut-graf.js              the element in one file, engine inside: <script src>, type="module" or not
//   nutgraf.js, element.js, define.js, summarizer.js, …   ES modules that share chunks
//   nutgraf-<version>.wasm   the engine, for the modules
//   types/, custom-elements.json, web-types.json, vscode.html-custom-data.json, integrity.json

import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { manifests } from './manifest.mjs';
import { Failure, must, root, say, writtenAt } from './tools.mjs';

const www = join(root, 'www');
const dist = join(root, 'dist');

const ENGINE = './pkg/nutgraf_bg.wasm';

/** @type {Record<string, string>} what a site imports, and the file in www/ it comes from */
const ENTRIES = {
  nutgraf: 'nutgraf.js',
  element: 'nut-graf.js',
  define: 'define.js',
  summarizer: 'summarizer.js',
  'summarizer-polyfill': 'summarizer-polyfill.js',
};

/** @param {string} version */
export async function pack(version) {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  const wasm = `nutgraf-${version}.wasm`;
  copyFileSync(join(www, 'pkg/nutgraf_bg.wasm'), join(dist, wasm));
  await modules(wasm);
  await worker(wasm);
  await standalone(version);
  writeFileSync(join(dist, 'nut-graf.css'), await pageStyles());
  must('tsc', ['-p', 'tsconfig.dist.json']);
  copyFileSync(join(www, 'types.d.ts'), join(dist, 'types/types.d.ts'));
  for (const [name, data] of Object.entries(manifests(version))) write(name, JSON.stringify(data, null, 2));
  integrity(['nut-graf.js', 'nut-graf.css', 'define.js', 'nutgraf.js', wasm]);
}

/** Properties of the element's own parts, known to no page and to no browser: they get short names. */
const INTERNAL = [
  'abandon', 'announce', 'assigned', 'fallback', 'headingText', 'inProse', 'isLoose', 'isOpen', 'languageChanged', 'mayOpen', 'messages',
  'readerLength', 'refit', 'settle', 'showBack', 'unwatch', 'wantsExtras',
];

/** @type {esbuild.BuildOptions} */
const COMMON = {
  bundle: true,
  minify: true,
  mangleProps: new RegExp(`^(${INTERNAL.join('|')})$`),
  target: ['es2022'],
  outdir: dist,
  logLevel: 'warning',
};

/** @param {string} wasm */
async function modules(wasm) {
  await esbuild.build({
    ...COMMON,
    entryPoints: Object.fromEntries(Object.entries(ENTRIES).map(([name, file]) => [name, join(www, file)])),
    format: 'esm',
    charset: 'utf8',
    splitting: true,
    // Beside the entries, so that addresses relative to a chunk are relative to dist/.
    chunkNames: '[name]-[hash]',
    plugins: [ownExports, instead({ 'bindings.js': factory, ...SMALL, 'binary.js': () => renamed(wasm) })],
  });
}

/** A file of its own, so that it is one request. @param {string} wasm */
async function worker(wasm) {
  await esbuild.build({
    ...COMMON,
    entryPoints: { worker: join(www, 'worker.js') },
    format: 'esm',
    plugins: [instead({ 'bindings.js': factory, 'binary.js': () => renamed(wasm) })],
  });
}

/** @param {string} version */
async function standalone(version) {
  await esbuild.build({
    ...COMMON,
    entryPoints: { 'nut-graf': join(www, 'define.js') },
    format: 'iife',
    banner: { js: `/*! nutgraf ${version}, MIT OR Apache-2.0 */` },
    // Whatever the page's encoding, this is ASCII.
    charset: 'ascii',
    // A classic script has no import.meta; nothing that is left needs it.
    define: { 'import.meta.url': '""' },
    plugins: [ownExports, instead({
      'bindings.js': factory,
      ...SMALL,
      'binary.js': inlined,
      // A script element has no file beside it that could be a worker's.
      'shared/worker-client.js': () => 'export async function summarizeInWorker() { return null; }',
    })],
  });
}

/**
 * A page may have given every object another property: what esbuild makes of a module's exports must list its own names only.
 *
 * @type {esbuild.Plugin}
 */
const ownExports = {
  name: 'own exports',
  setup(build) {
    build.initialOptions.write = false;
    build.onEnd(({ outputFiles = [] }) => {
      for (const { path, text } of outputFiles) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text.replace(/for\(var (\w+) in (\w+)\)(?=\w+\(\w+,\1,\{get:\2\[\1\],)/g, 'for(var $1 of Object.keys($2))'));
      }
    });
  },
};

/** The files whose style sheet loses its white space. */
export const SMALL = Object.fromEntries(['look', 'extras-look', 'size'].map((name) => [`element/${name}.js`, () => smallLook(`element/${name}.js`)]));

/** @param {string} file that holds a style sheet in a string */
async function smallLook(file) {
  const text = source(file);
  const css = text.match(/ = `(?:\$\{SIZE\})?([\s\S]*?)`;/)?.[1];
  if (!css) throw new Failure(`www/${file} holds no style sheet`);
  const { code } = await esbuild.transform(css.replaceAll('\\\\', '\\'), { loader: 'css', minify: true, target: ['chrome120', 'safari17', 'firefox121'] });
  return text.replace(css, () => code.trim().replaceAll('\\', '\\\\').replaceAll('`', '\\`'));
}

/** What a page links, so that the box has its height before the element is defined: the same rules, for the page's side. */
async function pageStyles() {
  const { SIZE } = await import('../www/element/size.js');
  const shared = ['display', 'margin-block'].map((name) => SIZE.match(new RegExp(`^ *${name}: .*;$`, 'm'))?.[0] ?? '');
  if (shared.includes('')) throw new Failure('www/element/size.js gives the element no display or margin');
  const rules = SIZE.replace(/:host(?:\(([^)]*)\))?/g, (_, selector = '') => `:where(nut-graf${selector}:not(:defined))`);
  return `/* nutgraf: the height of <nut-graf> before its script has run. Generated from www/element/size.js. */

:where(nut-graf) {
${shared.join('\n')}
}
${shared.reduce((text, line) => text.replace(`${line}\n`, ''), rules)}
:where(nut-graf:not(:defined)) {
  box-sizing: border-box;
  block-size: var(--_box);
  overflow: hidden;
  flex-shrink: 0;
  break-inside: avoid;
  /* The script may never come. */
  animation: nut-graf-give-up 1ms 10s forwards;
}

@keyframes nut-graf-give-up {
  to { block-size: auto; padding-block-start: 0; overflow: visible; }
}

:where(nut-graf:not(:defined):has(> [slot='source'])) {
  block-size: auto;
  padding-block-start: var(--_box);
}

@media print, (scripting: none) {
  :where(nut-graf:not(:defined), nut-graf:not(:defined):has(> [slot='source'])) { block-size: auto; padding-block-start: 0; overflow: visible; }
}
`;
}

/** The bindings inside a function that returns a fresh copy at each call: no second request after a crash. */
export async function factory() {
  const names = ['default', 'version', 'summarize', 'summarizeDom'];
  const { outputFiles: [output] } = await esbuild.build({
    stdin: {
      // An assignment to a variable outside takes less code than exports do.
      contents: `import { ${names.map((name) => `${name} as ${name}_`).join(', ')} } from './pkg/nutgraf.js';
        bindings = { ${names.map((name) => `${name}: ${name}_`).join(', ')} };`,
      resolveDir: www,
    },
    bundle: true, minify: true, write: false, format: 'iife',
    // It is given a compiled module, so what fetches one falls away.
    define: { 'import.meta.url': '""', Response: 'undefined', Request: 'undefined', URL: 'undefined' },
    pure: ['console.warn'],
  });
  return `function make() { let bindings; ${output?.text}; return bindings; }\nexport async function importBindings() { return make(); }`;
}

/** The engine's bytes, gzipped, in a string. */
function inlined() {
  const packed = gzipSync(readFileSync(join(www, 'pkg/nutgraf_bg.wasm')), { level: 9 }).toString('base64');
  return `import { coded } from './errors.js';
import { compileBytes } from './wasm.js';
const PACKED = '${packed}';
export async function compile() {
  if (typeof DecompressionStream !== 'function') throw coded('engine-unsupported', 'this browser has no DecompressionStream; the modules (define.js) do without');
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
        const filter = new RegExp(`[\\\\/]www[\\\\/]${name.replace('.', '\\.').replace('/', '[\\\\/]')}$`);
        build.onLoad({ filter }, async () => ({ contents: await contents(), resolveDir: dirname(join(www, name)) }));
      }
    },
  };
}

/** @param {string} file */
function source(file) {
  return readFileSync(join(www, file), 'utf8');
}

/** The loader, for an engine of another name. @param {string} wasm */
function renamed(wasm) {
  const text = source('binary.js');
  if (!text.includes(ENGINE)) throw new Failure(`www/binary.js no longer names ${ENGINE}`);
  return text.replace(ENGINE, `./${wasm}`);
}

/** What a page with the element loads before the first summary, in bytes after gzip: all but the engine and a language. */
export async function scriptSize() {
  const { outputFiles } = await esbuild.build({
    ...COMMON,
    entryPoints: [join(www, 'define.js')],
    format: 'esm',
    charset: 'utf8',
    splitting: true,
    write: false,
    plugins: [instead({ ...SMALL, ...(writtenAt('www/pkg/nutgraf.js') ? { 'bindings.js': factory } : {}) })],
  });
  const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  return [...closure('define.js', texts)].reduce((sum, name) => sum + gzipSync(texts.get(name) ?? '', { level: 9 }).length, 0);
}

/** A module and all that it imports statically. @param {string} name @param {Map<string, string>} texts @param {Set<string>} seen */
function closure(name, texts, seen = new Set()) {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const [, other = ''] of (texts.get(name) ?? '').matchAll(/(?:from|import)"\.\/([^"]+)"/g)) closure(other, texts, seen);
  return seen;
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
