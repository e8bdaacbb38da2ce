// The loader under hostile hosts: it works, or says exactly why not.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { serve } from '../../scripts/serve.mjs';
import { root } from '../../scripts/tools.mjs';
import { keySentences, paste, sample, withPage } from './browser.mjs';

/** @import { Page, Route } from 'playwright-core' */

const WASM = '**/pkg/nutgraf_bg.wasm';
const GLUE = '**/pkg/nutgraf.js';

/**
 * What the engine says to a first call.
 *
 * @param {Page} page
 * @param {string} [text]
 */
function attempt(page, text = 'A bridge was opened today. It cost a lot.') {
  return page.evaluate(async (input) => {
    const { summarize } = await import(/** @type {any} */ ('./nutgraf.js'));
    try {
      const { sentences } = await summarize(input);
      return { sentences: sentences.length, code: null, message: '' };
    } catch (error) {
      const { code, message } = /** @type {any} */ (error);
      return { sentences: 0, code, message };
    }
  }, text);
}

/** @param {string} pattern @param {(route: Route) => Promise<void>} answer */
const routed = (pattern, answer) => (/** @type {Page} */ page) => page.route(pattern, answer);

const OTHER_VERSION = {
  contentType: 'text/javascript',
  body: `export * from './nutgraf.js?real'; export { default } from './nutgraf.js?real'; export const version = () => '9.9.9';`,
};

/** @type {[name: string, code: string, message: RegExp, (route: Route) => Promise<void>][]} */
const FAILURES = [
  ['a missing file', 'engine-not-found', /nutgraf_bg\.wasm answers 404/, (route) => route.fulfill({ status: 404, body: 'no' })],
  ['a page instead of a file', 'engine-not-wasm', /is "text\/html", not WebAssembly/, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' })],
  ['a page that claims to be WebAssembly', 'engine-not-wasm', /not WebAssembly/, (route) => route.fulfill({ contentType: 'application/wasm', body: '<!doctype html>' })],
  ['a file cut short', 'engine-invalid', /can't be compiled/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.body()).subarray(0, 5000), headers: { 'content-type': 'application/wasm' } });
  }],
  ['a compressed file that is not said to be', 'engine-not-wasm', /add "Content-Encoding: gzip"/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ contentType: 'application/wasm', body: gzipSync(await response.body()) });
  }],
  ['a server that is busy', 'engine-not-found', /answers 503; try again/, (route) => route.fulfill({ status: 503, body: 'busy' })],
  ['no network', 'engine-unreachable', /can't be fetched/, (route) => route.abort()],
];

describe('the engine names the cause of', () => {
  for (const [name, code, message, answer] of FAILURES) {
    test(name, withPage(async (page) => {
      const failure = await attempt(page);
      assert.equal(failure.code, code);
      assert.match(failure.message, message);
      await paste(page, await sample('en'));
      await page.locator('#failure').waitFor();
      await page.unroute(WASM);
      await page.locator('#retry').click();
      assert.ok((await keySentences(page)).length > 2, 'Try again must work once the cause is gone');
    }, { expected: /Failed to load resource/, prepare: routed(WASM, answer) }));
  }

  test('a policy without wasm-unsafe-eval', withPage(async (page) => {
    const { code, message } = await attempt(page);
    assert.equal(code, 'engine-blocked');
    assert.match(message, /add 'wasm-unsafe-eval' to its script-src/);
  }, { expected: /Content Security Policy/, policy: "default-src 'self'" }));

  test('an engine of another version', withPage(async (page) => {
    const { code, message } = await attempt(page);
    assert.equal(code, 'engine-skew');
    assert.match(message, /version 9\.9\.9, its loader \d+\.\d+\.\d+; deploy all/);
  }, { prepare: routed(`${GLUE}*`, (route) => (route.request().url().endsWith('?real') ? route.fallback() : route.fulfill(OTHER_VERSION))) }));

  test('a missing script', withPage(async (page) => {
    const { code, message } = await attempt(page);
    assert.equal(code, 'engine-unreachable');
    assert.match(message, /pkg\/nutgraf\.js can't be imported/);
  }, { expected: /Failed to load resource/, prepare: routed(`${GLUE}*`, (route) => route.fulfill({ status: 404, body: '' })) }));
});

describe('the engine works', () => {
  for (const type of ['application/octet-stream', 'text/plain', '']) {
    test(`when it is sent as "${type}"`, withPage(async (page, seen) => {
      assert.equal((await attempt(page)).sentences, 2);
      assert.ok(seen.console.some((line) => line.includes('Content-Type: application/wasm')), 'the cure is on the console');
    }, {
      prepare: routed(WASM, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { 'content-type': type } });
      }),
    }));
  }

  test('without any policy', withPage(async (page) => {
    assert.equal((await attempt(page)).sentences, 2);
  }, { policy: '' }));

  test('again after a crash', withPage(async (page) => {
    const first = await attempt(page);
    assert.equal(first.code, 'engine-trapped');
    assert.equal((await attempt(page)).sentences, 2);
  }, {
    // The first copy crashes; the copies after it are imported under another address.
    prepare: routed(GLUE, (route) => route.fulfill({
      contentType: 'text/javascript',
      body: `export * from './nutgraf.js?real'; export { default } from './nutgraf.js?real';
        export const summarize = () => { throw new WebAssembly.RuntimeError('unreachable'); };`,
    })),
  }));

  test('when a cache holds another version', withPage(async (page) => {
    assert.equal((await attempt(page)).sentences, 2);
  }, { prepare: routed(GLUE, (route) => route.fulfill(OTHER_VERSION)) }));

  test('once for many callers', withPage(async (page, seen) => {
    await Promise.all([attempt(page), attempt(page), attempt(page)]);
    assert.equal(seen.requests.filter((url) => url.endsWith('.wasm')).length, 1);
  }));

  test('and passes its own errors on', withPage(async (page) => {
    const error = await page.evaluate(async () => {
      const { summarize } = await import(/** @type {any} */ ('./nutgraf.js'));
      return summarize('Text.', { nonsense: 1 }).catch((/** @type {any} */ thrown) => [thrown instanceof Error, thrown.code, thrown.message]);
    });
    assert.deepEqual(error.slice(0, 2), [true, 'invalid-option']);
    assert.match(error[2], /nonsense/);
  }));

  test('in a worker', withPage(async (page) => {
    const sentences = await page.evaluate(() => new Promise((done) => {
      // The page's own policy forbids worker URLs that nobody vouches for; this page has none.
      const code = `import { summarize } from '${new URL('./nutgraf.js', location.href)}';
        summarize('A bridge was opened today. It cost a lot.').then(({ sentences }) => postMessage(sentences.length), (e) => postMessage(String(e)));`;
      const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })), { type: 'module' });
      worker.onmessage = ({ data }) => done(data);
    }));
    assert.equal(sentences, 2);
  }, { policy: '' }));
});

describe('the digest', () => {
  test('is the same in the browser, in Node and natively', withPage(async (page) => {
    const dist = await serve({ folder: 'dist', policy: '' });
    try {
      const { summarize } = await import(/** @type {any} */ ('../../dist/nutgraf.js'));
      await page.goto(`${dist.url}nutgraf.js`);
      for (const name of ['en', 'fr', 'de', 'es', 'ar', 'zh']) {
        const text = await sample(name);
        const inBrowser = await page.evaluate(async ([input, url]) => {
          const { summarize: digestOf } = await import(url ?? '');
          return digestOf(input);
        }, [text, `${dist.url}nutgraf.js`]);
        const inNode = await summarize(text);
        assert.deepEqual(inBrowser, JSON.parse(JSON.stringify(inNode)), name);
        const { id, ...natively } = native({ id: name, text });
        assert.equal(id, name);
        assert.deepEqual(inBrowser, natively, name);
      }
    } finally {
      await dist.close();
    }
  }, { expected: /404/ })); // dist/ has no icon for the browser to show
});

/** What the batch example answers to one line. @param {object} request */
function native(request) {
  const command = ['run', '--quiet', '--locked', '--example', 'jsonl'];
  return JSON.parse(execFileSync('cargo', command, { cwd: root, input: JSON.stringify(request), encoding: 'utf8' }));
}
