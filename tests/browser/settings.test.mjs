// Language, colours and size of the text.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { direction, LOCALES } from '../../www/locales/index.js';
import { keySentences, paste, sample, withPage } from './browser.mjs';

describe('the language', () => {
  for (const tag of Object.keys(LOCALES)) {
    test(`${tag}: chosen by the browser, complete, and it fits`, withPage(async (page) => {
      assert.equal(await page.locator('html').getAttribute('lang'), tag);
      assert.equal(await page.locator('html').getAttribute('dir'), direction(tag));
      await page.locator(`[data-sample=${tag === 'nl' || tag === 'pl' ? 'de' : tag}]`).click();
      await keySentences(page);
      await page.locator('#sentences .row button').nth(1).click();
      // A string that was forgotten shows its key, or the template of what was to be filled in.
      const text = await page.locator('body').innerText();
      assert.doesNotMatch(text, /\{\w+\}|\bundefined\b/);
      const english = await page.evaluate(async () => {
        const { default: strings } = await import(/** @type {any} */ ('./page/locales/en.js'));
        return [strings.tagline, strings.lensHint, strings.mapHint, strings.privacy, strings.keep, strings.leave];
      });
      if (tag !== 'en') for (const sentence of english) assert.ok(!text.includes(sentence), sentence);
      const { content, window } = await page.evaluate(() => ({ content: document.documentElement.scrollWidth, window: document.documentElement.clientWidth }));
      assert.ok(content <= window, `${content} > ${window}`);
    }, { locale: tag, viewport: { width: 320, height: 700 } }));
  }

  test('can be changed at any time', withPage(async (page) => {
    await paste(page, await sample('en'));
    await keySentences(page);
    await page.locator('#settings').click();
    await page.locator('#language').selectOption('fr');
    await page.getByRole('button', { name: 'Fermer' }).click();
    assert.match(await page.locator('#time').innerText(), /de l’article .* Langue de l’article : anglais/);
    assert.equal(await page.title(), 'nutgraf : les phrases clés d’un article');
    await page.reload();
    await page.locator('#empty').waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en', 'nothing was remembered');
  }));

  test('that the page doesn’t speak is English', withPage(async (page) => {
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    assert.ok(await page.locator('h1').isVisible());
  }, { locale: 'fi' }));
});

describe('the colours', () => {
  test('follow the reader before the system, and are remembered only when asked', withPage(async (page) => {
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    assert.equal(await paper(), 'rgb(251, 249, 244)');
    await page.locator('#settings').click();
    await page.locator('#theme').selectOption('dark');
    assert.equal(await paper(), 'rgb(24, 23, 21)');
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await page.locator('#remember').check();
    await page.reload();
    assert.equal(await paper(), 'rgb(24, 23, 21)');
    await page.locator('#settings').click();
    await page.locator('#remember').uncheck();
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await page.reload();
    assert.equal(await paper(), 'rgb(251, 249, 244)');
  }, { colorScheme: 'light' }));

  test('have a high contrast, light and dark', withPage(async (page) => {
    await page.locator('#settings').click();
    await page.locator('#theme').selectOption('contrast');
    const look = () => page.evaluate(() => [getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.documentElement).color]);
    assert.deepEqual(await look(), ['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    await page.emulateMedia({ colorScheme: 'light' });
    assert.deepEqual(await look(), ['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
  }, { colorScheme: 'dark' }));

  test('of the system’s own palette leave everything visible', withPage(async (page) => {
    await paste(page, await sample('en'));
    await keySentences(page);
    const [chosen, other] = await page.evaluate(() => ['.s.chosen', '.s:not(.chosen)'].map((at) => {
      const element = document.querySelector(`#reading ${at}`);
      return element ? getComputedStyle(element).backgroundColor : '';
    }));
    assert.notEqual(chosen, other);
  }, { forcedColors: 'active' }));
});

describe('the size of the text', () => {
  test('grows to twice without a horizontal scroll', withPage(async (page) => {
    await page.locator('#settings').click();
    await page.locator('#size').fill('6');
    await page.keyboard.press('Escape');
    await paste(page, await sample('de'));
    await keySentences(page);
    const { content, window, font } = await page.evaluate(() => ({
      content: document.documentElement.scrollWidth, window: document.documentElement.clientWidth, font: getComputedStyle(document.documentElement).fontSize,
    }));
    assert.equal(font, '32px');
    assert.ok(content <= window, `${content} > ${window}`);
  }, { viewport: { width: 390, height: 844 } }));
});
