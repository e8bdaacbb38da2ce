// Whole pages, made up, one of a kind: what of each is the article, and what its title is. Every page says in its first comment
// what is hard about it. After a change that is meant, write the expected texts anew and review them as a diff:
//
//   UPDATE=1 node --test tests/browser/pages.test.mjs

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { root } from '../../scripts/tools.mjs';
import { withPage } from './browser.mjs';

const folder = join(root, 'tests/pages');

/** Without Trusted Types, so that the test may parse a string. */
const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

/** Runs in the browser: the title, and each sentence after its kind. */
const read = async (/** @type {string} */ html) => {
  const { summarize } = await import(/** @type {any} */ ('./nutgraf.js'));
  const digest = await summarize(new DOMParser().parseFromString(html, 'text/html'));
  const lines = digest.sentences.map((/** @type {{ kind: string, text: string }} */ { kind, text }) => `${kind}: ${text}`);
  return `title: ${digest.title}\n\n${lines.join('\n')}\n`;
};

describe('the article of a page', () => {
  for (const kind of readdirSync(folder).sort()) {
    test(kind.replaceAll('-', ' '), withPage(async (page) => {
      const got = await page.evaluate(read, readFileSync(join(folder, kind, 'source.html'), 'utf8'));
      const expected = join(folder, kind, 'expected.txt');
      if (process.env.UPDATE) writeFileSync(expected, got);
      assert.equal(got, readFileSync(expected, 'utf8'));
    }, { policy }));
  }
});
