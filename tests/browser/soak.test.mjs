// The engine at length and at its limits: thousands of digests in one page, a paste of 64 MB, no memory left.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../scripts/tools.mjs';
import { sample, withPage } from './browser.mjs';

const ROUNDS = 10_000;
const PAGE = 65_536;

// All that there are tables for, and none.
const LANGUAGES = ['', ...readdirSync(join(root, 'src/data')).filter((name) => !name.includes('.'))];

test(`${ROUNDS} digests of mixed inputs leave memory as it was`, withPage(async (page) => {
  const articles = await Promise.all(['en', 'fr', 'de', 'es', 'zh', 'ar'].map(sample));
  const { failures, errors, sizes } = await page.evaluate(async ([texts, rounds, languages]) => {
    const { summarize, load } = await import(/** @type {any} */ ('./nutgraf.js'));
    await load();
    // The instance that the loader started, and all that can grow in it.
    const { default: init } = await import(/** @type {any} */ ('./pkg/nutgraf.js'));
    const exports = Object.values(await init());
    const memory = exports.find((value) => value instanceof WebAssembly.Memory);
    const tables = exports.filter((value) => value instanceof WebAssembly.Table);
    const size = () => ({
      memory: memory?.buffer.byteLength ?? 0,
      tables: tables.reduce((sum, table) => sum + table.length, 0),
    });

    // Splitmix32: the same inputs on every run.
    let state = 1;
    const below = (/** @type {number} */ n) => {
      state = (state + 0x9e3779b9) | 0;
      let z = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
      z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
      return ((z ^ (z >>> 15)) >>> 0) % n;
    };
    const pick = (/** @type {any[]} */ from) => from[below(from.length)];
    const units = ['.', '7', '«', '(', '\n', 'a\n', 'A.', '&', '&amp;', '\ud83d', '\udc69', '👩‍👩‍👧', '\0', '水', '- a\n', '\u202e'];
    const text = () => {
      const article = pick(texts);
      const start = below(article.length);
      const piece = article.slice(start, start + below(2000));
      switch (below(6)) {
        case 0: return pick(units).repeat(below(500));
        case 1: return piece + pick(units) + piece;
        // Cut inside a surrogate pair, now and then.
        case 2: return piece.replaceAll('a', '😀').slice(0, below(300));
        case 3: return '';
        default: return piece;
      }
    };
    const options = [
      undefined, {}, { length: 'short' }, { length: { sentences: 2 } }, { length: { words: 30 } }, { length: { ratio: 0.4 } },
      { type: 'headline' }, { type: 'teaser', title: 'Une plage' }, { focus: ['lac', '\ud83d'] }, { language: 'fr' },
      // These are refused.
      { length: { sentences: 0 } }, { lenght: 'short' }, { language: '!' },
    ];
    // A language brings its tables along when it is first met; that is no leak, so all are met first.
    for (const language of languages) await summarize('1. 2.', language ? { language } : {});
    const failures = [];
    const sizes = [];
    let errors = 0;
    for (let i = 0; i < rounds; i++) {
      const input = text();
      const chosen = pick(options);
      try {
        const digest = await summarize(input, chosen);
        for (const { start, end } of digest.sentences) if (!(start < end && end <= input.length)) throw new Error(`offsets ${start}..${end}`);
      } catch (error) {
        errors += 1;
        if (/** @type {any} */ (error).code !== 'invalid-option') failures.push(`${error}: ${JSON.stringify([input, chosen])}`);
      }
      if (i % 1000 === 999) sizes.push(size());
    }
    return { failures: failures.slice(0, 3), errors, sizes };
  }, /** @type {const} */ ([articles, ROUNDS, LANGUAGES]));

  assert.deepEqual(failures, []);
  assert.ok(errors > ROUNDS / 10 && errors < ROUNDS / 2, `${errors} were refused`);
  const early = sizes[2];
  const late = sizes.at(-1);
  assert.ok(early && late && early.memory > 0);
  assert.ok(late.memory <= early.memory + 2 * PAGE, `memory grew from ${early.memory} to ${late.memory} bytes`);
  assert.ok(late.tables <= early.tables + 16, `tables grew from ${early.tables} to ${late.tables}`);
}));

test('a paste of 64 MB gets its digest, and one above the limit a reason', withPage(async (page) => {
  const article = await sample('fr');
  const [digest, refused, after] = await page.evaluate(async (piece) => {
    const { summarize } = await import(/** @type {any} */ ('./nutgraf.js'));
    const attempt = async (/** @type {string} */ text) => {
      try {
        const { sentences, summary } = await summarize(text);
        return { sentences: sentences.length, summary: summary.length, code: null };
      } catch (error) {
        return { sentences: 0, summary: 0, code: /** @type {any} */ (error).code };
      }
    };
    // Not the same sentences over and over: those would be set aside.
    const words = piece.split(/\s+/).filter((word) => /^\p{L}{3,}$/u.test(word));
    const parts = [];
    for (let length = 0, i = 0; length < 62e6; i++) {
      const sentence = Array.from({ length: 12 }, (_, k) => words[(i * (k + 7) + k * k) % words.length]).join(' ');
      parts.push(`La ${sentence} ${i}.${i % 5 === 4 ? '\n\n' : ' '}`);
      length += sentence.length + 10;
    }
    return [await attempt(parts.join('')), await attempt('a'.repeat(135e6)), await attempt(piece)];
  }, article);
  assert.equal(digest?.code, null);
  assert.ok(digest.sentences > 100_000 && digest.summary > 0, JSON.stringify(digest));
  assert.equal(refused?.code, 'input-too-large');
  assert.ok(after && after.summary > 0);
  // The page's own policy knows only the page's own worker; here the engine's is meant.
}, { policy: '' }));

test('when memory runs out the engine says so, and the next call gets a fresh one', withPage(async (page) => {
  const article = await sample('en');
  const [before, trapped, after] = await page.evaluate(async (text) => {
    const { summarize, load } = await import(/** @type {any} */ ('./nutgraf.js'));
    await load();
    const { default: init } = await import(/** @type {any} */ ('./pkg/nutgraf.js'));
    const memory = Object.values(await init()).find((value) => value instanceof WebAssembly.Memory);
    const before = (await summarize(text)).summary;
    // Take all that there is.
    for (let pages = 16_384; pages >= 1; ) {
      try {
        memory?.grow(pages);
      } catch {
        pages = Math.floor(pages / 2);
      }
    }
    // Short enough for the page's own thread.
    const trapped = await summarize(text.repeat(Math.floor(900_000 / text.length))).then(() => 'no trap', (/** @type {any} */ error) => error.code);
    return [before, trapped, (await summarize(text)).summary];
  }, article);
  assert.equal(trapped, 'engine-trapped');
  assert.deepEqual(after, before);
}, { expected: /memory allocation|panicked|unreachable/ }));
