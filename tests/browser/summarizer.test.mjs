// The stand-in for the web's Summarizer.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CDN, onHost, site } from './host.mjs';

const TEXT = 'The harbour bridge of Tellmar opened on Monday, nine years after the first pile was driven. It cost 84 million crowns, twice what the council had voted. Ferries will run until spring, because the railway still lacks its signals. The port expects forty trains a day by summer. Dockers fear for their jobs. Tellmar has waited for a bridge since the storm of 1962 sank the old ferry. A museum in the southern tower tells of it. Entrance is free on Sundays.';

/**
 * Evaluates in a page that has the stand-in as `Summarizer`.
 *
 * @param {(text: string, Summarizer: typeof import('../../www/summarizer.js').Summarizer) => unknown} work
 * @param {unknown} expected
 */
const gives = (work, expected) => onHost(site('', ''), async ({ page }) => {
  const value = await page.evaluate(async ([text, code, address]) => {
    const { Summarizer } = await import(String(address));
    try {
      return await new Function(`return ${code}`)()(text, Summarizer);
    } catch (error) {
      const { name, message } = /** @type {any} */ (error);
      return { thrown: name, message };
    }
  }, [TEXT, String(work), `${CDN}www/summarizer.js`]);
  if (typeof expected === 'function') expected(value);
  else assert.deepEqual(value, expected);
});

/** @param {string} name */
const thrown = (name) => (/** @type {any} */ value) => assert.equal(value.thrown, name, JSON.stringify(value));

describe('Summarizer', () => {
  test('is available', gives((_, Summarizer) => Summarizer.availability(), 'available'));
  test('is unavailable for translations', gives((_, Summarizer) => Summarizer.availability({ expectedInputLanguages: ['fr'], outputLanguage: 'en' }), 'unavailable'));
  test('has the defaults of the web', gives(async (_, Summarizer) => {
    const { type, format, length, sharedContext, expectedInputLanguages, expectedContextLanguages, outputLanguage } = await Summarizer.create();
    return [type, format, length, sharedContext, expectedInputLanguages, expectedContextLanguages, outputLanguage];
  }, ['key-points', 'markdown', 'short', '', null, null, null]));
  test('canonicalizes languages', gives(async (_, Summarizer) => (await Summarizer.create({ expectedInputLanguages: ['EN-us', 'en-US'], outputLanguage: 'en-gb' })).expectedInputLanguages, ['en-US']));
  test('can’t be constructed', gives((_, Summarizer) => new (/** @type {any} */ (Summarizer))(), thrown('TypeError')));

  for (const options of [{ type: 'poem' }, { format: 'html' }, { length: 'huge' }, { preference: 'cheap' }]) {
    test(`refuses ${JSON.stringify(options)}`, gives(/** @type {any} */ (new Function('_', 'Summarizer', `return Summarizer.create(${JSON.stringify(options)})`)), thrown('TypeError')));
  }
  test('refuses a tag that is none', gives((_, Summarizer) => Summarizer.create({ outputLanguage: '!' }), thrown('RangeError')));
  test('refuses to translate', gives((_, Summarizer) => Summarizer.create({ expectedInputLanguages: ['fr'], outputLanguage: 'en' }), thrown('NotSupportedError')));
  test('refuses a text in another language than asked for', gives(async (text, Summarizer) => (await Summarizer.create({ outputLanguage: 'fr' })).summarize(text), thrown('NotSupportedError')));

  test('tells its progress: 0, then 1', gives(async (_, Summarizer) => {
    /** @type {unknown[]} */
    const seen = [];
    await Summarizer.create({ monitor: (monitor) => monitor.addEventListener('downloadprogress', (event) => seen.push(/** @type {any} */ (event).loaded)) });
    return seen;
  }, [0, 1]));
  test('gives up before it is created', gives((_, Summarizer) => {
    const controller = new AbortController();
    const coming = Summarizer.create({ signal: controller.signal });
    controller.abort();
    return coming;
  }, thrown('AbortError')));

  for (const [length, most] of [['short', 3], ['medium', 5], ['long', 7]]) {
    test(`key points, ${length}: at most ${most}`, gives(/** @type {any} */ (new Function('text', 'Summarizer', `return Summarizer.create({ length: '${length}' }).then((summarizer) => summarizer.summarize(text))`)), (/** @type {string} */ value) => {
      const lines = value.split('\n');
      assert.ok(lines.length <= Number(most) && lines.length > 1, value);
      assert.ok(lines.every((line) => line.startsWith('* ')), value);
    }));
  }
  for (const [length, most] of [['short', 12], ['medium', 17], ['long', 22]]) {
    test(`headline, ${length}: at most ${most} words`, gives(/** @type {any} */ (new Function('text', 'Summarizer', `return Summarizer.create({ type: 'headline', length: '${length}' }).then((summarizer) => summarizer.summarize(text))`)), (/** @type {string} */ value) => {
      assert.ok(value.split(/\s+/).length <= Number(most), value);
    }));
  }
  test('tldr, short: one sentence', gives(async (text, Summarizer) => (await Summarizer.create({ type: 'tldr', format: 'plain-text' })).summarize(text), (/** @type {string} */ value) => {
    assert.ok(TEXT.includes(value) && value.match(/[.]/g)?.length === 1, value);
  }));
  test('plain text has no marks', gives(async (text, Summarizer) => (await Summarizer.create({ format: 'plain-text' })).summarize(text), (/** @type {string} */ value) => assert.ok(!value.includes('*'), value)));
  test('nothing gives nothing', gives(async (_, Summarizer) => (await Summarizer.create()).summarize(' \n'), ''));

  test('streams what it would give whole', gives(async (text, Summarizer) => {
    const summarizer = await Summarizer.create();
    let streamed = '';
    let chunks = 0;
    const reader = summarizer.summarizeStreaming(text).getReader();
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      streamed += value;
      chunks += 1;
    }
    return [streamed === await summarizer.summarize(text), chunks > 1];
  }, [true, true]));

  test('measures in bytes, and has room for a book', gives(async (_, Summarizer) => {
    const summarizer = await Summarizer.create();
    return [await summarizer.measureInputUsage('é😀a'), summarizer.inputQuota > 10_000_000];
  }, [7, true]));
  test('refuses what is too large, with the figures', gives(async (_, Summarizer) => {
    const summarizer = await Summarizer.create();
    return summarizer.summarize('é'.repeat(summarizer.inputQuota / 2 + 1)).catch((/** @type {any} */ { name, requested, quota }) => [name, requested > quota, quota === summarizer.inputQuota]);
  }, ['QuotaExceededError', true, true]));

  test('gives up on a signal', gives(async (text, Summarizer) => (await Summarizer.create()).summarize(text, { signal: AbortSignal.abort() }), thrown('AbortError')));
  test('destroyed, it does nothing any more', gives(async (text, Summarizer) => {
    const summarizer = await Summarizer.create();
    const coming = summarizer.summarize(text);
    summarizer.destroy();
    const names = [];
    for (const promise of [coming, summarizer.summarize(text), summarizer.measureInputUsage(text), summarizer.summarizeStreaming(text).getReader().read()]) {
      names.push(await promise.then(() => 'done', (/** @type {Error} */ error) => error.name));
    }
    return names;
  }, ['AbortError', 'AbortError', 'AbortError', 'AbortError']));
});

describe('the polyfill', () => {
  test('is installed where there is none, and nowhere else', onHost(site('', ''), async ({ page, load }) => {
    await page.evaluate((address) => import(address), `${CDN}www/summarizer-polyfill.js`);
    assert.equal(await page.evaluate(async (text) => (await (await /** @type {any} */ (globalThis).Summarizer.create()).summarize(text)).startsWith('* '), TEXT), true);
    assert.equal(await page.evaluate(() => Object.keys(globalThis).includes('Summarizer')), false);
    await load(site('', ''));
    await page.evaluate(() => { /** @type {any} */ (globalThis).Summarizer = 'own'; });
    await page.evaluate((address) => import(address), `${CDN}www/summarizer-polyfill.js`);
    assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).Summarizer), 'own');
  }, { prepare: (page) => page.addInitScript(() => { Reflect.deleteProperty(globalThis, 'Summarizer'); }) }));

  test('works in workers', onHost(site('', ''), async ({ page }) => {
    const answer = await page.evaluate(([text, address]) => new Promise((done) => {
      const code = `import { Summarizer } from '${address}'; Summarizer.create().then((s) => s.summarize(${JSON.stringify(text)})).then(postMessage, (e) => postMessage(String(e)));`;
      const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })), { type: 'module' });
      worker.onmessage = ({ data }) => done(data);
      worker.onerror = ({ message }) => done(`failed: ${message}`);
    }), [TEXT, `${CDN}www/summarizer.js`]);
    assert.match(String(answer), /^\* /);
  }));
});

describe('large texts', () => {
  const large = Array.from({ length: 30_000 }, (_, i) => `Ship ${i} brought ${i * 3} tons of salt.`).join(' ');

  for (const [name, policy] of /** @type {[string, string | undefined][]} */ ([['in a worker of the same origin', undefined], ['on the page where workers are forbidden', `script-src 'unsafe-eval' 'unsafe-inline' ${CDN} https://site.example; worker-src 'none'`]])) {
    test(name, onHost(site('', ''), async ({ page }) => {
      const from = policy ? 'https://cdn.example/www/' : 'https://site.example/www/';
      const workers = /** @type {string[]} */ ([]);
      page.on('worker', (worker) => workers.push(worker.url()));
      const sentences = await page.evaluate(async ([text, address]) => (await (await import(String(address))).summarize(text)).sentences.length, [large, `${from}nutgraf.js`]);
      assert.ok(sentences > 20_000, String(sentences));
      assert.equal(workers.length, policy ? 0 : 1);
    }, {
      ...(policy ? { policy, expected: /Content Security Policy/ } : {}),
      prepare: async (page) => {
        const { deliver } = await import('./host.mjs');
        await page.route('https://site.example/www/**', (route) => deliver(route, new URL(route.request().url()).pathname));
      },
    }));
  }
});
