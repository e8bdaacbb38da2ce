// What the page looks like to eyes, screen readers and small screens.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { keySentences, moveSlider, paste, sample, withPage } from './browser.mjs';

/** @import { Page } from 'playwright-core' */

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** @type {Record<string, (page: Page) => Promise<unknown>>} */
const STATES = {
  empty: async () => {},
  summary: async (page) => {
    await paste(page, await sample('fr'));
    await keySentences(page);
  },
  'summary with all opened': async (page) => {
    await paste(page, await sample('ar'));
    await keySentences(page);
    await moveSlider(page, 'max');
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
  },
  'long words': async (page) => {
    const word = 'Donaudampfschifffahrtsgesellschaft'.repeat(8);
    await paste(page, `${word}\n\nDie ${word} fährt wieder. Sie war ${word} genannt worden. https://example.com/${word}`);
    await keySentences(page);
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

    test('fits 320 pixels', withPage(async (page) => {
      await reach(page);
      const { content, window } = await page.evaluate(() => ({ content: document.documentElement.scrollWidth, window: document.documentElement.clientWidth }));
      assert.ok(content <= window, `${content} > ${window}`);
    }, { viewport: { width: 320, height: 640 } }));
  });
}

test('the page is dark where the system is', withPage(async (page) => {
  const [paper, ink] = await page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.documentElement);
    return [backgroundColor, color].map((value) => (value.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0));
  });
  assert.ok(Number(paper) < 150 && Number(ink) > 600, `${paper} ${ink}`);
}, { colorScheme: 'dark' }));

test('lines hold 60 to 70 characters', withPage(async (page) => {
  await paste(page, await sample('en'));
  await keySentences(page);
  const characters = await page.locator('#sentences li > p').first().evaluate((p) => {
    const { font } = getComputedStyle(p);
    const context = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
    context.font = font;
    const { length } = p.textContent ?? '';
    return p.clientWidth / (context.measureText(p.textContent ?? '').width / length);
  });
  assert.ok(characters >= 55 && characters <= 72, `${characters} characters`);
}, { viewport: { width: 1440, height: 900 } }));

test('everything can be reached with the keyboard', withPage(async (page) => {
  await page.keyboard.press('Tab');
  await page.locator('[data-sample=en]').focus();
  await page.keyboard.press('Enter');
  await keySentences(page);
  await page.locator('#text').focus();
  const visited = new Set();
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    visited.add(await page.evaluate(() => document.activeElement?.id || document.activeElement?.parentElement?.className || document.activeElement?.parentElement?.id));
  }
  for (const stop of ['copy', 'length', 'why', 'dropped-part', 'open', 'clear']) assert.ok(visited.has(stop), `Tab never reaches ${stop}`);
}));

test('loading shifts nothing', withPage(async (page) => {
  const shift = await page.evaluate(() => new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += /** @type {any} */ (entry).value;
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done(sum), 300);
  }));
  assert.equal(shift, 0);
}));
