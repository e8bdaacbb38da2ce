// What the page looks like to eyes, screen readers and small screens.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { FONTS } from '../fonts/fonts.mjs';
import { inFont, keySentences, moveSlider, paste, sample, withPage } from './browser.mjs';

/** @import { Page } from 'playwright-core' */

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @param {Page} page @param {string} name */
async function open(page, name) {
  await paste(page, await sample(name));
  await keySentences(page);
}

/** @type {Record<string, (page: Page) => Promise<unknown>>} */
const STATES = {
  empty: async () => {},
  summary: (page) => open(page, 'fr'),
  'all opened': async (page) => {
    await open(page, 'ar');
    await moveSlider(page, 12);
    await page.locator('#sentences .row button').nth(1).click();
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
    await page.locator('#map-table tr').first().waitFor({ state: 'attached' });
  },
  'the full text': async (page) => {
    await open(page, 'zh');
    await moveSlider(page, 'max');
  },
  'the article': async (page) => {
    await open(page, 'de');
    await page.locator('#sentences .place').nth(1).click();
    await page.locator('#reading .s:not(.chosen)').first().click();
  },
  'a lens': async (page) => {
    await open(page, 'en');
    await page.locator('#entities .chip').nth(1).click();
    await page.locator('#lens-clear').waitFor();
  },
  'a block brought back': async (page) => {
    await open(page, 'en');
    await page.evaluate(() => {
      document.querySelectorAll('details').forEach((details) => { details.open = true; });
      /** @type {HTMLElement} */ (document.querySelector('#reading .fold button')).click();
    });
    await page.locator('#reading .restored').waitFor({ state: 'attached' });
  },
  'the box with a summary': async (page) => {
    await page.locator('#text').fill('The bridge at Oldford opened today. It cost nine million pounds. Trains will follow in May.');
    await keySentences(page);
  },
  settings: (page) => page.locator('#settings').click(),
  embed: async (page) => {
    await open(page, 'en');
    await page.locator('#embed').click();
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('nut-graf'))?.state === 'ready');
  },
  'long words': async (page) => {
    const word = 'Donaudampfschifffahrtsgesellschaft'.repeat(8);
    await paste(page, `${word}\n\nDie ${word} fährt wieder. Sie war ${word} genannt worden. https://example.com/${word}`);
    await keySentences(page);
  },
  busy: async (page) => {
    await page.evaluate(() => { /** @type {any} */ (window).Worker = class extends EventTarget { postMessage() {} terminate() {} }; });
    await paste(page, (await sample('en')).repeat(40));
    await page.locator('#cancel').waitFor();
  },
  'in Arabic': async (page) => {
    await page.locator('#settings').click();
    await page.locator('#language').selectOption('ar');
    await page.waitForFunction(() => document.documentElement.dir === 'rtl');
    await page.keyboard.press('Escape');
    await open(page, 'ar');
  },
  'in high contrast': async (page) => {
    await page.locator('#settings').click();
    await page.locator('#theme').selectOption('contrast');
    await page.keyboard.press('Escape');
    await open(page, 'en');
    await page.locator('#keywords .chip').first().click();
    await page.locator('#lens-clear').waitFor();
  },
  failure: async (page) => {
    await paste(page, '***');
    await page.locator('#failure').waitFor();
  },
};

/** @type {('light' | 'dark')[]} */
const SCHEMES = ['light', 'dark'];

for (const [state, reach] of Object.entries(STATES)) {
  describe(state, () => {
    for (const colorScheme of SCHEMES) {
      test(`axe finds nothing, ${colorScheme}`, withPage(async (page) => {
        await reach(page);
        await page.evaluate(axe);
        const violations = await page.evaluate(async () => {
          const rules = { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } };
          const results = await /** @type {any} */ (window).axe.run({ resultTypes: ['violations'], rules });
          return results.violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ node) => node.html).join(', ')}`);
        });
        assert.deepEqual(violations, []);
      }, { colorScheme, reducedMotion: 'reduce' }));
    }

    test('fits 320 pixels, which is 1280 at 400 %', withPage(async (page) => {
      await reach(page);
      const { content, window } = await page.evaluate(() => ({ content: document.documentElement.scrollWidth, window: document.documentElement.clientWidth }));
      assert.ok(content <= window, `${content} > ${window}`);
    }, { viewport: { width: 320, height: 256 } }));
  });
}

test('the page is dark where the system is', withPage(async (page) => {
  const [paper, ink] = await page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.documentElement);
    return [backgroundColor, color].map((value) => (value.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0));
  });
  assert.ok(Number(paper) < 150 && Number(ink) > 600, `${paper} ${ink}`);
}, { colorScheme: 'dark' }));

/** How many characters of its own text fit into a line of an element. @param {Page} page @param {string} selector @returns {Promise<number>} */
function charactersPerLine(page, selector) {
  return page.locator(selector).first().evaluate((element) => {
    const text = element.textContent ?? '';
    const context = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
    context.font = getComputedStyle(element).font;
    return element.clientWidth / (context.measureText(text).width / text.length);
  });
}

for (const font of FONTS) {
  test(`a line holds 55 to 72 characters where there is room, in a ${font} font`, withPage(async (page) => {
    await paste(page, await sample('en'));
    await keySentences(page);
    for (const selector of ['#sentences > li > p', '#reading > p']) {
      const characters = await charactersPerLine(page, selector);
      // A wide font doesn't fit so many into half a window.
      assert.ok(characters <= 72 && (font === 'wide' || characters >= 55), `${selector}: ${characters} characters`);
    }
  }, { viewport: { width: 1440, height: 900 }, prepare: inFont(font) }));
}

test('everything can be reached with the keyboard', withPage(async (page) => {
  await page.locator('[data-sample=en]').focus();
  await page.keyboard.press('Enter');
  await keySentences(page);
  await page.waitForFunction(() => document.activeElement?.id === 'summary-label');
  const visited = new Set();
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    visited.add(await page.evaluate(() => {
      const { id, className, textContent, tagName } = document.activeElement ?? document.body;
      return id || className || (tagName === 'SUMMARY' ? `summary ${textContent?.slice(0, 9)}` : tagName);
    }));
  }
  for (const stop of ['settings', 'open', 'edit', 'clear', 'map', 'reading', 's chosen', 'copy', 'markdown', 'json', 'print', 'embed', 'length', 'place', 'chip', 'summary Set aside']) {
    assert.ok(visited.has(stop), `Tab never reaches ${stop}: ${[...visited].join(', ')}`);
  }
}));

/** Sums the layout shifts so far, once fonts are there and two more frames are drawn. @param {Page} page @returns {Promise<number>} */
function shifts(page) {
  return page.evaluate(async () => {
    await document.fonts.ready;
    let sum = 0;
    const count = (/** @type {PerformanceEntryList} */ entries) => {
      for (const entry of entries) if (!/** @type {any} */ (entry).hadRecentInput) sum += /** @type {any} */ (entry).value;
    };
    const observer = new PerformanceObserver((list) => count(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    for (let frame = 0; frame < 3; frame += 1) await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    count(observer.takeRecords());
    observer.disconnect();
    return sum;
  });
}

for (const font of FONTS) {
  test(`nothing shifts while the page loads, in a ${font} font`, withPage(async (page) => {
    assert.equal(await shifts(page), 0);
  }, { prepare: inFont(font) }));
}

test('nothing shifts once an article has come', withPage(async (page) => {
  await paste(page, await sample('en'));
  await keySentences(page);
  // The article itself may come later than half a second after the paste, when it no longer counts as the paste's own effect.
  const before = await shifts(page);
  await page.locator('#length').focus();
  await page.locator('#sentences .why, #sentences .row button').first().hover();
  assert.equal(await shifts(page), before);
}));

for (const [locale, hash] of [['ru', ''], ['ar', '#sample=ar'], ['en', '#sample=en&level=4']]) {
  test(`nothing shifts on a phone in ${locale}${hash && ', with a sample in the address'}`, withPage(async (page) => {
    if (hash) await keySentences(page);
    assert.equal(await shifts(page), 0);
  }, { locale, hash, viewport: { width: 390, height: 844 } }));
}

test('the legend shows the colours of the map', withPage(async (page) => {
  await paste(page, await sample('en'));
  await keySentences(page);
  const [swatch, bar, border, height] = await page.evaluate(() => {
    const style = (/** @type {string} */ selector) => getComputedStyle(/** @type {Element} */ (document.querySelector(selector)));
    const key = style('.key.aside');
    return [key.backgroundColor, style('#map-drawing rect.aside').fill, key.borderInlineStartStyle, key.height];
  });
  assert.deepEqual([swatch, border, height], [bar, 'none', '4px']);
}));
