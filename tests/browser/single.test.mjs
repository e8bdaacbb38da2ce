// dist/nutgraf.html by double click: all of it, from file://, without a server.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/tools.mjs';
import { keySentences, moveSlider, passages, paste, sample, withPage } from './browser.mjs';

/** @import { Page } from 'playwright-core' */

const file = pathToFileURL(join(root, 'dist/nutgraf.html')).href;

/** @param {(page: Page, requests: string[]) => Promise<void>} walk @param {object} [options] */
const single = (walk, options) => withPage(async (page, seen) => {
  seen.requests.length = 0;
  await page.goto(file);
  await page.waitForFunction(() => !document.documentElement.classList.contains('pending'));
  await walk(page, seen.requests);
  const others = seen.requests.filter((url) => !url.startsWith(file) && !/^(blob|data):/.test(url));
  assert.deepEqual(others, [], 'nothing is requested');
}, options);

describe('the page in one file', () => {
  test('reads a paste, zooms, explains, turns, brings back', single(async (page) => {
    await paste(page, await sample('en'));
    const sentences = await keySentences(page);
    assert.deepEqual(await passages(page), sentences);
    await moveSlider(page, 7);
    assert.equal((await keySentences(page)).length, 7);
    await page.getByRole('button', { name: '1 minute', exact: true }).click();
    await page.getByRole('button', { name: 'Why?' }).first().click();
    assert.match(await page.locator('.why').innerText(), /Place in the article/);
    await page.locator('#map').focus();
    await page.keyboard.press('End');
    assert.match(await page.locator('#map').getAttribute('aria-valuetext') ?? '', /Sentence \d+ of/);
    await page.locator('#entities .chip', { hasText: 'Gull Steps' }).click();
    await page.waitForFunction(() => /Gull Steps/.test(document.querySelector('#sentences')?.textContent ?? ''));
    assert.match(page.url(), /#level=\d+&focus=Gull\+Steps$/);
    await page.locator('#reading .fold summary').first().click();
    await page.locator('#reading .fold button').first().click();
    await page.locator('#reading .restored').waitFor();
    await page.locator('#copy').click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const coming = page.waitForEvent('download');
    await page.locator('#json').click();
    assert.equal((await coming).suggestedFilename(), 'digest.json');
    await page.locator('#embed').click();
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('nut-graf'))?.state === 'ready');
  }));

  test('reads what needs no library, and says what reads the rest', single(async (page) => {
    await page.locator('#file').setInputFiles({ name: 'a.html', mimeType: 'text/html', buffer: Buffer.from('<p>The bridge at Oldford opened today. It cost nine million pounds.') });
    assert.match((await keySentences(page)).join(' '), /opened today/);
    await page.locator('#file').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
    await page.getByText('The page in many files (npm start) reads a.pdf, too.').waitFor();
  }));

  test('has the samples and the languages inside', single(async (page) => {
    assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
    for (const name of ['ar', 'zh', 'fr']) {
      await page.locator(`[data-sample=${name}]`).click();
      await keySentences(page);
      assert.equal(await page.locator('#sentences').getAttribute('lang'), name);
      await page.locator('#clear').click();
    }
  }, { locale: 'fr-CH' }));

  test('opens files, with their structure', single(async (page) => {
    const buffer = Buffer.from('<meta charset=utf-8><h1>Bridge opens</h1><p>The bridge at Oldford opened today after nine years.</p><p>It cost nine million pounds, said the mayor.</p>');
    await page.locator('#file').setInputFiles({ name: 'a.html', mimeType: 'text/html', buffer });
    assert.match((await keySentences(page)).join(' '), /opened today/);
    assert.equal(await page.locator('#reading h3').innerText(), 'Bridge opens');
  }));

  test('reads large texts in a worker', single(async (page) => {
    await page.evaluate(() => {
      let text = '';
      for (let i = 0; text.length < 4e6; i += 1) text += `The bridge number ${i} at Oldford opened on day ${i * 7} after years of work${i}. It cost ${i} pounds and more${i}.\n\n`;
      const data = new DataTransfer();
      data.setData('text/plain', text);
      document.querySelector('#text')?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    const worker = await page.waitForEvent('worker');
    assert.match(worker.url(), /^blob:/);
    await page.locator('#sentences > li').first().waitFor({ timeout: 30_000 });
  }));
});
