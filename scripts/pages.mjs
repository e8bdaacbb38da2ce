#!/usr/bin/env node
// Saved pages as lists of nodes, for the example that reads them without a browser:
//
//   node scripts/pages.mjs FOLDER > pages.jsonl
//   cargo run --release --example pages < pages.jsonl
//
// FOLDER holds NAME.html or NAME.html.gz. Chromium parses each once; after that a change to the reading of documents can
// be tried on hundreds of pages in seconds. A line: {"id", "head": {title, property: content, …}, "lang", "nodes"}, where a
// node is the text of a text node, [name, attributes] for the start of an element, or 0 for its end.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { launch } from './chromium.mjs';

const folder = process.argv[2];
if (!folder) {
  console.error('usage: node scripts/pages.mjs FOLDER > pages.jsonl');
  process.exit(2);
}

/** Runs in the browser. */
const read = (/** @type {string} */ html) => {
  const attributes = ['class', 'id', 'role', 'hidden', 'aria-hidden', 'style', 'href', 'itemprop', 'open'];
  const unread = ['script', 'style', 'svg', 'canvas', 'iframe', 'head', 'object', 'select', 'textarea'];
  const document = new DOMParser().parseFromString(html, 'text/html');
  /** @type {unknown[]} */
  const nodes = [];
  const walk = (/** @type {Element} */ element) => {
    const entries = attributes.map((name) => [name, element.getAttribute(name)]);
    nodes.push([element.localName, Object.fromEntries(entries.filter(([, value]) => value !== null))]);
    for (const child of unread.includes(element.localName) ? [] : element.childNodes) {
      if (child.nodeType === Node.ELEMENT_NODE) walk(/** @type {Element} */ (child));
      else if (child.nodeType === Node.TEXT_NODE) nodes.push(child.nodeValue);
    }
    nodes.push(0);
  };
  walk(document.documentElement);
  /** @type {Record<string, string>} */
  const head = { title: document.querySelector('title')?.textContent ?? '' };
  for (const meta of document.querySelectorAll('meta[property][content]')) {
    head[meta.getAttribute('property') ?? ''] ??= meta.getAttribute('content') ?? '';
  }
  const lang = document.querySelector('html[lang],body[lang]')?.getAttribute('lang') ?? null;
  return { head, lang, nodes };
};

const browser = await launch();
const page = await browser.newPage();
for (const file of readdirSync(folder).sort()) {
  const id = file.replace(/\.html(\.gz)?$/, '');
  if (id === file) continue;
  const bytes = readFileSync(join(folder, file));
  const html = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  console.log(JSON.stringify({ id, ...(await page.evaluate(read, html)) }));
}
await browser.close();
