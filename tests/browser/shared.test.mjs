// What the page and the element share, without a browser.

import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { root } from '../../scripts/tools.mjs';
import { direction, LOCALES } from '../../www/locales/index.js';
import { orAborted } from '../../www/shared/abort.js';
import { duration, escapeMarkdown, fill, own } from '../../www/shared/format.js';
import { Summarizer } from '../../www/summarizer.js';

describe('a duration', () => {
  for (const [seconds, expected] of /** @type {[number, string][]} */ ([
    [0, '5 sec'], [7, '5 sec'], [8, '10 sec'], [57, '55 sec'], [58, '1 min'], [89, '1 min'], [91, '2 min'],
    [7100, '118 min'], [7199, '2 hr'], [9000, '3 hr'], [36_000, '10 hr'],
  ])) {
    test(`of ${seconds} s is ${expected}, never 60 seconds nor 120 minutes`, () => assert.equal(duration('en', seconds), expected));
  }

  test('is in the words of the language', () => {
    assert.equal(duration('fr', 7200, 'long').replace('\u00a0', ' '), '2 heures');
    assert.equal(duration('de', 120, 'long'), '2 Minuten');
  });
});

test('a template is filled from its own values, never from what every object inherits', () => {
  assert.equal(fill('{n} of {all}', { n: 1, all: '2' }), '1 of 2');
  assert.equal(fill('{toString} {constructor} {n}', { n: 1 }), '{toString} {constructor} 1');
  assert.equal(own({ a: 1 }, 'a'), 1);
  assert.equal(own({ a: 1 }, 'constructor'), undefined);
});

test('Markdown and HTML are escaped, line breaks become spaces', () => {
  assert.equal(escapeMarkdown('*a* _b_ [c](d)\n<b> & `e` #1 | ~'), '\\*a\\* \\_b\\_ \\[c\\](d) \\<b\\> \\& \\`e\\` \\#1 \\| \\~');
});

describe('a promise that can be abandoned', () => {
  test('settles as it would', async () => {
    const { signal } = new AbortController();
    assert.equal(await orAborted(Promise.resolve(1), signal), 1);
    await assert.rejects(orAborted(Promise.reject(new Error('no')), signal), /no/);
  });

  test('rejects with the reason of the signal, aborted before or later', async () => {
    const abort = new AbortController();
    const waiting = orAborted(new Promise(() => {}), abort.signal);
    abort.abort(new Error('enough'));
    await assert.rejects(waiting, /enough/);
    await assert.rejects(orAborted(new Promise(() => {}), abort.signal), /enough/);
  });

  test('leaves no listener on a signal that outlives it', async () => {
    const { signal } = new AbortController();
    for (let i = 0; i < 20; i += 1) await orAborted(Promise.resolve(i), signal);
    await new Promise((done) => setImmediate(done));
    assert.equal(getEventListeners(signal, 'abort').length, 0);
  });

  test('nor do summarizers that were created with it', async () => {
    const { signal } = new AbortController();
    for (let i = 0; i < 20; i += 1) await Summarizer.create({ signal });
    await new Promise((done) => setImmediate(done));
    const listeners = getEventListeners(signal, 'abort').length;
    assert.equal(listeners, 0);
  });
});

describe('the languages of the interface', () => {
  for (const folder of ['www/locales', 'www/page/locales', 'www/documents/locales']) {
    test(`have a file each in ${folder}, with the same strings as English`, async () => {
      const tags = readdirSync(join(root, folder)).filter((name) => name !== 'index.js').map((name) => name.replace('.js', ''));
      assert.deepEqual(tags.sort(), Object.keys(LOCALES).sort());
      const { default: english } = await import(`../../${folder}/en.js`);
      for (const tag of tags) {
        const { default: strings } = await import(`../../${folder}/${tag}.js`);
        assert.deepEqual(shape(strings), shape(english), tag);
      }
    });
  }

  test('say in index.html what they say in English', async () => {
    const { default: element } = await import('../../www/locales/en.js');
    const { default: page } = await import('../../www/page/locales/en.js');
    const strings = /** @type {Record<string, any>} */ ({ ...element, ...page });
    const html = readFileSync(join(root, 'www/index.html'), 'utf8').replaceAll('&amp;', '&');
    const shown = [...html.matchAll(/data-t="(\w+)"[^>]*>([^<]+)</g), ...html.matchAll(/data-t-label="(\w+)" aria-label="([^"]+)"/g), ...html.matchAll(/data-t-placeholder="(\w+)"\s+placeholder="([^"]+)"/g)];
    assert.ok(shown.length > 50, `${shown.length} strings`);
    for (const [, key = '', text] of shown) {
      // Short in the page, since nobody without JavaScript needs the rest.
      if (key === 'privacyMore') assert.ok(text);
      else assert.equal(text, strings[key], key);
    }
  });

  test('know their direction, and that of languages that a site adds', () => {
    const written = ['ar', 'en', 'ja', 'he', 'fa', 'ur', 'ps', 'uz-Arab', 'az'].map((tag) => `${tag} ${direction(tag)}`);
    assert.deepEqual(written, ['ar rtl', 'en ltr', 'ja ltr', 'he rtl', 'fa rtl', 'ur rtl', 'ps rtl', 'uz-Arab rtl', 'az ltr']);
  });
});

/** Every key with the placeholders of its string, in order. @param {object} strings @returns {string[]} */
function shape(strings) {
  return Object.entries(strings).flatMap(([key, value]) => (
    typeof value === 'string' ? [`${key}: ${[...new Set(value.match(/\{\w+\}/g))].sort()}`] : shape(value).map((inner) => `${key}.${inner}`)
  )).sort();
}
