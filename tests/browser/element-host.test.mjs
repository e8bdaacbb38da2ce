// <nut-graf> on hostile sites: it works, or says exactly why and keeps what the page put there.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { writeFileSync, mkdtempSync, rmSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { root } from '../../scripts/tools.mjs';
import { ARTICLE, CDN, deliver, element, MODULES, onHost, SITE, site, STANDALONE } from './host.mjs';

/** @import { Page, Route } from 'playwright-core' */

const EMBED = '<nut-graf for="story" keep="short" with-tools><p id="fallback">Read on.</p></nut-graf>';
const BUILT = `<script type="module" src="${CDN}dist/define.js"></script>`;

/** @type {[string, string][]} */
const WAYS = [['the modules', MODULES], ['the built modules', BUILT], ['one classic script', STANDALONE], ['one module script', STANDALONE.replace('<script', '<script type="module"')]];

/** What is shown of the summary. @param {Page} page */
const shown = (page) => page.locator('nut-graf').first().locator('[part~=point]').allTextContents();

/** The error, once there is one, and whether the page's own text is still there. @param {Page} page */
async function failure(page) {
  await element(page, 'error');
  const { code, message } = await page.evaluate(() => /** @type {any} */ (document.querySelector('nut-graf')).diagnose().error);
  assert.ok(await page.locator('#fallback').isVisible(), 'the fallback stays');
  assert.equal(await page.locator('nut-graf [part~=base]').isVisible(), false, 'and nothing beside it');
  return { code, message };
}

describe('embedded from another origin', () => {
  for (const [name, head] of WAYS) {
    test(`by ${name}, before the element`, onHost(site(EMBED + ARTICLE, head), async ({ page }) => {
      await element(page);
      assert.ok((await shown(page)).length > 2);
      assert.equal(await page.locator('#fallback').isVisible(), false);
    }));

    test(`by ${name}, after the element and twice`, onHost(site(EMBED + ARTICLE + head + head, ''), async ({ page }) => {
      await element(page);
      assert.ok((await shown(page)).length > 2);
    }));

    test(`by ${name}: no request after the first summary, nothing on window, nothing stored`, onHost(
      site(`<script>before = new Set(Reflect.ownKeys(window)); before.add('before')</script>${EMBED.replace('>', ' with-slider with-reasons with-keywords>')}${ARTICLE}`, ''),
      async ({ page, requests, context }) => {
        await page.evaluate((html) => {
          const [, type, src] = html.match(/<script(?: type="(\w+)")? src="([^"]+)"/) ?? [];
          const script = document.createElement('script');
          if (type) script.type = type;
          script.src = src ?? '';
          document.head.append(script);
        }, head);
        await element(page);
        requests.length = 0;
        await page.locator('nut-graf input[type=range]').fill('3');
        await page.locator('nut-graf summary').first().click();
        await page.locator('nut-graf a').first().click();
        await page.locator('nut-graf [part~=copy]').click();
        await page.evaluate(() => document.querySelector('#story')?.append('The crane was sold.'));
        await page.waitForTimeout(900);
        assert.deepEqual(requests, []);
        assert.deepEqual(await page.evaluate('Reflect.ownKeys(window).filter((key) => !before.has(key)).map(String)'), []);
        assert.deepEqual(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]), ['', 0, 0]);
        assert.deepEqual((await context.storageState()).origins, []);
      },
    ));
  }

  test('two of them share one engine', onHost(site(EMBED + EMBED + ARTICLE, BUILT), async ({ page, requests }) => {
    await element(page);
    await page.waitForFunction(() => [...document.querySelectorAll('nut-graf')].every((nutGraf) => /** @type {any} */ (nutGraf).state === 'ready'));
    assert.equal(requests.filter((url) => url.endsWith('.wasm')).length, 1);
  }));

  test('beside another copy of itself', onHost(site(EMBED + ARTICLE, MODULES + BUILT + STANDALONE), async ({ page }) => {
    await element(page);
    assert.ok((await shown(page)).length > 2);
  }));

  test('in a page that is offline since', onHost(site(EMBED + ARTICLE, BUILT), async ({ page, context }) => {
    await element(page);
    await context.setOffline(true);
    const count = await page.evaluate(() => /** @type {any} */ (document.querySelector('nut-graf')).summarize('A ship came. It carried salt.').then((/** @type {any} */ digest) => digest.sentences.length));
    assert.equal(count, 2);
  }));

  test('in a sandboxed frame without an origin', onHost(
    site(`<iframe sandbox="allow-scripts" src="${SITE}frame" width="600" height="900"></iframe>`, ''),
    async ({ page }) => {
      const frame = page.frameLocator('iframe');
      await frame.locator('nut-graf a').first().waitFor();
      await frame.locator('nut-graf a').first().click();
      await frame.locator('nut-graf [part~=back]').waitFor();
    },
    { prepare: (page) => page.route(`${SITE}frame`, (route) => route.fulfill({ contentType: 'text/html', body: site(EMBED + ARTICLE, STANDALONE) })) },
  ));
});

describe('under a policy', () => {
  const SCRIPTS = `script-src ${CDN}`;
  const WASM = `${SCRIPTS} 'wasm-unsafe-eval'`;
  /** @type {[string, string][]} */
  const FINE = [
    ['wasm-unsafe-eval', WASM],
    ['the strictest that lets it run', `default-src 'none'; ${WASM}; connect-src ${CDN}; img-src data:`],
    ['strict styles', `${WASM}; style-src 'self'`],
    ['Trusted Types', `${WASM}; require-trusted-types-for 'script'; trusted-types 'none'`],
    ['no workers', `${WASM}; worker-src 'none'`],
  ];
  for (const [name, policy] of FINE) {
    for (const [way, head] of /** @type {[string, string][]} */ ([['modules', BUILT], ['one file', STANDALONE]])) {
      test(`${name}: ${way}`, onHost(site(EMBED + ARTICLE, head), async ({ page }) => {
        await element(page);
        assert.ok((await shown(page)).length > 2);
        await page.locator('nut-graf a').first().click();
        const paint = await page.locator('nut-graf [part~=base]').evaluate((base) => getComputedStyle(base).borderBlockStartWidth);
        assert.equal(paint, '3px', 'its style sheet is there');
      }, { policy }));
    }
  }

  test('no WebAssembly: says which header cures it', onHost(site(EMBED + ARTICLE, BUILT), async ({ page, console: lines }) => {
    const { code, message } = await failure(page);
    assert.equal(code, 'engine-blocked');
    assert.match(message, /add 'wasm-unsafe-eval' to its script-src/);
    assert.equal(lines.filter((line) => line.startsWith('nut-graf:')).length, 1);
  }, { policy: SCRIPTS, expected: /Content Security Policy/ }));

  test('no connections to the CDN: says so', onHost(site(EMBED + ARTICLE, BUILT), async ({ page }) => {
    const { code, message } = await failure(page);
    assert.equal(code, 'engine-unreachable');
    assert.match(message, /connect-src/);
  }, { policy: `${WASM}; connect-src 'self'`, expected: /Content Security Policy/ }));
});

describe('from a server that sends the engine', () => {
  test('its strings never: the summary is shown in English', onHost(site(EMBED + ARTICLE).replace('lang="en"', 'lang="de"'), async ({ page }) => {
    await element(page);
    assert.equal(await page.locator('nut-graf').getByText('In brief').count(), 1);
  }, { cdn: (_, path) => (path.endsWith('/locales/de.js') ? new Promise(() => {}) : null) }));

  /** @param {(route: Route, path: string) => Promise<unknown>} answer */
  const engine = (answer) => (/** @type {Route} */ route, /** @type {string} */ path) => (path.endsWith('.wasm') ? answer(route, path) : null);

  for (const type of ['application/wasm', 'application/octet-stream', 'text/plain']) {
    test(`as ${type}`, onHost(site(EMBED + ARTICLE, BUILT), async ({ page, console: lines }) => {
      await element(page);
      assert.equal(lines.some((line) => line.includes('Content-Type: application/wasm')), type !== 'application/wasm');
    }, { cdn: engine((route, path) => deliver(route, path, { 'content-type': type })) }));
  }

  /** @type {[string, string, RegExp, (route: Route, path: string) => Promise<unknown>][]} */
  const BROKEN = [
    ['not at all', 'engine-not-found', /answers 404/, (route) => route.fulfill({ status: 404, body: '<!doctype html>', headers: { 'access-control-allow-origin': '*', 'content-type': 'text/html' } })],
    ['as its start page', 'engine-not-wasm', /is "text\/html", not WebAssembly/, (route) => route.fulfill({ body: '<!doctype html>', headers: { 'access-control-allow-origin': '*', 'content-type': 'text/html' } })],
    ['without CORS', 'engine-unreachable', /Access-Control-Allow-Origin/, (route) => deliver(route, '/dist/define.js', { 'access-control-allow-origin': 'https://other.example' })],
    ['never: offline', 'engine-unreachable', /offline/, (route) => route.abort('internetdisconnected')],
  ];
  for (const [name, code, message, answer] of BROKEN) {
    test(name, onHost(site(EMBED + ARTICLE, BUILT), async ({ page, console: lines }) => {
      const found = await failure(page);
      assert.equal(found.code, code);
      assert.match(found.message, message);
      assert.ok(lines.some((line) => line.startsWith('nut-graf:') && message.test(line)), 'the console says it, too');
    }, { cdn: engine(answer), expected: /Failed to load|CORS policy/ }));
  }
});

test('a policy that refuses WebAssembly only when it is instantiated is named, too', onHost(site(EMBED + ARTICLE, BUILT), async ({ page }) => {
  const { code } = await failure(page);
  assert.equal(code, 'engine-blocked');
}, {
  // As WebKit does.
  prepare: (page) => page.addInitScript(() => {
    /** @type {any} */ (WebAssembly).instantiate = () => Promise.reject(new WebAssembly.CompileError("Refused to create a WebAssembly object because 'unsafe-eval' is not allowed"));
  }),
}));

test('a connection that breaks off in the middle of the engine is named', onHost(site(EMBED + ARTICLE, BUILT), async ({ page }) => {
  const { code, message } = await failure(page);
  assert.equal(code, 'engine-unreachable');
  assert.match(message, /breaks off/);
}, {
  prepare: (page) => page.addInitScript(() => {
    WebAssembly.compileStreaming = () => Promise.reject(new TypeError('network error'));
    Response.prototype.arrayBuffer = () => Promise.reject(new TypeError('Failed to fetch'));
  }),
}));

describe('from a folder', () => {
  test('the self-contained file works by double click', onHost(site(''), async ({ page }) => {
    const folder = mkdtempSync(join(tmpdir(), 'nutgraf-'));
    try {
      copyFileSync(join(root, 'dist/nut-graf.js'), join(folder, 'nut-graf.js'));
      writeFileSync(join(folder, 'index.html'), site(EMBED + ARTICLE, '<script src="nut-graf.js"></script>'));
      await page.goto(pathToFileURL(join(folder, 'index.html')).href);
      await element(page);
      assert.ok((await shown(page)).length > 2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }));
});

describe('nothing runs', () => {
  const ATTACKS = [
    '<img src=x onerror=alert(1)>', '<script>alert(2)</script>', '<a href="javascript:alert(3)">key</a>', '<svg onload=alert(4)>',
    '&lt;img src=x onerror=alert(5)&gt;', '"><iframe srcdoc="<script>parent.alert(6)</script>">', "';alert(7)//", '{{constructor.constructor("alert(8)")()}}',
  ];

  test('of what a text says', onHost(site('<nut-graf with-keywords with-reasons></nut-graf>'), async ({ page }) => {
    await page.evaluate(async (attacks) => {
      await customElements.whenDefined('nut-graf');
      const nutGraf = /** @type {any} */ (document.querySelector('nut-graf'));
      nutGraf.strings = { heading: attacks[0], note: attacks[1] };
      await nutGraf.summarize(attacks.map((attack) => `The Tellmar bridge ${attack} is a key thing of the port ${attack}.`).join(' '), { length: 'long' });
    }, ATTACKS);
    await element(page);
    await page.waitForTimeout(300);
    const kinds = await page.evaluate(() => [...document.querySelector('nut-graf')?.shadowRoot?.querySelectorAll('img, script, iframe, svg, a[href^="javascript"]') ?? []].map((node) => node.outerHTML));
    assert.deepEqual(kinds, []);
  }));

  test('of what a page says, escaped', onHost(
    site(`${EMBED}<article id="story"><h1>&lt;img src=x onerror=alert(1)&gt;</h1><p>The bridge &lt;script&gt;alert(2)&lt;/script&gt; opened on Monday. It cost &lt;img src=x onerror=alert(3)&gt; 84 million crowns.</p><p>Ferries &lt;svg onload=alert(4)&gt; run until spring. The port is glad of it.</p></article>`),
    async ({ page }) => {
      await element(page);
      await page.locator('nut-graf a').first().click();
      await page.waitForTimeout(200);
      assert.equal(await page.locator('nut-graf').locator('img, script, svg').count(), 0);
    },
  ));

  test('and nothing breaks where ids and names hide the properties of the document', onHost(
    site(`<img name="getElementById"><img name="createElement"><img name="querySelector"><form name="body"></form><form name="documentElement"></form><img name="readyState"><img name="defaultView"><img name="addEventListener"><img name="adoptedStyleSheets"><a id="Highlight"></a><a id="CSS"></a><a id="customElements"></a>
      <nut-graf for="story" with-tools></nut-graf><form><input name="closest"><input name="children"><input name="textContent"><input name="nodeName"><input name="contains"><input name="isConnected">${ARTICLE}</form>`),
    async ({ page }) => {
      await page.locator('nut-graf a').first().waitFor();
      await page.locator('nut-graf a').first().click();
      await page.locator('nut-graf [part~=back]').click();
      await page.locator('nut-graf [part~=copy]').click();
      await page.locator('nut-graf [part~=status]', { hasText: 'Copied' }).waitFor();
      await page.waitForTimeout(300);
      assert.equal(await page.locator('[data-nut-graf-live]').count(), 2);
    },
  ));
});

test('links stay on the page where a <base> points elsewhere', onHost(site(EMBED + ARTICLE, `<base href="https://evil.example/">${MODULES}`), async ({ page }) => {
  await element(page);
  assert.ok((await page.locator('nut-graf a').first().getAttribute('href'))?.startsWith(SITE));
}));

describe('on a page', () => {
  for (const [name, head] of WAYS) {
    test(`that gives every object another property: ${name}`, onHost(site(EMBED + ARTICLE, `<script>Object.prototype.foo = 'bar'</script>${head}`), async ({ page }) => {
      await element(page);
      assert.ok((await shown(page)).length > 2);
    }));
  }

  test('in a browser without style sheets to adopt: the fallback stays, and the console says why', onHost(site(`<script>CSSStyleSheet = class { constructor() { throw new TypeError('Illegal constructor'); } }</script>${EMBED}${ARTICLE}`, ''), async ({ page, console: lines }) => {
    await page.addScriptTag({ url: `${CDN}dist/nut-graf.js` });
    await element(page, 'error');
    assert.ok(await page.locator('#fallback').isVisible());
    assert.ok(lines.some((line) => line.includes('engine-unsupported')));
    const code = await page.evaluate(() => document.querySelector('nut-graf')?.ready.catch((error) => error.code));
    assert.equal(code, 'engine-unsupported');
  }));

  test('in a browser without DecompressionStream: the fallback stays', onHost(site(EMBED + ARTICLE, `<script>delete globalThis.DecompressionStream</script>${STANDALONE}`), async ({ page }) => {
    const { code } = await failure(page);
    assert.equal(code, 'engine-unsupported');
  }));
});
