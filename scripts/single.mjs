// Builds dist/nutgraf.html, the page in one file with engine, samples and languages inside: it opens by double click, without a
// server.
//
// Its Content-Security-Policy, in the file, allows no connection at all.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { factory, instead } from './package.mjs';
import { root, say } from './tools.mjs';

const www = join(root, 'www');

export async function single() {
  const script = await bundle('demo.js', {
    'bindings.js': factory,
    'binary.js': inlined,
    'start-worker.js': inlinedWorker,
    'page/own-scripts.js': blobs,
    'page/samples.js': samples,
    'documents/adapters.js': adapters,
    'page/offline.js': () => 'export function setUpOffline() {}',
  });
  const sheets = /\n *<link rel="stylesheet" href="([^"]+)">/g;
  const css = [...source('index.html').matchAll(sheets)].map(([, file = '']) => source(file)).join('\n');
  const style = esbuild.transformSync(css, { loader: 'css', minify: true }).code;
  const boot = esbuild.transformSync(source('page/boot.js'), { minify: true }).code;
  const policy = [
    "default-src 'none'",
    `script-src ${[boot, script].map(hash).join(' ')} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    'img-src data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types nutgraf default',
  ].join('; ');
  const html = source('index.html')
    .replace(/\n.*<link rel="(?:modulepreload|manifest|apple-touch-icon)".*/g, '')
    .replace('<meta charset="utf-8">', () => `<meta charset="utf-8">\n  <meta http-equiv="Content-Security-Policy" content="${policy}">`)
    .replace('<script src="page/boot.js"></script>', () => `<script>${boot}</script>`)
    .replace(sheets, '')
    .replace('</head>', () => `<style>${style}</style>\n</head>`)
    .replace('<script type="module" src="demo.js"></script>', () => `<script type="module">${script}</script>`);
  writeFileSync(join(root, 'dist/nutgraf.html'), html);
  say(`dist/nutgraf.html, ${Math.round(html.length / 1000)} KB`);
}

/**
 * @param {string} entry
 * @param {Record<string, () => string | Promise<string>>} files that differ from those in www/
 * @param {'esm' | 'iife'} [format]
 */
async function bundle(entry, files, format = 'esm') {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(www, entry)],
    bundle: true,
    minify: true,
    write: false,
    format,
    target: ['es2022'],
    charset: 'utf8',
    logLevel: 'warning',
    define: { 'import.meta.url': 'location.href' },
    plugins: [instead(files)],
  });
  // Nothing in the script may end the script element that contains it.
  return (outputFiles[0]?.text ?? '').replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');
}

/** The engine's bytes, packed; once compiled, the module can be handed to a worker. */
function inlined() {
  const packed = gzipSync(readFileSync(join(www, 'pkg/nutgraf_bg.wasm')), { level: 9 }).toString('base64');
  return `import { compileBytes } from './wasm.js';
const PACKED = '${packed}';
let compiled;
async function unpack() {
  const bytes = Uint8Array.from(atob(PACKED), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return compileBytes(new Uint8Array(await new Response(stream).arrayBuffer()), 'the engine in this page');
}
export function compile() { return compiled ??= unpack(); }`;
}

/** A worker whose script is in the page, and whose engine the page sends. */
async function inlinedWorker() {
  const script = await bundle('worker.js', {
    'bindings.js': factory,
    'binary.js': () => `const module = new Promise((done) => addEventListener('message', ({ data }) => { if (data.module) done(data.module); }));
export function compile() { return module; }`,
  }, 'iife');
  return `import { compile } from './binary.js';
const SCRIPT = ${JSON.stringify(script)};
export function startWorker() {
  const address = URL.createObjectURL(new Blob([SCRIPT], { type: 'text/javascript' }));
  const worker = new Worker(address, { name: 'nutgraf' });
  compile().then((module) => worker.postMessage({ module }));
  worker.addEventListener('message', () => URL.revokeObjectURL(address), { once: true });
  return worker;
}`;
}

/** This page's worker has the address of a blob; the policy of the page in many files lets no blob through. */
function blobs() {
  return `export function isOwnScript(url) { return url.startsWith('blob:'); }`;
}

/** Without libraries, which would triple the file: what needs one is said to be read by the page in many files. */
function adapters() {
  return `import * as plain from './plain.js';
import { Unreadable } from './unreadable.js';
export async function load(kind) {
  if (!Object.hasOwn(plain, kind)) throw new Unreadable('needsFiles');
  return plain[kind];
}`;
}

function samples() {
  const folder = join(www, 'samples');
  const all = Object.fromEntries(readdirSync(folder).map((file) => [file.replace('.txt', ''), readFileSync(join(folder, file), 'utf8')]));
  return `const SAMPLES = ${JSON.stringify(all)};\nexport async function sample(name) { return Object.hasOwn(SAMPLES, name) ? SAMPLES[name] : ''; }`;
}

/** @param {string} file */
function source(file) {
  return readFileSync(join(www, file), 'utf8');
}

/** For a policy. @param {string} text */
function hash(text) {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
