// What <nut-graf> does for readers and for the page's author.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ARTICLE, element, MODULES, onHost, site, SITE } from './host.mjs';

/** @import { Page } from 'playwright-core' */

const WITH_ARTICLE = site(`<nut-graf for="story" keep="short" with-tools><p>See below.</p></nut-graf>${ARTICLE}`);

/** The sentences shown. @param {Page} page */
const points = (page) => page.locator('nut-graf').first().locator('[part~=point]').allTextContents();

/**
 * Evaluates in the page with the element at hand.
 *
 * @template T
 * @param {Page} page
 * @param {(nutGraf: import('../../www/nut-graf.js').NutGrafElement) => T} work
 */
const withElement = (page, work) => page.locator('nut-graf').first().evaluate(/** @type {any} */ (work));

describe('the article is', () => {
  /** @type {[name: string, body: string, source: RegExp, expected: RegExp][]} */
  const SOURCES = [
    ['what `for` names', `<article>Not this. Nor this.</article><nut-graf for="story"></nut-graf>${ARTICLE}`, /<article>/, /Tellmar/],
    ['around the element', `${ARTICLE.replace('</h1>', '</h1><nut-graf>Fallback. It must not be read.</nut-graf>')}`, /<article>/, /Tellmar/],
    ['the only one of the page', `<nut-graf></nut-graf>${ARTICLE}`, /<article>/, /Tellmar/],
    ['in the slot of that name', `<nut-graf><div slot="source">${ARTICLE}</div><p>Fallback.</p></nut-graf>`, /<div>/, /Tellmar/],
    ['its own text', `<nut-graf>${ARTICLE.replace('article', 'section').replace('</article', '</section')}</nut-graf>`, /<nut-graf>/, /Tellmar/],
  ];
  for (const [name, body, source, expected] of SOURCES) {
    test(name, onHost(site(body), async ({ page }) => {
      await element(page);
      assert.match((await points(page)).join(' '), expected);
      assert.match(String(await withElement(page, (nutGraf) => nutGraf.diagnose().source)), source);
      assert.doesNotMatch((await points(page)).join(' '), /must not be read|Not this/);
    }));
  }

  test('visible below the summary when it is in the element', onHost(site(`<nut-graf><div slot="source">${ARTICLE}</div></nut-graf>`), async ({ page }) => {
    await element(page);
    assert.ok(await page.locator('#story').isVisible());
  }));

  test('awaited when it comes late', onHost(site('<nut-graf for="story"></nut-graf>'), async ({ page }) => {
    await element(page, 'error');
    await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), ARTICLE);
    await element(page);
    assert.match((await points(page)).join(' '), /Tellmar/);
  }));

  test('read anew when it changes, and once for many changes', onHost(WITH_ARTICLE, async ({ page }) => {
    await element(page);
    await withElement(page, (nutGraf) => {
      Object.assign(globalThis, { summaries: 0 });
      nutGraf.addEventListener('nut-graf-summary', () => { /** @type {any} */ (globalThis).summaries += 1; });
    });
    await page.evaluate(() => {
      const story = /** @type {HTMLElement} */ (document.querySelector('#story'));
      story.replaceChildren(...['A flood has closed the Tellmar bridge.', 'Water stands two metres high in the port.', 'Nobody was hurt in the flood.'].map((text) => {
        const p = document.createElement('p');
        p.textContent = text;
        return p;
      }));
      for (let i = 0; i < 5; i += 1) setTimeout(() => story.append(' More.'), i * 40);
    });
    await page.waitForFunction(() => document.querySelector('nut-graf')?.shadowRoot?.textContent?.includes('flood'));
    await page.waitForTimeout(600);
    assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).summaries), 1);
  }));
});

describe('attributes', () => {
  test('are properties, both ways', onHost(WITH_ARTICLE, async ({ page }) => {
    await element(page);
    const found = await withElement(page, (nutGraf) => {
      /** @type {[string, string, string, unknown][]} */
      const cases = [
        ['length', 'length', '20%', '20%'], ['length', 'length', '80 words', '80 words'], ['length', 'length', '3 sentences', '3'],
        ['type', 'type', 'tldr', 'tldr'], ['language', 'language', 'EN-gb', 'en-GB'], ['heading-level', 'headingLevel', '4', 4],
        ['collapsed', 'collapsed', '', true], ['with-keywords', 'withKeywords', '', true], ['with-slider', 'withSlider', '', true],
        ['with-reasons', 'withReasons', '', true], ['with-meta', 'withMeta', '', true], ['with-note', 'withNote', '', true], ['with-tools', 'withTools', '', true],
        ['without-lede', 'withoutLede', '', true], ['href', 'href', '/story', '/story'], ['keep', 'keep', 'error short', ['error', 'short']], ['theme', 'theme', 'dark', 'dark'], ['for', 'for', 'story', 'story'],
        ['focus', 'focusWords', 'port, trains', ['port', 'trains']],
      ];
      const any = /** @type {any} */ (nutGraf);
      return cases.flatMap(([attribute, property, value, meaning]) => {
        nutGraf.setAttribute(attribute, value);
        const there = any[property];
        any[property] = there;
        const back = any[property];
        return JSON.stringify([there, back]) === JSON.stringify([meaning, meaning]) ? [] : [[attribute, value, there, nutGraf.getAttribute(attribute), back]];
      });
    });
    assert.deepEqual(found, []);
  }));

  test('say a share as a person would', onHost(WITH_ARTICLE, async ({ page }) => {
    await element(page);
    assert.equal(await withElement(page, (nutGraf) => {
      nutGraf.length = /** @type {any} */ ({ ratio: 0.333 });
      return nutGraf.length;
    }), '33.3%');
  }));

  test('that mean nothing are named once and take their default', onHost(
    site(`<nut-graf for="story" length="huge" type="poem" heading-level="9" language="!" theme="pink"></nut-graf><nut-graf for="story" type="poem"></nut-graf>${ARTICLE}`),
    async ({ page, console: lines }) => {
      await element(page);
      const values = await withElement(page, ({ length, type, headingLevel, language, theme }) => [length, type, headingLevel, language, theme]);
      assert.deepEqual(values, ['medium', 'key-points', 2, '', 'auto']);
      for (const value of ['length="huge"', 'type="poem"', 'heading-level="9"', 'language="!"', 'theme="pink"']) {
        assert.equal(lines.filter((line) => line.includes(value)).length, 1, value);
      }
    },
  ));

  test('change the summary', onHost(WITH_ARTICLE, async ({ page }) => {
    await element(page);
    for (const [length, count] of /** @type {[unknown, number][]} */ ([['1', 1], [2, 2], [{ sentences: 3 }, 3], ['short', 3]])) {
      await page.evaluate((value) => { /** @type {any} */ (document.querySelector('nut-graf')).length = value; }, length);
      await page.waitForFunction((n) => document.querySelector('nut-graf')?.shadowRoot?.querySelectorAll('[part~=point]').length === n, count);
    }
    await withElement(page, (nutGraf) => { nutGraf.type = 'tldr'; });
    await page.locator('nut-graf [part~=text]').waitFor();
    await withElement(page, (nutGraf) => { nutGraf.headingLevel = 5; });
    await page.locator('nut-graf h5').waitFor();
    await withElement(page, (nutGraf) => { nutGraf.collapsed = true; });
    await page.locator('nut-graf [part~=body]').waitFor({ state: 'hidden' });
  }));

  test('set as properties before the upgrade are honoured', onHost(
    site(`<nut-graf></nut-graf><script>Object.assign(document.querySelector('nut-graf'), { length: 2, withSlider: true, source: 'A ship came in. It carried salt. The crew slept. The salt was sold.' })</script>`),
    async ({ page }) => {
      await element(page);
      assert.equal((await points(page)).length, 2);
      assert.ok(await page.locator('nut-graf input[type=range]').isVisible());
      assert.deepEqual(await withElement(page, (nutGraf) => Object.keys(nutGraf)), []);
    },
  ));
});

describe('methods', () => {
  test('summarize() shows what it is given and gives its digest', onHost(site('<nut-graf></nut-graf>'), async ({ page }) => {
    await element(page, 'error');
    const digest = await withElement(page, (nutGraf) => nutGraf.summarize('Die Brücke ist offen. Sie kostet viel. Der Hafen freut sich.', { length: { sentences: 1 } }));
    assert.equal(digest.language, 'de');
    assert.equal((await points(page)).length, 1);
    assert.equal(await page.locator('nut-graf a').count(), 0, 'a text has no place on the page');
  }));

  test('summarize() gives up on a signal', onHost(WITH_ARTICLE, async ({ page }) => {
    await element(page);
    const name = await withElement(page, (nutGraf) => {
      const controller = new AbortController();
      const promise = nutGraf.summarize('One. Two.', { signal: controller.signal });
      controller.abort();
      return promise.catch((/** @type {Error} */ error) => error.name);
    });
    assert.equal(name, 'AbortError');
  }));

  test('ready gives the digest, or the error', onHost(WITH_ARTICLE, async ({ page, load }) => {
    assert.equal(await withElement(page, (nutGraf) => customElements.whenDefined('nut-graf').then(() => nutGraf.ready).then(({ language }) => language)), 'en');
    await load(site('<nut-graf for="nowhere"></nut-graf>'));
    const code = await withElement(page, (nutGraf) => customElements.whenDefined('nut-graf').then(() => nutGraf.ready).catch((/** @type {any} */ error) => error.code));
    assert.equal(code, 'source-not-found');
  }));

  test('diagnose() tells versions, source and support', onHost(WITH_ARTICLE, async ({ page }) => {
    await element(page);
    const { version, engine, state, source, supports } = await withElement(page, (nutGraf) => nutGraf.diagnose());
    assert.equal(version, engine);
    assert.deepEqual([state, source, supports.highlight], ['ready', '<article>', true]);
  }));
});

describe('events', () => {
  test('come in order, with what they are about', onHost(
    site(`<script>seen = []; for (const type of ['ready', 'summary', 'error', 'jump']) document.addEventListener('nut-graf-' + type, ({ type, detail, composed }) => seen.push([type, Object.keys(detail).join(), composed]))</script><nut-graf for="story"></nut-graf>${ARTICLE}`),
    async ({ page }) => {
      await element(page);
      await page.locator('nut-graf a').first().click();
      assert.deepEqual(await page.evaluate('seen'), [
        ['nut-graf-ready', 'version', true], ['nut-graf-summary', 'digest', true], ['nut-graf-jump', 'index,sentence,range', true],
      ]);
    },
  ));

  test('a jump can be cancelled', onHost(WITH_ARTICLE, async ({ page }) => {
    await element(page);
    await withElement(page, (nutGraf) => nutGraf.addEventListener('nut-graf-jump', (event) => event.preventDefault()));
    await page.locator('nut-graf a').first().click();
    assert.equal(await page.evaluate(() => CSS.highlights.has('nut-graf')), false);
  }));

  test('states can be styled', onHost(WITH_ARTICLE, async ({ page, load }) => {
    await element(page);
    assert.ok(await page.evaluate(() => document.querySelector('nut-graf')?.matches(':state(ready)')));
    await load(site('<nut-graf></nut-graf><main id="m">***</main>'));
    await element(page, 'empty');
    assert.ok(await page.evaluate(() => document.querySelector('nut-graf')?.matches(':state(empty)')));
  }));
});

describe('a click on a sentence', () => {
  const TALL = site(`<nut-graf for="story"></nut-graf><div style="height:3000px"></div>${ARTICLE}<div style="height:3000px"></div>`);

  test('marks its passage, brings it into view with the focus, and changes no element', onHost(TALL, async ({ page }) => {
    await element(page);
    const before = await page.locator('#story').innerHTML();
    const link = page.locator('nut-graf a').nth(1);
    const text = await link.textContent();
    await link.click();
    const found = await page.evaluate(() => {
      const [range] = /** @type {Range[]} */ ([...(CSS.highlights.get('nut-graf') ?? [])]);
      const { top, bottom } = range?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
      return { text: String(range), seen: top >= 0 && bottom <= innerHeight, focus: document.activeElement?.textContent };
    });
    assert.equal(found.text, text);
    assert.ok(found.seen, 'the passage is in the window');
    assert.ok(found.focus?.includes(String(text)), 'the focus is on its block');
    // Nothing but the tabindex that the focus needs, as long as it is there.
    assert.equal((await page.locator('#story').innerHTML()).replace(' tabindex="-1"', ''), before);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#story').innerHTML(), before);
  }, { reducedMotion: 'reduce' }));

  for (const way of ['Escape', 'button']) {
    test(`leads back: ${way}`, onHost(TALL, async ({ page }) => {
      await element(page);
      await page.locator('nut-graf a').nth(1).focus();
      await page.keyboard.press('Enter');
      const back = page.locator('nut-graf [part~=back]');
      await back.waitFor();
      if (way === 'Escape') await page.keyboard.press('Escape');
      else await back.click();
      await back.waitFor({ state: 'hidden' });
      assert.equal(await withElement(page, ({ shadowRoot }) => shadowRoot?.activeElement === shadowRoot?.querySelectorAll('a')[1]), true);
      assert.equal(await page.evaluate(() => CSS.highlights.has('nut-graf')), false);
    }, { reducedMotion: 'reduce' }));
  }

  test('opens what hides the passage', onHost(site(`<nut-graf for="story"></nut-graf><details><summary>More</summary>${ARTICLE}</details>`), async ({ page }) => {
    await element(page);
    await page.locator('nut-graf a').first().click();
    assert.ok(await page.locator('details').evaluate((details) => /** @type {HTMLDetailsElement} */ (details).open));
  }));

  test('selects where there are no highlights', onHost(TALL, async ({ page }) => {
    await element(page);
    const link = page.locator('nut-graf a').first();
    const text = await link.textContent();
    await link.click();
    assert.equal(await page.evaluate(() => String(getSelection())), text);
  }, { prepare: (page) => page.addInitScript(() => { Reflect.deleteProperty(globalThis, 'Highlight'); }) }));

  test('is a link that opens the page at the passage', onHost(TALL, async ({ page, context }) => {
    await element(page);
    const link = page.locator('nut-graf a').last();
    const address = String(await link.getAttribute('href'));
    assert.match(address, /^https:\/\/site\.example\/#:~:text=/);
    const other = await context.newPage();
    await other.goto(address);
    await other.waitForFunction(() => scrollY > 1000);
  }));
});

describe('copies', () => {
  const clipboard = (/** @type {Page} */ page) => page.evaluate(() => navigator.clipboard.readText());

  test('text and Markdown, with links to the passages', onHost(WITH_ARTICLE, async ({ page }) => {
    await element(page);
    const shown = await points(page);
    await page.locator('nut-graf [part~=copy]').click();
    await page.locator('nut-graf [part~=status]', { hasText: 'Copied' }).waitFor();
    const text = await clipboard(page);
    for (const sentence of shown) assert.ok(text.includes(`• ${sentence}`), sentence);
    assert.ok(text.endsWith(SITE));
    await page.locator('nut-graf [part~=copy-markdown]').click();
    await page.waitForFunction(() => navigator.clipboard.readText().then((copied) => copied.includes('](')));
    const markdown = await clipboard(page);
    assert.equal(markdown.match(/^- .+\(\[↗\]\(https:\/\/site\.example\/#:~:text=[^)\s]+\)\)$/gm)?.length, shown.length, markdown);
  }));

  test('text where the clipboard is forbidden', onHost(WITH_ARTICLE, async ({ page }) => {
    await element(page);
    await page.locator('nut-graf [part~=copy]').click();
    await page.locator('nut-graf [part~=status]', { hasText: 'Copied' }).waitFor();
    assert.match(await clipboard(page), /• /);
  }, { prepare: (page) => page.addInitScript(() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }) }));

  test('Markdown that is only text', onHost(site('<nut-graf></nut-graf>'), async ({ page }) => {
    const markdown = await withElement(page, async (nutGraf) => {
      await customElements.whenDefined('nut-graf');
      await nutGraf.summarize('The *star* [shone](javascript:alert) and 1 < 2 & so on. It `shone` brightly_all_night.', { length: 'long' });
      return nutGraf.asText('markdown');
    });
    assert.doesNotMatch(markdown, /(?<!\\)[[*`_<&]/);
    assert.match(markdown, /1 \\< 2 \\& so on/);
  }));
});

test('the slider gives any length without the engine', onHost(site(`<nut-graf for="story" with-slider></nut-graf>${ARTICLE}`), async ({ page, requests }) => {
  await element(page);
  requests.length = 0;
  const slider = page.locator('nut-graf input[type=range]');
  await slider.focus();
  await page.keyboard.press('Home');
  assert.equal((await points(page)).length, 1);
  assert.match(String(await slider.getAttribute('aria-valuetext')), /Sentences: 1 of \d+, \d+%/);
  await page.keyboard.press('End');
  assert.ok((await points(page)).length > 8);
  assert.deepEqual(requests, []);
}));

test('reasons and keywords are there when asked for', onHost(site(`<nut-graf for="story" with-reasons with-keywords></nut-graf>${ARTICLE}`), async ({ page }) => {
  await element(page);
  const details = page.locator('nut-graf details').first();
  await details.locator('summary').click();
  assert.match((await details.locator('li').allTextContents()).join('\n'), /^(Says|Stands|Names|Is|Can|Adds) /m);
}));

describe('the interface speaks', () => {
  /** @type {[string, string, 'ltr' | 'rtl'][]} */
  const LANGUAGES = [
    ['en', 'In brief', 'ltr'], ['fr-CA', 'L’essentiel', 'ltr'], ['de', 'Kurz gesagt', 'ltr'], ['es-PE', 'En resumen', 'ltr'], ['it', 'In breve', 'ltr'],
    ['pt-BR', 'Em resumo', 'ltr'], ['nl', 'In het kort', 'ltr'], ['pl', 'W skrócie', 'ltr'], ['ru', 'Коротко', 'ltr'], ['ar', 'باختصار', 'rtl'],
    ['zh-Hans-CN', '内容提要', 'ltr'], ['ja', '要点', 'ltr'], ['eo', 'In brief', 'ltr'],
  ];
  for (const [lang, heading, dir] of LANGUAGES) {
    test(lang, onHost(site(`<div lang="${lang}"><nut-graf for="story"></nut-graf></div>${ARTICLE}`), async ({ page }) => {
      await element(page);
      assert.equal((await page.locator('nut-graf h2').textContent())?.trim(), heading);
      assert.equal(await page.locator('nut-graf section').getAttribute('dir'), dir);
      assert.equal(await page.locator('nut-graf li').first().getAttribute('lang'), 'en', 'the article keeps its language');
    }));
  }

  test('every language says everything', async () => {
    const { default: en } = await import('../../www/locales/en.js');
    const { ENGLISH } = await import('../../www/element/english.js');
    for (const [name, text] of Object.entries(ENGLISH)) assert.equal(text, /** @type {any} */ (en)[name], name);
    for (const tag of ['ar', 'de', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt', 'ru', 'zh']) {
      const { default: strings } = await import(`../../www/locales/${tag}.js`);
      assert.deepEqual(Object.keys(strings), Object.keys(en), tag);
      assert.deepEqual(Object.keys(strings.reasons), Object.keys(en.reasons), tag);
      for (const [name, text] of Object.entries(en.because)) assert.equal(strings.because[name].includes('{terms}'), text.includes('{terms}'), `${tag} ${name}`);
      for (const [name, text] of Object.entries(en)) {
        if (typeof text !== 'string') continue;
        assert.deepEqual(strings[name].match(/\{\w+\}/g)?.sort(), text.match(/\{\w+\}/g)?.sort(), `${tag} ${name}`);
        if (!['copy', 'status'].includes(name)) assert.notEqual(strings[name], text, `${tag} ${name} is not translated`);
      }
    }
  });

  test('what the page says instead', onHost(WITH_ARTICLE, async ({ page }) => {
    await element(page);
    await withElement(page, (nutGraf) => { nutGraf.strings = { heading: 'The gist <b>' }; });
    await page.locator('nut-graf h2', { hasText: 'The gist <b>' }).waitFor();
  }));

  test('another language when the page changes its own', onHost(WITH_ARTICLE, async ({ page }) => {
    await element(page);
    await page.evaluate(() => { document.documentElement.lang = 'fr'; });
    await page.locator('nut-graf h2', { hasText: 'L’essentiel' }).waitFor();
  }));
});

describe('announces', () => {
  const said = (/** @type {Page} */ page) => page.locator('[data-nut-graf-live]').allTextContents().then((texts) => texts.join(''));

  test('nothing on its own, and what the reader does', onHost(WITH_ARTICLE, async ({ page }) => {
    await element(page);
    await page.waitForTimeout(300);
    assert.equal(await page.locator('[data-nut-graf-live]').count(), 0);
    await page.locator('nut-graf [part~=copy]').click();
    await page.waitForTimeout(300);
    assert.equal(await said(page), 'Copied');
    await page.locator('nut-graf a').first().click();
    await page.waitForTimeout(300);
    assert.match(await said(page), /Escape leads back/);
  }));
});

test('moving, hiding and a thousand removals leave nothing behind', onHost(WITH_ARTICLE, async ({ page, context }) => {
  await element(page);
  const session = await context.newCDPSession(page);
  const count = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
    return { nodes, jsEventListeners };
  };
  const cycles = (/** @type {number} */ n) => page.evaluate(async (times) => {
    const nutGraf = /** @type {any} */ (document.querySelector('nut-graf'));
    for (let i = 0; i < times; i += 1) {
      nutGraf.remove();
      document.body.prepend(nutGraf);
      if (i % 50 === 0) await nutGraf.ready;
    }
    await new Promise((done) => setTimeout(done, 600));
  }, n);
  await cycles(50);
  const before = await count();
  await cycles(1000);
  const after = await count();
  assert.ok(after.nodes <= before.nodes + 60, `nodes ${before.nodes} → ${after.nodes}`);
  assert.ok(after.jsEventListeners <= before.jsEventListeners + 20, `listeners ${before.jsEventListeners} → ${after.jsEventListeners}`);
  await element(page);
}));

test('a thousand new elements are all collected', onHost(WITH_ARTICLE, async ({ page, context }) => {
  await element(page);
  const session = await context.newCDPSession(page);
  const left = async () => {
    for (let i = 0; i < 3; i += 1) await session.send('HeapProfiler.collectGarbage');
    return page.evaluate(() => /** @type {any} */ (globalThis).made.filter((/** @type {WeakRef<object>} */ ref) => ref.deref()).length);
  };
  await page.evaluate(async () => {
    const made = [];
    for (let i = 0; i < 1000; i += 1) {
      const nutGraf = document.createElement('nut-graf');
      nutGraf.setAttribute('for', 'story');
      document.body.append(nutGraf);
      if (i % 100 === 0) await nutGraf.ready;
      nutGraf.remove();
      made.push(new WeakRef(nutGraf));
    }
    Object.assign(globalThis, { made });
    await new Promise((done) => setTimeout(done, 600));
  });
  assert.ok(await left() < 20, `${await left()} left`);
}));

test('twice defined, under another name too', onHost(site(`<nut-graf for="story"></nut-graf>${ARTICLE}`, MODULES + MODULES.replace('define.js', 'define.js?again')), async ({ page }) => {
  await element(page);
  const other = await page.evaluate(async () => {
    const { define } = await import(/** @type {any} */ ('https://cdn.example/www/define.js'));
    define('x-gist');
    define('x-gist');
    return Boolean(customElements.get('x-gist'));
  });
  assert.ok(other);
}));
