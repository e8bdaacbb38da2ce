// What <nut-graf> shows after each kind of change: the view, the copied text, `ready` and the events tell the same story.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ARTICLE, element, MODULES, onHost, site } from './host.mjs';

/** @import { Page } from 'playwright-core' */
/** @typedef {import('../../www/nut-graf.js').NutGrafElement} NutGraf */

const TEXT = 'A ship came in on Monday. It carried salt from the islands. The crew slept in the harbour. The salt was sold by noon. Nobody knew the captain.';

/** What a reader sees. @param {Page} page */
const view = (page) => page.locator('nut-graf').first().evaluate(({ shadowRoot }) => {
  const seen = (/** @type {string} */ selector) => [...shadowRoot?.querySelectorAll(selector) ?? []].filter((node) => node.checkVisibility()).map((node) => node.textContent ?? '');
  return { list: seen('[part~=list]').length, prose: seen('[part~=text]').length, headline: seen('[part~=headline]'), points: seen('[part~=point]'), reasons: seen('[part~=reasons]').join('\n') };
});

/**
 * Does something to the element, and waits for what comes of it.
 *
 * @template T
 * @param {Page} page
 * @param {(nutGraf: NutGraf) => T} act
 */
async function after(page, act) {
  const result = await page.locator('nut-graf').first().evaluate(/** @type {any} */ (act));
  await page.evaluate(() => new Promise((done) => setTimeout(done)));
  await page.evaluate(() => /** @type {NutGraf} */ (document.querySelector('nut-graf')).ready.catch(() => {}));
  return /** @type {Awaited<T>} */ (result);
}

const shown = (/** @type {string} */ attributes) => site(`<nut-graf for="story" ${attributes}></nut-graf>${ARTICLE}`);

describe('the view follows', () => {
  test('the type, though the sentences stay', onHost(shown('length="3"'), async ({ page }) => {
    await element(page);
    const before = (await view(page)).points;
    await after(page, (nutGraf) => { nutGraf.type = 'tldr'; });
    const { list, prose, points } = await view(page);
    assert.deepEqual({ list, prose, points }, { list: 0, prose: 1, points: before });
    await after(page, (nutGraf) => nutGraf.removeAttribute('type'));
    assert.equal((await view(page)).list, 1);
  }));

  test('the type that summarize() was given', onHost(shown(''), async ({ page }) => {
    await element(page);
    await after(page, (nutGraf) => nutGraf.summarize(undefined, { type: 'tldr' }));
    assert.equal((await view(page)).prose, 1);
    await after(page, (nutGraf) => { nutGraf.type = 'headline'; });
    assert.equal((await view(page)).headline.length, 1, 'the attribute was set later');
  }));

  for (const [name, act] of /** @type {[string, (nutGraf: NutGraf) => unknown][]} */ ([
    ['the length, after the slider', (nutGraf) => { nutGraf.length = '3 sentences'; }],
    ['summarize(), after the slider', (nutGraf) => nutGraf.summarize()],
  ])) {
    test(name, onHost(shown('length="3" with-slider'), async ({ page }) => {
      await element(page);
      await page.locator('nut-graf input[type=range]').fill('7');
      assert.equal((await view(page)).points.length, 7);
      await after(page, act);
      const { points } = await view(page);
      assert.equal(points.length, 3);
      const text = await page.locator('nut-graf').evaluate((nutGraf) => /** @type {NutGraf} */ (nutGraf).asText());
      assert.equal(text.match(/^• /gm)?.length, 3);
    }));
  }

  test('the focus, in the reasons', onHost(shown('length="3" with-reasons'), async ({ page }) => {
    await element(page);
    await page.locator('nut-graf summary').first().click();
    assert.doesNotMatch((await view(page)).reasons, /words asked for/);
    await after(page, (nutGraf) => { nutGraf.focusWords = ['bridge']; });
    await page.locator('nut-graf summary').first().evaluate((summary) => { /** @type {HTMLDetailsElement} */ (summary.parentElement).open = true; });
    assert.match((await view(page)).reasons, /words asked for/);
  }));

  test('the wish for reasons', onHost(shown('length="3"'), async ({ page }) => {
    await element(page);
    await after(page, (nutGraf) => { nutGraf.withReasons = true; });
    assert.match((await view(page)).reasons, /Why this sentence/);
  }));
});

describe('an abort', () => {
  test('while the element loads: the markup\'s article is read', onHost(shown(''), async ({ page }) => {
    const found = await page.evaluate(async (text) => {
      await customElements.whenDefined('nut-graf');
      const nutGraf = /** @type {NutGraf} */ (document.querySelector('nut-graf'));
      const { ready } = nutGraf;
      const controller = new AbortController();
      const call = nutGraf.summarize(text, { signal: controller.signal });
      controller.abort();
      const name = await call.catch(({ name: kind }) => kind);
      const { title } = await ready;
      return { name, title, state: nutGraf.state, source: nutGraf.source };
    }, TEXT);
    assert.deepEqual(found, { name: 'AbortError', title: 'Harbour bridge of Tellmar opens after nine years', state: 'ready', source: null });
  }));

  test('later: what was shown stays', onHost(shown('length="3"'), async ({ page }) => {
    await element(page);
    const before = await view(page);
    const found = await after(page, async (nutGraf) => {
      const { digest } = nutGraf;
      const controller = new AbortController();
      const call = nutGraf.summarize('Another text. With two sentences.', { type: 'tldr', signal: controller.signal });
      controller.abort();
      const name = await call.catch(({ name: kind }) => kind);
      return { name, same: await nutGraf.ready === digest, state: nutGraf.state, source: nutGraf.source };
    });
    assert.deepEqual(found, { name: 'AbortError', same: true, state: 'ready', source: null });
    await after(page, (nutGraf) => { nutGraf.withKeywords = true; });
    assert.deepEqual(await view(page), before);
  }));

  test('by removal before the first digest settles ready', onHost(site(''), async ({ page }) => {
    const name = await page.evaluate(async () => {
      await customElements.whenDefined('nut-graf');
      const nutGraf = document.createElement('nut-graf');
      document.body.append(nutGraf);
      const { ready } = nutGraf;
      nutGraf.remove();
      return Promise.race([ready.catch((error) => error.name), new Promise((done) => setTimeout(done, 2000, 'never'))]);
    });
    assert.equal(name, 'AbortError');
  }));

  test('by removal comes to nothing when the element is only moved', onHost(shown(''), async ({ page }) => {
    const state = await page.evaluate(async () => {
      await customElements.whenDefined('nut-graf');
      const nutGraf = /** @type {NutGraf} */ (document.querySelector('nut-graf'));
      const { ready } = nutGraf;
      document.body.prepend(nutGraf);
      await ready;
      return nutGraf.state;
    });
    assert.equal(state, 'ready');
  }));
});

describe('copies what is shown', () => {
  const copied = (/** @type {Page} */ page, format = 'text') => page.locator('nut-graf').evaluate((nutGraf, kind) => /** @type {NutGraf} */ (nutGraf).asText(/** @type {'text'} */ (kind)), format);

  test('a headline', onHost(shown('type="headline"'), async ({ page }) => {
    await element(page);
    const [headline] = (await view(page)).headline;
    assert.equal(await copied(page), `${headline}\n\nhttps://site.example/`);
    assert.equal(await copied(page, 'markdown'), headline);
  }));

  test('prose', onHost(shown('type="tldr"'), async ({ page }) => {
    await element(page);
    const { points } = await view(page);
    assert.ok((await copied(page)).includes(`\n${points.join(' ')}\n`));
  }));
});

describe('events', () => {
  const LISTEN = `<script>seen = []; for (const type of ['ready', 'summary', 'error']) document.addEventListener('nut-graf-' + type, ({ type }) => seen.push(type))</script>`;

  test('none for an article that is too short, the first for one that is not', onHost(site(`${LISTEN}<nut-graf for="story"></nut-graf><article id="story">***</article>`), async ({ page }) => {
    await element(page, 'empty');
    assert.deepEqual(await page.evaluate('seen'), []);
    await page.evaluate((text) => document.querySelector('#story')?.replaceChildren(text), TEXT);
    await element(page);
    assert.deepEqual(await page.evaluate('seen'), ['nut-graf-ready', 'nut-graf-summary']);
  }));

  test('none for a change that leaves the summary as it was', onHost(site(`${LISTEN}<nut-graf for="story" length="2"></nut-graf>${ARTICLE}`, MODULES), async ({ page }) => {
    await element(page);
    await after(page, (nutGraf) => nutGraf.summarize());
    assert.deepEqual(await page.evaluate('seen'), ['nut-graf-ready', 'nut-graf-summary']);
  }));
});

test('an update is still announced when the page has got another body', onHost(site(`<nut-graf for="story" length="2"></nut-graf>${ARTICLE}`), async ({ page }) => {
  await element(page);
  const update = (/** @type {string} */ length) => after(page, (nutGraf) => nutGraf.summarize()).then(() => page.evaluate((value) => document.querySelector('nut-graf')?.setAttribute('length', value), length));
  await update('3');
  await page.locator('[data-nut-graf-live]', { hasText: 'updated' }).waitFor({ state: 'attached' });
  await page.evaluate(() => {
    const body = document.createElement('body');
    body.append(...[...document.body.children].filter((child) => !child.hasAttribute('data-nut-graf-live')));
    document.body = body;
  });
  await element(page);
  await update('4');
  await page.locator('[data-nut-graf-live]', { hasText: 'updated' }).waitFor({ state: 'attached' });
}));

test('the button that leads back shows that it has the focus', onHost(site(`<nut-graf for="story"></nut-graf>${ARTICLE}`), async ({ page }) => {
  await element(page);
  await page.locator('nut-graf a').first().focus();
  await page.keyboard.press('Enter');
  const back = page.locator('nut-graf [part~=back]');
  await back.focus();
  assert.equal(await back.evaluate((button) => getComputedStyle(button).outlineStyle), 'solid');
}));
