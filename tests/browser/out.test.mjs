// Output: text, Markdown, JSON, print, the code to embed.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { keySentences, moveSlider, paste, sample, withPage } from './browser.mjs';

/** @import { Page } from 'playwright-core' */

/** @param {Page} page */
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

describe('a summary', () => {
  test('is copied as text', withPage(async (page) => {
    await paste(page, await sample('en'));
    const sentences = await keySentences(page);
    await page.locator('#copy').click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await clipboard(page);
    assert.match(copied, /^Harrow Bay to close/);
    for (const sentence of sentences) assert.ok(copied.includes(`• ${sentence}`));
  }));

  test('is copied as Markdown, which the text can’t break', withPage(async (page) => {
    await paste(page, 'The *bridge* at Oldford <b>opened</b> today after years of work. It cost [nine](http://example.com) million pounds in all. Trains follow.');
    await keySentences(page);
    await page.locator('#markdown').click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await clipboard(page);
    assert.match(copied, /^- /m);
    assert.doesNotMatch(copied, /[^\\][*<[]/);
  }));

  test('is saved as JSON, with what was changed by hand', withPage(async (page) => {
    await paste(page, await sample('en'));
    const sentences = await keySentences(page);
    await page.getByRole('button', { name: 'Why?' }).first().click();
    await page.getByRole('button', { name: 'Leave out' }).click();
    const coming = page.waitForEvent('download');
    await page.locator('#json').click();
    const download = await coming;
    assert.equal(download.suggestedFilename(), 'digest.json');
    const digest = JSON.parse(await readFile(await download.path(), 'utf8'));
    assert.deepEqual(digest.summary.map((/** @type {number} */ i) => digest.sentences[i].text), sentences.slice(1));
  }));

  test('is printed without the controls', withPage(async (page) => {
    await paste(page, await sample('en'));
    await keySentences(page);
    await page.emulateMedia({ media: 'print' });
    for (const id of ['#title', '#sentences']) assert.ok(await page.locator(id).isVisible(), id);
    for (const id of ['#copy', '#length', '#lens', '#article', 'footer']) assert.equal(await page.locator(id).isVisible(), false, id);
    assert.ok(await page.locator('#sentences > li').last().isVisible());
  }));

  test('is embedded by code made from the settings, shown with the element itself', withPage(async (page) => {
    await paste(page, await sample('en'));
    await keySentences(page);
    await moveSlider(page, 4);
    await page.locator('#entities .chip', { hasText: 'Gull Steps' }).click();
    await page.locator('#lens-clear').waitFor();
    await page.locator('#embed').click();
    await page.locator('#embed-slider').check();
    const code = await page.locator('#embed-code').innerText();
    assert.match(code, /<nut-graf for="article" length="4" focus="Gull Steps" with-slider><\/nut-graf>/);
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('nut-graf'))?.state === 'ready');
    await page.locator('#embed-copy').click();
    assert.equal((await clipboard(page)).trim(), code.trim());
  }));
});
