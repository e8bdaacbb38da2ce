// Bundles the adapters that need a library into www/pkg/documents/, each with its library, and lays pdf.js's worker and character
// maps and all licences beside them.

import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { root } from './tools.mjs';

const out = join(root, 'www/pkg/documents');
const modules = join(root, 'node_modules');

/** The adapters, and the package that each is made with. @type {Record<string, string>} */
export const ADAPTERS = { pdf: 'pdfjs-dist', docx: 'mammoth', odt: 'fflate', epub: 'fflate', eml: 'postal-mime' };

export async function documents() {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await esbuild.build({
    entryPoints: Object.fromEntries(Object.keys(ADAPTERS).map((name) => [name, join(root, `www/documents/bundled/${name}.js`)])),
    outdir: out,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022'],
    logLevel: 'error',
  });
  copyFileSync(join(modules, 'pdfjs-dist/build/pdf.worker.min.mjs'), join(out, 'pdf.worker.js'));
  cpSync(join(modules, 'pdfjs-dist/cmaps'), join(out, 'cmaps'), { recursive: true });
  writeFileSync(join(out, 'LICENSES.txt'), licences());
}

/** The licence of every package that the bundles contain. */
function licences() {
  const names = new Set(Object.values(ADAPTERS));
  // A set goes on to what is added while it is read.
  for (const name of names) for (const other of Object.keys(about(name).dependencies ?? {})) names.add(other);
  return [...names].sort().flatMap((name) => {
    const { version, license } = about(name);
    const files = readdirSync(join(modules, name)).filter((file) => /^(licen[cs]e|notice)/i.test(file));
    return [`${name} ${version} (${license ?? 'see below'})\n`, ...files.map((file) => readFileSync(join(modules, name, file), 'utf8'))];
  }).join('\n');
}

/** @param {string} name of a package @returns {{ version: string, license?: string, dependencies?: Record<string, string> }} */
function about(name) {
  return JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8'));
}
