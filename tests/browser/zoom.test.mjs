// One control from the headline to the full text.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { keySentences, moveSlider, passages, paste, sample, withPage } from './browser.mjs';

/** @import { Page } from 'playwright-core' */

/** The summary right after the slider moved, in the same task: no call of the engine, which is a promise, fits between. @param {Page} page @param {number} level */
function at(page, level) {
  return page.locator('#length').evaluate((slider, to) => {
    const input = /** @type {HTMLInputElement} */ (slider);
    input.value = String(to);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    return [...document.querySelectorAll('#sentences > li > p')].map((p) => p.textContent ?? '');
  }, level);
}

describe('the zoom', () => {
  test('changes at once, and each level holds the one before', withPage(async (page) => {
    await paste(page, await sample('en'));
    await keySentences(page);
    const full = Number(await page.locator('#length').getAttribute('max'));
    assert.equal(await page.locator('#length').getAttribute('min'), '0');
    assert.ok(full > 10);
    /** @type {string[]} */
    let before = [];
    for (let level = 0; level <= full; level += 1) {
      const sentences = await at(page, level);
      if (level < full) assert.equal(sentences.length, level);
      assert.ok(before.every((sentence) => sentences.includes(sentence)), `level ${level} lost a sentence`);
      if (level > 0 && level < full) assert.deepEqual(await passages(page), sentences, 'the article marks what the summary holds');
      before = sentences;
    }
    assert.equal(await page.locator('#length-text').innerText(), 'Full text');
    assert.ok(before.includes('What happens to the pier'), 'the full text has its headings');
    assert.ok(await page.locator('#title').isVisible(), 'the headline stays');
  }));

  test('has reading times that hold', withPage(async (page) => {
    await paste(page, await sample('en'));
    await keySentences(page);
    await page.getByRole('button', { name: '1 minute', exact: true }).click();
    const [, seconds] = (await page.locator('#time').innerText()).match(/· (\d+ \w+) to read/) ?? [];
    assert.ok(/^(1 minute|[345]\d seconds)$/.test(seconds ?? ''), seconds);
    assert.equal(await page.locator('#presets [aria-pressed=true]').innerText(), '1 minute');
    await page.getByRole('button', { name: 'Headline' }).click();
    assert.equal(await page.locator('#sentences > li').count(), 0);
    assert.ok(await page.locator('#title').isVisible());
    await page.getByRole('button', { name: 'Full text' }).click();
    assert.ok(await page.locator('#sentences > li').count() > 20);
  }));

  test('moves with the arrow keys and is spoken', withPage(async (page) => {
    await paste(page, await sample('en'));
    const { length } = await keySentences(page);
    await page.locator('#length').focus();
    await page.keyboard.press('ArrowRight');
    assert.equal((await keySentences(page)).length, length + 1);
    assert.match(await page.locator('#length').getAttribute('aria-valuetext') ?? '', new RegExp(`^Sentences: ${length + 1} of \\d+$`));
    await page.waitForFunction((n) => document.querySelector('#status')?.textContent?.includes(`Sentences: ${n} of`), length + 1);
  }));

  test('is in the address, and comes back with it', withPage(async (page) => {
    assert.equal((await keySentences(page)).length, 8);
    await moveSlider(page, 3);
    assert.match(page.url(), /#sample=en&level=3$/);
    await page.reload();
    await keySentences(page);
    assert.equal(await page.locator('#sentences > li').count(), 3);
  }, { hash: '#sample=en&level=8' }));

  test('keeps what the reader opened', withPage(async (page) => {
    await paste(page, await sample('en'));
    await keySentences(page);
    await page.getByRole('button', { name: 'Why?' }).first().click();
    await moveSlider(page, 10);
    assert.equal(await page.locator('#sentences .why').count(), 1);
  }));
});
