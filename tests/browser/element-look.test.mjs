// What <nut-graf> looks like to eyes, screen readers, small screens and hostile style sheets.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { ARTICLE, element, MODULES, onHost, site } from './host.mjs';

/** @import { Page } from 'playwright-core' */

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ALL = 'with-keywords with-slider with-reasons with-meta with-tools with-note keep="error empty short"';

/** @param {string} attributes */
const page = (attributes) => site(`<main><h1>Site</h1><nut-graf for="story" ${attributes}></nut-graf>${ARTICLE.replaceAll('h1>', 'h2>')}</main>`);

/** @type {[name: string, html: string, state: string, reach: (page: Page) => Promise<unknown>][]} */
const STATES = [
  ['ready', page(ALL), 'ready', async () => {}],
  ['ready, all open', page(ALL), 'ready', (tab) => tab.evaluate(() => document.querySelector('nut-graf')?.shadowRoot?.querySelectorAll('details').forEach((details) => { details.open = true; }))],
  ['ready, in prose', page('type="tldr"'), 'ready', async () => {}],
  ['ready, a headline', page('type="headline"'), 'ready', async () => {}],
  ['ready, light', page(`${ALL} theme="light"`), 'ready', async () => {}],
  ['ready, dark', page(`${ALL} theme="dark"`), 'ready', async () => {}],
  ['ready, on a site whose root is 62.5 %', page(ALL).replace('<head>', '<head><style>html { font-size: 62.5% }</style>'), 'ready', async () => {}],
  ['ready, two of them', page(ALL).replace('<nut-graf', '<nut-graf for="story"></nut-graf><nut-graf'), 'ready', (tab) => tab.waitForFunction(() => [...document.querySelectorAll('nut-graf')].every((each) => each.state === 'ready'))],
  ['ready, a teaser', page('type="teaser" href="/story"'), 'ready', async () => {}],
  ['collapsed', page('collapsed'), 'ready', async () => {}],
  ['at a passage', page(ALL), 'ready', (tab) => tab.locator('nut-graf a').last().click()],
  ['copied', page(ALL), 'ready', async (tab) => {
    await tab.locator('nut-graf [part~=copy]').click();
    await tab.locator('nut-graf [part~=status]', { hasText: 'Copied' }).waitFor();
  }],
  ['empty', site('<main><h1>Site</h1><nut-graf for="story" keep="empty"></nut-graf><article id="story">***</article></main>'), 'empty', async () => {}],
  ['error', site('<main><h1>Site</h1><nut-graf for="nowhere" keep="error"></nut-graf></main>'), 'error', async () => {}],
];

for (const [name, html, state, reach] of STATES) {
  for (const colorScheme of /** @type {('light' | 'dark')[]} */ (['light', 'dark'])) {
    test(`axe finds nothing: ${name}, ${colorScheme}`, onHost(html.replace('<head>', '<head><style>:root { color-scheme: light dark }</style>'), async ({ page: tab }) => {
      await element(tab, state);
      await reach(tab);
      await tab.evaluate(axe);
      const violations = await tab.evaluate(async () => {
        const rules = { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } };
        const results = await /** @type {any} */ (window).axe.run({ resultTypes: ['violations'], rules });
        return results.violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ node) => node.html).join(', ')}`);
      });
      assert.deepEqual(violations, []);
    }, { colorScheme, reducedMotion: 'reduce' }));
  }
}

test('axe finds nothing: loading', onHost(page(ALL), async ({ page: tab }) => {
  await tab.waitForFunction(() => /** @type {any} */ (document.querySelector('nut-graf'))?.state === 'loading');
  await tab.evaluate(axe);
  const violations = await tab.evaluate(() => /** @type {any} */ (window).axe.run().then((/** @type {any} */ results) => results.violations.map((/** @type {any} */ { id }) => id)));
  assert.deepEqual(violations, []);
  // The engine never comes.
}, { cdn: (_, path) => (path.endsWith('.wasm') ? new Promise(() => {}) : null) }));

describe('the host\'s style sheet', () => {
  const TORTURE = `<style>
    * { margin: 0; padding: 0; box-sizing: content-box; text-align: justify; }
    html { line-height: 4; }
    body { font-size: 48px; letter-spacing: 9px; word-spacing: 20px; text-transform: uppercase; text-indent: 5em; font-variant: small-caps; font-weight: 900; font-style: italic; white-space: pre; cursor: none; list-style: square; tab-size: 40; hyphens: auto; word-break: break-all; text-shadow: 2px 2px red; -webkit-text-stroke: 2px lime; quotes: "x" "y"; border-collapse: collapse; }
    nut-graf { color: inherit; font-size: 16px; }
    div, section, ol, li, p, button, input, details, h2, a, span, ul, label, output { display: none !important; outline: 9px dashed red !important; font-size: 3px !important; }
    article, article * { display: revert !important; }
    [part], .base, .list { display: none !important; }
  </style>`;

  test('changes nothing', onHost(site(`<nut-graf for="story" ${ALL}></nut-graf>${ARTICLE}`), async ({ page: tab, load }) => {
    const measure = async () => {
      await element(tab);
      return tab.evaluate(() => [...document.querySelector('nut-graf')?.shadowRoot?.querySelectorAll('.base, .base *, .back') ?? []].map((node) => {
        const { width, height } = node.getBoundingClientRect();
        const { fontSize, letterSpacing, textTransform, lineHeight, display, textAlign, whiteSpace, fontWeight, fontStyle, textIndent, textShadow, cursor } = getComputedStyle(node);
        return [node.localName, node.className, Math.round(width), Math.round(height), fontSize, letterSpacing, textTransform, lineHeight, display, textAlign, whiteSpace, fontWeight, fontStyle, textIndent, textShadow, cursor].join(' ');
      }));
    };
    await tab.setViewportSize({ width: 700, height: 900 });
    const before = await measure();
    await load(site(`<nut-graf for="story" ${ALL}></nut-graf>${ARTICLE}`, TORTURE + MODULES + '<style>body { margin: 8px !important }</style>'));
    assert.deepEqual(await measure(), before);
  }));

  test('may hide it and style its parts', onHost(site(`<nut-graf for="story" hidden></nut-graf><nut-graf for="story"></nut-graf>${ARTICLE}`, `${MODULES}<style>nut-graf { display: flex; --nut-graf-background: rgb(1, 2, 3) } nut-graf::part(heading) { color: rgb(4, 5, 6) }</style>`), async ({ page: tab }) => {
    await element(tab);
    assert.equal(await tab.locator('nut-graf').first().isVisible(), false);
    const [background, color] = await tab.locator('nut-graf').last().evaluate((nutGraf) => {
      const root = /** @type {ShadowRoot} */ (nutGraf.shadowRoot);
      return ['.base', '.heading'].map((selector) => getComputedStyle(/** @type {Element} */ (root.querySelector(selector))))
        .map(({ backgroundColor, color: ink }, i) => (i ? ink : backgroundColor));
    });
    assert.deepEqual([background, color], ['rgb(1, 2, 3)', 'rgb(4, 5, 6)']);
  }));

  test('gives the typeface and the ink', onHost(site(`<nut-graf for="story"></nut-graf>${ARTICLE}`, `${MODULES}<style>body { font-family: Georgia; color: rgb(90, 0, 0) }</style>`), async ({ page: tab }) => {
    await element(tab);
    const [family, color] = await tab.locator('nut-graf a').first().evaluate((link) => [getComputedStyle(link).fontFamily, getComputedStyle(link).color]);
    assert.deepEqual([family, color], ['Georgia', 'rgb(90, 0, 0)']);
  }));
});

describe('fits', () => {
  for (const [name, width, head] of /** @type {[string, number, string][]} */ ([['320 pixels', 320, ''], ['text twice as large', 640, '<style>html { font-size: 200% }</style>'], ['long words', 320, '']])) {
    test(name, onHost(site(`<nut-graf for="story" ${ALL}></nut-graf>${name === 'long words' ? ARTICLE.replaceAll('Tellmar', 'Donaudampfschifffahrt'.repeat(6)) : ARTICLE}`, head + MODULES), async ({ page: tab }) => {
      await element(tab);
      const [content, room] = await tab.locator('nut-graf').evaluate(({ shadowRoot }) => {
        const base = /** @type {HTMLElement} */ (shadowRoot?.querySelector('.base'));
        return [base.scrollWidth, base.clientWidth];
      });
      assert.ok(content <= room, `${content} > ${room}`);
    }, { viewport: { width, height: 700 } }));
  }

  test('targets are 24 pixels or more', onHost(page(ALL), async ({ page: tab }) => {
    await element(tab);
    const small = await tab.locator('nut-graf').evaluate(({ shadowRoot }) => [...shadowRoot?.querySelectorAll('button, input, summary, .list a') ?? []]
      .filter((node) => node.checkVisibility())
      .map((node) => [node.outerHTML.slice(0, 60), node.getBoundingClientRect().height])
      .filter(([, height]) => Number(height) < 24));
    assert.deepEqual(small, []);
  }));
});

test('everything can be reached and done with the keyboard', onHost(page(ALL), async ({ page: tab }) => {
  await element(tab);
  /** @type {string[]} */
  const visited = [];
  for (let presses = 0; presses < 30; presses += 1) {
    await tab.keyboard.press('Tab');
    visited.push(await tab.evaluate(() => {
      const active = document.querySelector('nut-graf')?.shadowRoot?.activeElement;
      return active ? active.getAttribute('part') ?? active.localName : '';
    }));
  }
  assert.deepEqual([...new Set(visited)].filter(Boolean), ['toggle', 'point', 'reasons-label', 'range', 'button copy', 'button copy-markdown']);
  await tab.locator('nut-graf [part~=toggle]').focus();
  await tab.keyboard.press('Enter');
  await tab.locator('nut-graf [part~=body]').waitFor({ state: 'hidden' });
  await tab.keyboard.press('Space');
  await tab.locator('nut-graf [part~=body]').waitFor();
  const outline = await tab.locator('nut-graf [part~=toggle]').evaluate((toggle) => getComputedStyle(toggle).outlineStyle);
  assert.equal(outline, 'solid');
}));

describe('from right to left', () => {
  const ARABIC = `<article id="story" lang="ar" dir="rtl"><h1>جسر تلمار يفتح بعد تسع سنوات</h1><p>افتُتح جسر ميناء تلمار يوم الاثنين بعد تسع سنوات من العمل. وقصّت رئيسة البلدية إلدا رنفرو الشريط أمام ألفي شخص.</p><p>Tellmar Bridge كلّف الجسر 84 مليون كرونة، أي ضعف ما أقرّه المجلس. ويتوقع الميناء أربعين قطارًا في اليوم بحلول الصيف.</p></article>`;
  test('the bullets are on the right', onHost(site(`<div lang="ar" dir="rtl"><nut-graf for="story" keep="short"></nut-graf></div>${ARABIC}`), async ({ page: tab }) => {
    await element(tab);
    const found = await tab.locator('nut-graf').evaluate(({ shadowRoot }) => {
      const base = /** @type {Element} */ (shadowRoot?.querySelector('.base'));
      const item = /** @type {Element} */ (shadowRoot?.querySelector('.list > li'));
      const link = /** @type {Element} */ (item.querySelector('a'));
      return { right: link.getBoundingClientRect().right <= base.getBoundingClientRect().right - 15, left: link.getBoundingClientRect().left < base.getBoundingClientRect().left + 1, directions: [...new Set([...shadowRoot?.querySelectorAll('.list > li') ?? []].map((each) => getComputedStyle(each).direction))].join(), lang: item.getAttribute('lang') };
    });
    assert.deepEqual(found, { right: true, left: true, directions: 'rtl', lang: 'ar' });
  }));
});

test('forced colours keep the box and the bullets', onHost(page(ALL), async ({ page: tab }) => {
  await element(tab);
  const [border, bullet, paper] = await tab.locator('nut-graf').evaluate(({ shadowRoot }) => {
    const base = /** @type {Element} */ (shadowRoot?.querySelector('.base'));
    const item = /** @type {Element} */ (shadowRoot?.querySelector('.list > li'));
    return [getComputedStyle(base).borderTopColor, getComputedStyle(item, '::before').backgroundColor, getComputedStyle(base).backgroundColor];
  });
  assert.notEqual(border, paper);
  assert.notEqual(bullet, paper);
}, { forcedColors: 'active' }));

test('print shows the summary without its controls', onHost(page(`${ALL} collapsed`), async ({ page: tab }) => {
  await element(tab);
  await tab.emulateMedia({ media: 'print' });
  assert.ok(await tab.locator('nut-graf a').first().isVisible());
  assert.equal(await tab.locator('nut-graf button[part~=copy]').isVisible(), false);
  assert.equal(await tab.locator('nut-graf input').isVisible(), false);
}));
