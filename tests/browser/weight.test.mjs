// How many bytes a visit transfers, after gzip.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { root } from '../../scripts/tools.mjs';
import { keySentences, paste, sample, withPage } from './browser.mjs';

// In bytes. The engine has its own limit, which npm test checks (scripts/size.mjs).
const PAGE = 58_000;

describe('the page', () => {
  test('without the engine weighs little, in any language', withPage(async (page, seen) => {
    await paste(page, await sample('en'));
    await keySentences(page);
    const { origin } = new URL(page.url());
    const files = [...new Set(seen.requests.filter((url) => url.startsWith(origin)).map((url) => new URL(url).pathname))];
    const weights = files.map((path) => {
      const file = path === '/' ? 'index.html' : path.slice(1);
      return { file, bytes: gzipSync(readFileSync(join(root, 'www', file)), { level: 9 }).length };
    });
    const sum = (/** @type {(file: string) => boolean} */ counts) => weights.reduce((total, { file, bytes }) => total + (counts(file) ? bytes : 0), 0);
    const engine = sum((file) => file.endsWith('.wasm'));
    const others = sum((file) => !file.endsWith('.wasm'));
    console.log(`    page ${others} bytes in ${weights.length - 1} files, engine ${engine} bytes`);
    assert.ok(others <= PAGE, `${others} bytes: ${weights.sort((a, b) => b.bytes - a.bytes).map(({ file, bytes }) => `${file} ${bytes}`).join(', ')}`);
  }, { locale: 'ru' }));
});
