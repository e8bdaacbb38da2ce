// <nut-graf> never moves the page, in whatever typeface: its box has one height, which is full of what fits.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { familyOf, fontFace } from '../fonts/fonts.mjs';
import { ARTICLE, CDN, deliver, element, MODULES, onHost, site } from './host.mjs';

/** @import { Page, Route } from 'playwright-core' */
/** @import { FontName } from '../fonts/fonts.mjs' */

const ALL = 'with-keywords with-slider with-reasons with-meta with-tools with-note';
const LONG = ARTICLE.replace('</article>', Array.from({ length: 12 }, (_, i) => `<p>In year ${i + 1951} the port of Tellmar shipped ${i * 7 + 31} thousand tons of salt, grain and timber to the islands, although the winter ice closed its basin for ${i + 3} weeks. The harbour master kept a journal of every ship. Its pages are in the museum now.</p>`).join('') + '</article>');
const WATCH = "<script>shift = 0; new PerformanceObserver((list) => { for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) shift += value }).observe({ type: 'layout-shift', buffered: true })</script>";

const LINKED = `<link rel="stylesheet" href="${CDN}dist/nut-graf.css">`;
// As the README has it.
const LINE = '<style>nut-graf { display: block; margin-block: 1.5em; --nut-graf-block-size: 24em } nut-graf:not(:defined) { block-size: 24em; overflow: hidden }</style>';

/** Has the page set in a typeface that is there before its text: one that comes late moves the page by itself. @param {FontName} name */
const inFont = (name) => `<style>body { font-family: '${familyOf(name)}'; max-width: 680px; margin: 0 auto }</style><script>
  document.fonts.add(new FontFace('${familyOf(name)}', Uint8Array.from(atob('${fontFace(name).match(/base64,([^)]+)/)?.[1]}'), (character) => character.charCodeAt(0))));
</script>`;

/** The script comes 300 ms late, and so does the engine. */
const LATE = { cdn: async (/** @type {Route} */ route, /** @type {string} */ path) => {
  if (!/define\.js$|\.wasm$/.test(path)) return null;
  await new Promise((done) => setTimeout(done, 300));
  return deliver(route, path);
} };

/** What the box is like. @param {Page} page */
const box = (page) => page.locator('nut-graf').first().evaluate((host) => {
  const root = /** @type {ShadowRoot} */ (host.shadowRoot);
  const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  const { height } = host.getBoundingClientRect();
  const body = find('.body').getBoundingClientRect();
  return {
    height: Math.round(height),
    blank: Math.abs(find('.box').getBoundingClientRect().bottom - find('.base').getBoundingClientRect().bottom),
    isFull: [...find('.body').children].every((child) => child.getBoundingClientRect().bottom <= body.bottom + 1),
    shown: [...root.querySelectorAll('[data-sentence]:not(.rest)')].map((item) => item.querySelector('[part~=point]')?.textContent ?? item.textContent),
    more: find('.more').checkVisibility(),
  };
});

/** @type {[name: string, head: string, body: string][]} */
const ROWS = [
  ['a fallback', LINKED, `<nut-graf for="story"><p>Read on.</p></nut-graf>${LONG}`],
  ['no fallback', LINKED, `<nut-graf for="story"></nut-graf>${LONG}`],
  ['below the title, in the article', LINKED, LONG.replace('</h1>', '</h1><nut-graf><p>Read on.</p></nut-graf>')],
  ['length 5', LINKED, `<nut-graf for="story" length="5"></nut-graf>${LONG}`],
  ['collapsed', LINKED, `<nut-graf for="story" collapsed></nut-graf>${LONG}`],
];

/** @type {typeof ROWS} */
const MORE_ROWS = [
  ['short', LINKED, `<nut-graf for="story" length="short"></nut-graf>${LONG}`],
  ['long', LINKED, `<nut-graf for="story" length="long"></nut-graf>${LONG}`],
  ['prose', LINKED, `<nut-graf for="story" type="tldr"></nut-graf>${LONG}`],
  ['a teaser', LINKED, `<nut-graf for="story" type="teaser" href="/story"></nut-graf>${LONG}`],
  ['a headline', LINKED, `<nut-graf for="story" type="headline"></nut-graf>${LONG}`],
  ['all there is', LINKED, `<nut-graf for="story" ${ALL}></nut-graf>${LONG}`],
  ['a fallback longer than the box', LINKED, `<nut-graf for="story"><p>${'Read on. '.repeat(900)}</p></nut-graf>${LONG}`],
  ['the article in its slot', LINKED, `<nut-graf><div slot="source">${LONG}</div></nut-graf>`],
  ['a reset after the link', `${LINKED}<style>* { margin: 0; padding: 0 }</style>`, `<nut-graf for="story"></nut-graf>${LONG}`],
  ['small print all over the site', `${LINKED}<style>html { font-size: 62.5% }</style>`, `<nut-graf for="story"></nut-graf>${LONG}`],
  ['in columns', `${LINKED}<style>main { columns: 2 }</style>`, `<main><nut-graf for="story"></nut-graf>${LONG}</main>`],
  ['in a flex column too small for it', `${LINKED}<style>main { display: flex; flex-direction: column; block-size: 300px }</style>`, `<main><nut-graf for="story"></nut-graf>${LONG}</main>`],
  ['the line of the README', LINE, `<nut-graf for="story"><p>Read on.</p></nut-graf>${LONG}`],
];

for (const font of /** @type {FontName[]} */ (['narrow', 'wide', 'tall'])) {
  describe(`nothing moves in a ${font} typeface`, () => {
    for (const [name, head, body] of font === 'wide' ? [...ROWS, ...MORE_ROWS] : ROWS) {
      for (const width of [390, 1200]) {
        test(`${name}, ${width} pixels`, onHost(site(WATCH + body, inFont(font) + head + MODULES), async ({ page }) => {
          await element(page);
          await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
          assert.equal(await page.evaluate('shift'), 0);
          const { blank, isFull } = await box(page);
          assert.ok(blank <= 2, `${blank} px of blank`);
          assert.ok(isFull, 'all of it is in the box');
        }, { viewport: { width, height: 1200 }, ...LATE }));
      }
    }
  });
}

test('without any style sheet of the page nothing moves once the script has run', onHost(site(`${WATCH}<nut-graf for="story"></nut-graf>${LONG}`, inFont('wide') + MODULES), async ({ page }) => {
  await element(page, 'loading');
  await page.waitForTimeout(100);
  await page.evaluate('shift = 0');
  await element(page);
  await page.waitForTimeout(100);
  assert.equal(await page.evaluate('shift'), 0);
}, LATE));

describe('the box', () => {
  const open = (/** @type {string} */ attributes = '') => site(`${WATCH}<nut-graf for="story" ${attributes}></nut-graf>${LONG}`, inFont('wide') + LINKED + MODULES);

  test('holds the most important sentences that fit; «More» shows the rest and «Less» hides it again', onHost(open(), async ({ page }) => {
    await element(page);
    const before = await box(page);
    const summary = await page.evaluate(() => {
      const { sentences, summary: chosen } = /** @type {NonNullable<HTMLElementTagNameMap['nut-graf']['digest']>} */ (document.querySelector('nut-graf')?.digest);
      return chosen.flatMap((i) => sentences[i] ?? []);
    });
    assert.ok(before.more && before.shown.length < summary.length && before.shown.length > 0);
    const best = [...summary].sort((a, b) => Number(a.rank) - Number(b.rank)).slice(0, before.shown.length).map(({ text }) => text);
    assert.deepEqual(before.shown, summary.map(({ text }) => text).filter((text) => best.includes(text)));
    const more = page.locator('nut-graf [part~=more]');
    assert.equal(await more.textContent(), 'More');
    await more.click();
    const opened = await box(page);
    assert.equal(opened.shown.length, summary.length);
    assert.ok(opened.height > before.height && opened.blank <= 2);
    assert.equal(await more.textContent(), 'Less');
    assert.equal(await page.evaluate(() => document.querySelector('nut-graf')?.shadowRoot?.activeElement?.className), 'more');
    await more.click();
    assert.deepEqual(await box(page), before);
    assert.equal(await page.evaluate('shift'), 0, 'what the reader asked for is no shift');
  }, { viewport: { width: 390, height: 1600 } }));

  test('is full again after a turn of the phone, and after a shorter article', onHost(open(), async ({ page }) => {
    await element(page);
    const upright = await box(page);
    await page.setViewportSize({ width: 1200, height: 390 });
    await page.waitForFunction((count) => document.querySelectorAll('nut-graf')[0]?.shadowRoot?.querySelectorAll('[data-sentence]:not(.rest)').length !== count, upright.shown.length);
    const across = await box(page);
    assert.ok(across.shown.length > upright.shown.length && across.isFull && across.blank <= 2);
    await page.evaluate(() => document.querySelectorAll('#story p:nth-of-type(n + 5)').forEach((p) => p.remove()));
    await page.waitForTimeout(900);
    const shorter = await box(page);
    assert.ok(shorter.isFull && shorter.blank <= 2);
  }, { viewport: { width: 390, height: 1200 } }));

  test('has no hole where the site hides parts', onHost(site(`<nut-graf for="story" ${ALL}></nut-graf>${LONG}`, `${LINKED}${MODULES}<style>nut-graf::part(meta), nut-graf::part(note), nut-graf::part(actions) { display: none }</style>`), async ({ page }) => {
    await element(page);
    const { blank, isFull } = await box(page);
    assert.ok(blank <= 2 && isFull);
  }));

  test('has the height that the site gives it', onHost(site(`<nut-graf for="story"></nut-graf>${LONG}`, `${LINKED}${MODULES}<style>nut-graf { --nut-graf-block-size: 222px }</style>`), async ({ page }) => {
    await element(page);
    const { height, shown } = await box(page);
    assert.equal(height, 222);
    assert.ok(shown.length >= 1);
    await page.addStyleTag({ content: 'nut-graf { --nut-graf-block-size: auto }' });
    await page.waitForFunction((count) => document.querySelectorAll('nut-graf')[0]?.shadowRoot?.querySelectorAll('[data-sentence]:not(.rest)').length !== count, shown.length);
    assert.equal((await box(page)).more, false);
  }, { viewport: { width: 390, height: 800 } }));

  test('cuts a sentence that is too long for it at the end of a line', onHost(site(`<nut-graf for="story" style="--nut-graf-block-size: 150px"></nut-graf>${LONG.replaceAll('Tellmar', 'Tellmar, a town on the northern coast that lives on its port and on little else since the mine was closed for good,')}`, inFont('wide') + LINKED + MODULES), async ({ page }) => {
    await element(page);
    const { height, shown, isFull, more } = await box(page);
    assert.deepEqual([height, shown.length, isFull, more], [150, 1, true, true]);
    const lines = await page.locator('nut-graf [part~=point]').first().evaluate((point) => point.getBoundingClientRect().height / parseFloat(getComputedStyle(point).lineHeight));
    assert.ok(Math.abs(lines - Math.round(lines)) < 0.05, `${lines} lines`);
  }, { viewport: { width: 390, height: 800 } }));

  test('is one line tall when it is collapsed', onHost(open('collapsed'), async ({ page }) => {
    await element(page);
    assert.ok((await box(page)).height < 60);
    await page.locator('nut-graf [part~=toggle]').click();
    const { height, isFull, shown } = await box(page);
    assert.ok(height > 200 && isFull && shown.length > 0);
  }));

  test('is printed whole', onHost(open(), async ({ page }) => {
    await element(page);
    await page.emulateMedia({ media: 'print' });
    const found = await page.locator('nut-graf').evaluate((host) => {
      const items = [...host.shadowRoot?.querySelectorAll('li') ?? []];
      return { visible: items.filter((item) => item.checkVisibility()).length, all: /** @type {HTMLElementTagNameMap['nut-graf']} */ (host).digest?.summary.length, hole: host.getBoundingClientRect().bottom - Number(items.at(-1)?.getBoundingClientRect().bottom) };
    });
    assert.equal(found.visible, found.all);
    assert.ok(found.hole < 40, `${found.hole} px below the last sentence`);
  }, { viewport: { width: 390, height: 1200 } }));

  test('takes no space where there is nothing to show, and prints nothing', onHost(site('<p id="a">Above</p><nut-graf for="nowhere"></nut-graf><p id="b">Below</p>', LINKED + MODULES), async ({ page }) => {
    await element(page, 'error');
    for (const media of /** @type {('screen' | 'print')[]} */ (['screen', 'print'])) {
      await page.emulateMedia({ media });
      assert.equal(await page.locator('nut-graf').isVisible(), false);
    }
  }));
});

test('where the script never comes no hole stays', onHost(site(`<nut-graf for="story"></nut-graf><nut-graf id="filled"><p>${'Read on. '.repeat(400)}</p></nut-graf>${ARTICLE}`, LINKED), async ({ page }) => {
  const heights = () => page.locator('nut-graf').evaluateAll((elements) => elements.map((each) => each.getBoundingClientRect().height));
  const [before = 0, clipped = 0] = await heights();
  assert.ok(before > 200);
  await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
  const [after = 1, whole = 0] = await heights();
  assert.equal(after, 0);
  assert.ok(whole > clipped, 'and all of the fallback is there');
}, { viewport: { width: 390, height: 800 } }));
