// What the page requests and stores: nothing, once it has loaded.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { keySentences, moveSlider, paste, sample, settled, withPage } from './browser.mjs';

describe('privacy', () => {
  test('nothing is requested once the page has loaded', withPage(async (page, seen) => {
    const loaded = seen.requests.length;
    assert.ok(seen.requests.some((url) => url.endsWith('.wasm')));
    const origin = new URL(page.url()).origin;
    assert.deepEqual(seen.requests.filter((url) => new URL(url).origin !== origin), []);
    const text = await sample('fr');
    await paste(page, text);
    await keySentences(page);
    await paste(page, text, `<link rel=stylesheet href=//example.invalid/a.css><img src=//example.invalid/a.png><p>${text.replaceAll('\n', '<p>')}`);
    await keySentences(page);
    await page.locator('#sentences .place').first().click();
    await moveSlider(page, 'max');
    await page.locator('#copy').click();
    for (const fold of await page.locator('#reading .fold summary').all()) await fold.click();
    await page.locator('#keywords .chip').first().click();
    await page.locator('#lens-clear').waitFor();
    await settled(page);
    assert.deepEqual(seen.requests.slice(loaded), []);
  }));

  for (const name of ['../../README.md', '..%2Fsw', 'constructor', '//example.invalid/a']) {
    test(`the address can ask for samples alone, not for ${name}`, withPage(async (page, seen) => {
      const loaded = seen.requests.length;
      await page.evaluate((sample) => { location.hash = `sample=${sample}`; }, name);
      await settled(page);
      assert.deepEqual(seen.requests.slice(loaded), []);
      assert.ok(await page.locator('#empty').isVisible());
    }));
  }

  test('no script may be started from a blob, only from the page’s own two files', withPage(async (page) => {
    const allowed = await page.evaluate(() => ['blob:x', 'worker.js', 'sw.js', 'demo.js', '//example.invalid/worker.js'].filter((url) => (
      /** @type {any} */ (window).trustedTypes.defaultPolicy.createScriptURL(url) !== null
        && String(/** @type {any} */ (window).trustedTypes.defaultPolicy.createScriptURL(url)) !== ''
    )));
    assert.deepEqual(allowed, ['worker.js', 'sw.js']);
  }));

  test('nothing is stored', withPage(async (page) => {
    await paste(page, await sample('en'));
    await keySentences(page);
    const stored = await page.evaluate(async () => [
      localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length, (await caches.keys()).length,
    ]);
    assert.deepEqual(stored, [0, 0, '', 0, 0]);
  }));
});
