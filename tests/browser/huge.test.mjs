// Texts that take a while: the page goes on drawing, says what it is doing, and can be told to stop.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { keySentences, moveSlider, paste, sample, withPage } from './browser.mjs';

/** @import { Page } from 'playwright-core' */

/** Pastes a text of many megabytes, made on the page. @param {Page} page @param {string} seed @param {number} megabytes */
function pasteHuge(page, seed, megabytes) {
  return page.evaluate(([text, size]) => {
    // Every copy has words of its own, so that none is set aside as a repetition.
    let all = '';
    for (let i = 0; all.length < Number(size) * 1e6; i += 1) all += String(text).replace(/\b(\w{4,})\b/g, (word) => (word.length % 3 === i % 3 ? `${word}${(i * 7919 + word.length) % 9973}` : word)) + '\n\n';
    const data = new DataTransfer();
    data.setData('text/plain', all);
    Object.assign(window, { frames: 0 });
    (document.querySelector('#text:not([hidden] *)') ?? document.body).dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    const beat = () => {
      if (document.querySelector('#busy:not([hidden])')) /** @type {any} */ (window).frames += 1;
      requestAnimationFrame(beat);
    };
    requestAnimationFrame(beat);
  }, [seed, megabytes]);
}

/** @param {string} text */
const body = (text) => text.split('\n').filter((line) => line.length > 150).join('\n\n');

describe('a paste of 20 MB', () => {
  test('is read by a worker while the page stays alive', withPage(async (page) => {
    await pasteHuge(page, body(await sample('en')), 20);
    await page.locator('#busy').waitFor();
    assert.match(await page.locator('#busy').innerText(), /Reading 20(\.\d)? MB/);
    await page.locator('#sentences > li').first().waitFor({ timeout: 60_000 });
    // Blocked, the page would draw the notice once and then the summary.
    assert.ok(await page.evaluate(() => /** @type {any} */ (window).frames) > 3, 'the page went on drawing');
    assert.ok((await keySentences(page)).length > 2);
    assert.ok(await page.locator('#reading .gap').count() > 0, 'what is far from the summary is not laid out');
    const before = await page.locator('#reading .s').count();
    assert.ok(before < 3000);
    await page.locator('#reading .gap button').first().click();
    assert.ok(await page.locator('#reading .s').count() > before);
    await moveSlider(page, 50);
    assert.equal(await page.locator('#sentences > li').count(), 50);
    assert.equal(page.workers().length, 0, 'the worker is gone');
  }));

  test('can be called off', withPage(async (page) => {
    await pasteHuge(page, body(await sample('en')), 20);
    await page.locator('#busy').waitFor();
    await page.locator('#cancel').click();
    await page.locator('#empty').waitFor();
    // The browser gives a busy worker two seconds to end by itself.
    const [worker] = page.workers();
    if (worker) await worker.waitForEvent('close');
    assert.ok(await page.locator('#empty').isVisible());
  }));

  test('can be called off, and what was there comes back', withPage(async (page) => {
    await paste(page, await sample('fr'));
    const before = await keySentences(page);
    await pasteHuge(page, body(await sample('en')), 20);
    await page.locator('#busy').waitFor();
    await page.locator('#cancel').click();
    assert.deepEqual(await keySentences(page), before);
    await page.locator('#edit').click();
    assert.equal(await page.locator('#text').inputValue(), (await sample('fr')).replaceAll('\r\n', '\n'));
  }));

  test('is read without a worker, too', withPage(async (page) => {
    await pasteHuge(page, body(await sample('en')), 2);
    assert.ok((await keySentences(page)).length > 2);
  }, { prepare: (page) => page.addInitScript(() => { /** @type {any} */ (window).Worker = undefined; }) }));
});
