// How the two panes work together: passages and key points, discarded blocks, the map, the reasons, the focus words.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { keySentences, moveSlider, passages, paste, sample, withPage } from './browser.mjs';

/** @import { Page } from 'playwright-core' */

/** What is lit in both panes. @param {Page} page */
const lit = (page) => page.evaluate(() => ['#reading .s.lit', '#sentences .lit > p'].map((at) => document.querySelector(at)?.textContent ?? null));

/** @param {Page} page @param {string} [name] */
async function open(page, name = 'en') {
  await paste(page, await sample(name));
  return keySentences(page);
}

describe('a key point and its passage', () => {
  test('light up together under the mouse, either way', withPage(async (page) => {
    const sentences = await open(page);
    await page.locator('#sentences > li > p').nth(2).hover();
    assert.deepEqual(await lit(page), [sentences[2], sentences[2]]);
    await page.locator('#reading .chosen').nth(0).hover();
    assert.deepEqual(await lit(page), [sentences[0], sentences[0]]);
    await page.mouse.move(5, 5);
    assert.deepEqual(await lit(page), [null, null]);
  }));

  test('lead to each other with the keyboard', withPage(async (page) => {
    const sentences = await open(page);
    const place = page.locator('#sentences .place').nth(4);
    await place.focus();
    assert.equal((await lit(page))[0], sentences[4]);
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), sentences[4]);
    await page.waitForFunction(() => {
      const { top, bottom } = document.querySelectorAll('#reading .chosen')[4]?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
      return top < innerHeight && bottom > 0;
    });
    await page.keyboard.press('ArrowUp');
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), sentences[3]);
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.closest('li')?.querySelector('p')?.textContent), sentences[3]);
  }));

  test('are a tap apart on a phone', withPage(async (page) => {
    const sentences = await open(page);
    assert.equal(await page.locator('#reading').isVisible(), false);
    await page.locator('#sentences .place').nth(4).tap();
    const passage = page.locator('#reading .s.lit');
    await passage.waitFor();
    assert.equal(await passage.innerText(), sentences[4]);
    await page.waitForFunction(() => {
      const { top, bottom } = document.querySelector('#reading .s.lit')?.getBoundingClientRect() ?? { top: -1, bottom: 1e6 };
      return top >= 0 && bottom <= innerHeight;
    });
    await passage.tap();
    await page.locator('#sentences .lit').waitFor();
    assert.equal(await page.locator('#reading').isVisible(), false);
  }, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }));
});

describe('what was set aside', () => {
  test('is folded, with its reason, and can be brought back', withPage(async (page) => {
    const before = await open(page);
    assert.equal(await page.locator('#reading').getByText('164 partners').isVisible(), false);
    for (const fold of await page.locator('#reading .fold summary').all()) await fold.click();
    const item = page.locator('#reading .fold li', { hasText: '164 partners' });
    assert.match(await item.innerText(), /Cookie notice/);
    const folds = await page.locator('#reading .fold li').count();
    await item.getByRole('button').click();
    await page.locator('#reading .restored').waitFor();
    assert.match(await page.locator('#reading .restored').innerText(), /164 partners/);
    assert.equal(await page.locator('#reading .fold li').count(), folds - 1);
    const after = await keySentences(page);
    assert.equal(after.length, before.length + 1);
    assert.match(after.at(-1) ?? '', /cookies|privacy/);
    assert.deepEqual(await passages(page), after);
    await page.getByRole('button', { name: 'Set aside again' }).click();
    assert.deepEqual(await keySentences(page), before);
  }));
});

describe('the reasons', () => {
  test('are bars that add up, with terms', withPage(async (page) => {
    await open(page);
    await page.getByRole('button', { name: 'Why?' }).first().click();
    const values = await page.locator('.why tbody .number').allInnerTexts();
    const numbers = values.map((value) => Number(value.replace('−', '-')));
    const total = numbers.pop() ?? 0;
    assert.ok(Math.abs(numbers.reduce((sum, value) => sum + value, 0) - total) < 0.05, values.join(' '));
    assert.match(await page.locator('.why').innerText(), /Place 1 of \d+[^]*Place in the article[^]*Terms: .*Harrow/);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.why').count(), 0);
  }));

  test('are there for sentences that were not chosen, which can be kept by hand', withPage(async (page) => {
    const before = await open(page);
    const other = page.locator('#reading .s:not(.chosen)', { hasText: 'Twenty-one councillors' });
    await other.click();
    assert.match(await page.locator('#reading .why').innerText(), /It lacks \d/);
    await page.getByRole('button', { name: 'Keep in the summary' }).click();
    const after = await keySentences(page);
    assert.equal(after.length, before.length + 1);
    assert.ok(after.some((sentence) => sentence.startsWith('Twenty-one councillors')));
    await page.locator('#sentences > li', { hasText: 'Twenty-one' }).getByRole('button', { name: 'Why?' }).click();
    await page.getByRole('button', { name: 'Leave it to the engine' }).click();
    assert.deepEqual(await keySentences(page), before);
  }));

  test('come with the engine’s counterfactual where there is one', withPage(async (page) => {
    const text = await page.evaluate(async () => {
      const { whyPanel } = await import(/** @type {any} */ ('./page/why.js'));
      const { Reading, noChoices } = await import(/** @type {any} */ ('./page/reading.js'));
      const sentence = { text: 'Geneva votes.', start: 0, end: 13, block: 0, kind: 'paragraph', score: 1, rank: 0, reasons: { title: 1 }, counterfactual: { term: 'Geneva', rank: 6 } };
      const digest = { sentences: [sentence], dropped: [], keywords: [], entities: [], summary: [0], title: null, language: 'en', stats: { readingSeconds: 1, sentences: 1 } };
      return whyPanel(sentence, new Reading(digest, noChoices()), 1, {}).textContent;
    });
    assert.match(text, /Without “Geneva” it would be at place 7\./);
  }));
});

describe('the map', () => {
  test('has a bar for each sentence and each discarded block, and follows the zoom', withPage(async (page) => {
    const sentences = await open(page);
    assert.equal(await page.locator('#map-drawing rect.chosen').count(), sentences.length);
    assert.ok(await page.locator('#map-drawing rect.aside').count() > 10);
    assert.ok(await page.locator('#map-drawing rect.heading').count() >= 2);
    await moveSlider(page, 9);
    assert.equal(await page.locator('#map-drawing rect.chosen').count(), 9);
  }));

  test('scrolls to what is clicked', withPage(async (page) => {
    await open(page);
    const bar = await page.locator('#map-drawing rect.sentence').last().boundingBox();
    await page.mouse.click(Number(bar?.x) + Number(bar?.width) / 2, Number(bar?.y));
    await page.waitForFunction(() => {
      const span = document.querySelector('#reading .s.lit');
      const box = span?.getBoundingClientRect();
      return box && box.top > 0 && box.bottom < innerHeight && span?.textContent?.startsWith('Half of the places');
    });
  }));

  test('is walked through with the keyboard and says where one is', withPage(async (page) => {
    await open(page);
    const map = page.getByRole('slider', { name: 'Map of the article' });
    await map.focus();
    await page.keyboard.press('Home');
    assert.match(await map.getAttribute('aria-valuetext') ?? '', /^Sentence 1 of \d+, set aside: Skip to main content/);
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    assert.match(await map.getAttribute('aria-valuetext') ?? '', /set aside/);
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('PageUp');
    assert.match(await map.getAttribute('aria-valuetext') ?? '', /in the summary|not in the summary/);
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.className.includes('s ') || document.activeElement?.className === 's lit'), true);
  }));

  test('has a table behind it', withPage(async (page) => {
    const sentences = await open(page);
    await page.locator('#map-part > summary').click();
    const rows = page.locator('#map-table tbody tr');
    await rows.first().waitFor();
    assert.equal(await rows.count(), await page.locator('#map-drawing rect').count());
    assert.equal(await rows.filter({ hasText: /in the summary/ }).filter({ hasNotText: 'not in' }).count(), sentences.length);
  }));
});

describe('the lens', () => {
  test('turns the summary around words, and is in the address', withPage(async (page) => {
    const before = await open(page);
    assert.doesNotMatch(before.slice(0, 3).join(' '), /Gull Steps/);
    await page.getByRole('button', { name: /^Gull Steps/ }).click();
    await page.waitForFunction(() => /Gull Steps/.test(document.querySelector('#sentences')?.textContent ?? ''));
    assert.match(page.url(), /focus=Gull\+Steps/);
    assert.match((await keySentences(page)).join(' '), /Gull Steps/);
    await page.getByRole('button', { name: 'Without a lens' }).click();
    await page.waitForFunction((text) => document.querySelector('#sentences > li > p')?.textContent === text, before[0]);
    assert.deepEqual(await keySentences(page), before);
    assert.doesNotMatch(page.url(), /focus/);
  }));

  test('comes with the address', withPage(async (page) => {
    assert.match((await keySentences(page)).join(' '), /Gull Steps/);
    assert.equal(await page.getByRole('button', { name: /^Gull Steps/ }).getAttribute('aria-pressed'), 'true');
  }, { hash: '#sample=en&focus=Gull+Steps' }));

  test('never puts the text into the address', withPage(async (page) => {
    await open(page);
    await moveSlider(page, 7);
    assert.match(page.url(), /#level=7$/);
  }));
});
