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
    await page.locator('nut-graf summary').first().waitFor();
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

describe('is quiet', () => {
  const PARTS = ['meta', 'note', 'actions', 'slider', 'keywords', 'reasons'];
  const visible = (/** @type {Page} */ page) => page.locator('nut-graf').first().evaluate(({ shadowRoot }, parts) => parts.filter((part) => [...shadowRoot?.querySelectorAll(`[part~=${part}]`) ?? []].some((node) => node.checkVisibility())), PARTS);

  test('shows the points alone, and each part when it is asked for', onHost(shown(''), async ({ page }) => {
    await element(page);
    assert.deepEqual(await visible(page), []);
    for (const [property, part] of [['withMeta', 'meta'], ['withNote', 'note'], ['withTools', 'actions'], ['withSlider', 'slider'], ['withKeywords', 'keywords'], ['withReasons', 'reasons']]) {
      await page.evaluate((name) => Object.assign(/** @type {Element} */ (document.querySelector('nut-graf')), { [name ?? '']: true }), property);
      await page.waitForFunction((name) => document.querySelector('nut-graf')?.shadowRoot?.querySelector(`[part~=${name}]`)?.checkVisibility(), part);
      await page.evaluate((name) => Object.assign(/** @type {Element} */ (document.querySelector('nut-graf')), { [name ?? '']: false }), property);
      await page.waitForFunction((name) => !document.querySelector('nut-graf')?.shadowRoot?.querySelector(`[part~=${name}]`)?.checkVisibility(), part);
    }
  }));

  test('underlines no sentence, and marks them with the colour of the site\'s links', onHost(site(`<nut-graf for="story"></nut-graf>${ARTICLE.replace('Mayor', '<a href="/mayor">Mayor</a>')}`, `${MODULES}<style>a { color: rgb(1, 99, 3) }</style>`), async ({ page }) => {
    await element(page);
    const [line, color] = await page.locator('nut-graf a').first().evaluate((link) => [getComputedStyle(link).textDecorationLine, getComputedStyle(link, '::after').color]);
    assert.deepEqual([line, color], ['none', 'rgb(1, 99, 3)']);
  }));

  for (const [name, style, size] of [['of the article', 'body { font-size: 20px }', '20px'], ['not below 16 pixels', 'html { font-size: 62.5% }', '16px'], ['that the site says', 'nut-graf { --nut-graf-font-size: 14px }', '14px']]) {
    test(`has text of the size ${name}`, onHost(site(`<nut-graf for="story"></nut-graf>${ARTICLE}`, `${MODULES}<style>${style}</style>`), async ({ page }) => {
      await element(page);
      assert.equal(await page.locator('nut-graf a').first().evaluate((link) => getComputedStyle(link).fontSize), size);
    }));
  }

  test('keywords are not part of each other', onHost(shown('with-keywords'), async ({ page }) => {
    await element(page);
    const words = await page.locator('nut-graf [part~=keyword]').allTextContents();
    assert.ok(words.length > 2);
    for (const word of words) assert.ok(words.every((other) => other === word || !other.toLowerCase().includes(word.toLowerCase())), word);
  }));

  for (const type of ['teaser', 'headline']) {
    test(`a ${type} is text without a box that leads to its story`, onHost(shown(`type="${type}" href="/story"`), async ({ page }) => {
      await element(page);
      const found = await page.locator('nut-graf').evaluate(({ shadowRoot }) => ({
        heading: shadowRoot?.querySelector('.heading')?.checkVisibility(),
        border: getComputedStyle(/** @type {Element} */ (shadowRoot?.querySelector('.base'))).borderBlockStartWidth,
        links: [...shadowRoot?.querySelectorAll('a') ?? []].map((link) => link.getAttribute('href')),
      }));
      assert.deepEqual(found, { heading: false, border: '0px', links: ['/story'] });
      await page.locator('nut-graf a').click();
      await page.waitForURL('**/story');
    }));
  }
});

describe('steps aside', () => {
  const SHORT = '<article id="story"><p>The harbour bridge of Tellmar opened on Monday. The bridge cost 84 million crowns.</p></article>';
  /** @type {[name: string, body: string, state: string][]} */
  const CASES = [
    ['error', '<nut-graf for="nowhere" KEEP></nut-graf>', 'error'],
    ['empty', '<nut-graf for="story" KEEP></nut-graf><article id="story">***</article>', 'empty'],
    ['short', `<nut-graf for="story" length="long" KEEP></nut-graf>${SHORT}`, 'ready'],
  ];
  for (const [reason, body, state] of CASES) {
    test(`${reason}, unless it is told otherwise`, onHost(site(body.replace('KEEP', '')), async ({ page, load }) => {
      await element(page, state);
      assert.equal(await page.locator('nut-graf').isVisible(), false);
      await load(site(body.replace('KEEP', `keep="${reason}"`)));
      await element(page, state);
      assert.ok(await page.locator('nut-graf [part~=base]').isVisible());
    }));
  }

  test('and comes back when there is something to show', onHost(site('<nut-graf for="story"></nut-graf>'), async ({ page }) => {
    await element(page, 'error');
    await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), ARTICLE);
    await element(page);
    assert.ok(await page.locator('nut-graf [part~=point]').first().isVisible());
  }));

  test('what the page put into it stays', onHost(site('<nut-graf for="nowhere"><p id="own">Read on.</p></nut-graf>'), async ({ page }) => {
    await element(page, 'error');
    assert.ok(await page.locator('#own').isVisible());
    assert.equal(await page.locator('nut-graf [part~=base]').isVisible(), false);
  }));

  test('from the lede that stands right below', onHost(shown('without-lede length="3"'), async ({ page }) => {
    await element(page);
    const lede = await page.locator('#story p').first().textContent();
    const { points } = await view(page);
    assert.equal(points.length, 3);
    for (const point of points) assert.ok(!lede?.includes(point), point);
    const text = await after(page, (nutGraf) => nutGraf.asText());
    for (const point of points) assert.ok(text.includes(point), 'and the copy is what is shown');
  }));
});

describe('the focus is not lost', () => {
  for (const [name, act] of /** @type {[string, (nutGraf: NutGraf) => void][]} */ ([
    ['when an attribute is set', (nutGraf) => { nutGraf.withReasons = true; }],
    ['when the summary is another one', (nutGraf) => { nutGraf.length = 2; }],
    ['when the article changes', () => { document.querySelector('#story')?.append(' A crane was sold for two crowns.'); }],
  ])) {
    test(name, onHost(shown('length="3" keep="short"'), async ({ page }) => {
      await element(page);
      await page.locator('nut-graf a').nth(1).focus();
      await after(page, act);
      await page.waitForTimeout(700);
      assert.equal(await page.evaluate(() => document.querySelector('nut-graf')?.shadowRoot?.activeElement?.getAttribute('part')), 'point');
    }));
  }

  test('and reasons that are open stay open', onHost(shown('length="3" with-slider with-reasons'), async ({ page }) => {
    await element(page);
    await page.locator('nut-graf summary').first().click();
    const text = (await view(page)).points[0];
    await page.locator('nut-graf input[type=range]').fill('6');
    const open = await page.locator('nut-graf li:has(details[open]) [part~=point]').allTextContents();
    assert.deepEqual(open, [text]);
  }));
});

describe('a visit to a passage ends', () => {
  const TALL = site(`<nut-graf for="story"></nut-graf><div style="height:3000px">Far</div>${ARTICLE}<p id="elsewhere">Elsewhere.</p><div style="height:3000px"></div>`);
  const isMarked = (/** @type {Page} */ page) => page.evaluate(() => CSS.highlights.has('nut-graf'));
  /** @type {[string, (page: Page) => Promise<unknown>][]} */
  const WAYS = [
    ['by Escape, wherever the focus is', async (page) => {
      await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
      await page.keyboard.press('Escape');
    }],
    ['by a click elsewhere', (page) => page.locator('#elsewhere').click()],
    ['by scrolling away', (page) => page.evaluate(() => scrollTo(0, 0))],
  ];
  for (const [name, act] of WAYS) {
    test(name, onHost(TALL, async ({ page }) => {
      await element(page);
      await page.locator('nut-graf a').first().click();
      await page.waitForTimeout(200);
      assert.ok(await isMarked(page));
      await act(page);
      await page.waitForFunction(() => !CSS.highlights.has('nut-graf'));
      assert.equal(await page.locator('nut-graf [part~=back]').isVisible(), false);
    }, { reducedMotion: 'reduce', viewport: { width: 800, height: 900 } }));
  }
});

test('several on a page have names of their own', onHost(site(`<nut-graf for="story"></nut-graf><nut-graf for="story"></nut-graf>${ARTICLE}`), async ({ page }) => {
  await page.waitForFunction(() => [...document.querySelectorAll('nut-graf')].every((nutGraf) => nutGraf.state === 'ready'));
  const names = await page.evaluate(() => [...document.querySelectorAll('nut-graf')].map(({ shadowRoot }) => shadowRoot?.querySelector('section')?.ariaLabel));
  assert.deepEqual(names, ['In brief', 'In brief 2']);
}));

test('links keep the route in the address, and follow it', onHost(site(`<script>location.hash = '#/story/1'</script><nut-graf for="story"></nut-graf>${ARTICLE}`), async ({ page }) => {
  await element(page);
  const link = page.locator('nut-graf a').first();
  assert.match(String(await link.getAttribute('href')), /^https:\/\/site\.example\/#\/story\/1:~:text=/);
  await page.evaluate(() => history.pushState(null, '', '/other'));
  await link.hover();
  assert.match(String(await link.getAttribute('href')), /^https:\/\/site\.example\/other#:~:text=/);
}));

test('the slider says its value once', onHost(shown('with-slider'), async ({ page }) => {
  await element(page);
  assert.equal(await page.locator('nut-graf').evaluate(({ shadowRoot }) => shadowRoot?.querySelectorAll('output, [role=status], [aria-live]').length), 0);
  assert.match(String(await page.locator('nut-graf input[type=range]').getAttribute('aria-valuetext')), /%/);
}));

test('two hundred teasers share one observer', onHost(site(`${'<nut-graf type="teaser" for="story"></nut-graf>'.repeat(200)}${ARTICLE}`), async ({ page }) => {
  await page.waitForFunction(() => [...document.querySelectorAll('nut-graf')].every((nutGraf) => nutGraf.state === 'ready'));
  assert.equal(await page.evaluate('observers'), 1);
}, {
  prepare: (page) => page.addInitScript(() => {
    Object.assign(globalThis, { observers: 0 });
    const { observe } = MutationObserver.prototype;
    const seen = new WeakSet();
    MutationObserver.prototype.observe = function (/** @type {Parameters<typeof observe>} */ ...args) {
      // The test's own driver observes, too.
      if (!seen.has(this) && new Error().stack?.includes('/www/')) /** @type {any} */ (globalThis).observers += 1;
      seen.add(this);
      return observe.apply(this, args);
    };
  }),
}));
