// The extension in a real Chromium, unpacked, on local copies of kinds of pages.
//
// Nothing in a test can click the browser's own button, which is what gives the extension its tab. So these tests load a copy
// whose manifest names the local server, and open the panel's page as a tab, for the tab that it would stand beside.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import { buildExtension } from '../../scripts/extension.mjs';
import { findBrowser, root } from '../../scripts/tools.mjs';

/** @import { BrowserContext, Page } from 'playwright-core' */

const kinds = join(root, 'tests/pages');
const AXE = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

const STRICT = "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; frame-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

const FACTS = [
  'The council of Halden voted on Monday to run trams again after forty years without them.',
  'The first line will open in June and connect the harbour with the hospital in eleven minutes.',
  'Tickets will cost two crowns, half of what the bus costs today, and children ride for free.',
  'The mayor, Ingrid Solberg, called the vote the largest investment in the history of the town.',
  'Critics say that the money would be better spent on the schools, two of which closed last winter.',
  'Engineers found the old rails under the asphalt in better condition than they had expected.',
];
const STORY = `<h1>Halden runs trams again</h1>${FACTS.map((fact) => `<p>${fact} ${fact.replace('The', 'As planned, the').replace('Tickets', 'According to the plan, tickets')}</p>`).join('')}`;
const page = (/** @type {string} */ body, head = '') => `<!doctype html><html lang="en"><head><title>Halden runs trams again</title>${head}</head><body>${body}</body></html>`;

/** What the server answers, by path. @type {Record<string, { html: string, policy?: string, type?: string }>} */
const pages = {
  '/story': { html: page(`<article>${STORY}</article>`) },
  '/strict': { html: page(`<article>${STORY}</article>`), policy: STRICT },
  '/shadow': { html: page('<news-story></news-story><script src="/shadow.js"></script>') },
  '/shadow.js': { html: `customElements.define('news-story', class extends HTMLElement { constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(`<article>${STORY}</article>`)}; } });`, type: 'text/javascript' },
  '/frame': { html: page('<iframe src="/story" width="600" height="400"></iframe>') },
  '/late': { html: page('<main></main><script src="/late.js"></script>') },
  '/late.js': { html: `addEventListener('click', () => { document.querySelector('main').innerHTML = ${JSON.stringify(`<article>${STORY}</article>`)}; });`, type: 'text/javascript' },
  '/single': { html: page(`<main><article>${STORY}</article></main><script src="/single.js"></script>`) },
  '/single.js': { html: `addEventListener('click', () => { history.pushState(null, '', '/other'); document.querySelector('main').innerHTML = ${JSON.stringify(`<article>${STORY.replaceAll('Halden', 'Varberg')}</article>`)}; });`, type: 'text/javascript' },
  '/hidden': { html: page(`<article>${STORY}<p style="display:none">Nobody can see that the secret trams of Halden run at night under the council.</p></article>`) },
  '/hostile': {
    html: page(`<article>${STORY}</article><form><input name="childNodes"><input name="firstChild"></form><div style="position:fixed;inset:0;z-index:2147483647;pointer-events:none"></div><script src="/hostile.js"></script>`, '<style>* { all: unset } article, p, h1, div { display: block }</style>'),
  },
  '/hostile.js': { html: `for (const { prototype } of [Node, Element, Document, Array, Map, Object, Range, Text]) Object.freeze(prototype); window.chrome = null; const noise = document.createComment(''); setInterval(() => { document.documentElement.prepend(noise); noise.data = ''; noise.remove(); }, 1);`, type: 'text/javascript' },
};
for (const kind of readdirSync(kinds)) pages[`/kind/${kind}`] = { html: readFileSync(join(kinds, kind, 'source.html'), 'utf8') };

/** @type {BrowserContext} */
let context;
/** @type {string} */
let origin;
/** @type {string} */
let extension;
const folder = mkdtempSync(join(tmpdir(), 'nutgraf-extension-'));
/** @type {string[]} */
const asked = [];

const server = createServer((request, response) => {
  // The browser itself asks for an icon, at any time.
  if (request.url !== '/favicon.ico') asked.push(String(request.url));
  const found = pages[String(request.url)];
  response.writeHead(found ? 200 : 404, { 'Content-Type': `${found?.type ?? 'text/html'}; charset=utf-8`, ...(found?.policy ? { 'Content-Security-Policy': found.policy } : {}) });
  response.end(found?.html);
});

before(async () => {
  buildExtension();
  await new Promise((done) => { server.listen(0, '127.0.0.1', () => done(null)); });
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  cpSync(join(root, 'dist/extension/chromium'), join(folder, 'extension'), { recursive: true });
  const file = join(folder, 'extension/manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: ['http://127.0.0.1/*'] }));
  const { args } = JSON.parse(readFileSync(join(root, 'webdriver.json'), 'utf8'))['goog:chromeOptions'];
  const loaded = join(folder, 'extension');
  context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: /** @type {string} */ (findBrowser()),
    headless: false,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [...args, `--disable-extensions-except=${loaded}`, `--load-extension=${loaded}`],
  });
  context.setDefaultTimeout(20_000);
  const worker = context.serviceWorkers()[0] ?? await context.waitForEvent('serviceworker');
  extension = worker.url().replace(/\/[^/]*$/, '');
});

after(async () => {
  await context?.close();
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

/**
 * Opens a page and the panel for it. An error in either fails the test, and so does a request or a change of the page's DOM.
 *
 * @param {string} path
 * @param {(panel: Page, tab: Page) => Promise<void>} walk
 * @param {{ changes?: boolean, prepare?: (tab: Page) => Promise<unknown> }} [options] `changes`: the page changes by itself
 */
async function beside(path, walk, { changes = false, prepare } = {}) {
  const tab = await context.newPage();
  const panel = await context.newPage();
  /** @type {string[]} */
  const errors = [];
  for (const one of [tab, panel]) {
    one.on('pageerror', (error) => errors.push(String(error)));
    one.on('console', (message) => { if (message.type() === 'error' && !/404|icon/.test(message.text())) errors.push(message.text()); });
  }
  panel.on('request', (request) => { if (!request.url().startsWith(extension) && !/^(data|blob):/.test(request.url())) errors.push(request.url()); });
  try {
    await tab.goto(origin + path);
    await prepare?.(tab);
    const outer = () => tab.evaluate(() => document.documentElement.outerHTML);
    const html = await outer();
    const requests = asked.length;
    const worker = /** @type {any} */ (context.serviceWorkers()[0]);
    const id = await worker.evaluate((/** @type {string} */ url) => /** @type {any} */ (globalThis).chrome.tabs.query({ url }).then((/** @type {any[]} */ tabs) => tabs.at(-1).id), tab.url());
    await panel.setViewportSize({ width: 380, height: 800 });
    await panel.goto(`${extension}/panel.html?tab=${id}`);
    await walk(panel, tab);
    if (!changes) {
      assert.equal(await outer(), html, "the page's DOM must not change");
      assert.deepEqual(asked.slice(requests), [], 'nothing may be requested');
    }
    assert.deepEqual(errors, []);
  } finally {
    await panel.close();
    await tab.close();
  }
}

/** @param {Page} panel */
async function points(panel) {
  await panel.locator('#sentences > li').first().waitFor();
  return panel.locator('#sentences > li > p').allTextContents();
}

/** The text that is marked in the page or in one of its frames. @param {Page} tab */
function marked(tab) {
  return tab.evaluate(() => {
    const views = [window, ...[...document.querySelectorAll('iframe')].map(({ contentWindow }) => contentWindow)];
    for (const view of views) {
      for (const range of /** @type {any} */ (view).CSS.highlights.get('nutgraf') ?? []) return { text: String(range), top: range.getBoundingClientRect().top, height: innerHeight };
    }
    return null;
  });
}

/** Goes to the first key sentence; the page must mark it, in sight. @param {Page} panel @param {Page} tab */
async function jump(panel, tab) {
  const [first] = await points(panel);
  await panel.locator('#sentences .place').first().click();
  let found = null;
  for (let tries = 0; tries < 100; tries += 1) {
    found = await marked(tab);
    if (found) break;
    await tab.waitForTimeout(20);
  }
  // In between, the page may have more than was read: a note's mark, what is struck out.
  for (const part of [first?.slice(0, 6), first?.slice(-6)]) assert.ok(found?.text.includes(String(part)), `${found?.text} is not ${first}`);
  return found;
}

describe('the summary of the tab, and the way to its places', () => {
  for (const path of ['/story', '/strict', '/shadow', '/frame', '/hidden', '/hostile']) {
    test(path.slice(1), () => beside(path, async (panel, tab) => {
      const found = await points(panel);
      assert.ok(found.length > 0);
      for (const sentence of found) assert.ok(STORY.includes(sentence), sentence);
      assert.equal(await panel.locator('#title').textContent(), 'Halden runs trams again');
      await jump(panel, tab);
    }));
  }

  for (const kind of readdirSync(kinds)) {
    test(kind.replaceAll('-', ' '), () => beside(`/kind/${kind}`, async (panel, tab) => {
      if (kind === 'hidden-until-a-script-runs') {
        // Here no script runs, so there is nothing to see.
        await panel.locator('#failure').waitFor();
        return;
      }
      assert.ok((await points(panel)).length > 0);
      await jump(panel, tab);
    }));
  }

  test('a passage is brought into sight, and a shortcut goes on to the next', () => beside('/story', async (panel, tab) => {
    await tab.setViewportSize({ width: 400, height: 200 });
    const first = await jump(panel, tab);
    await tab.waitForFunction(() => {
      const [range] = /** @type {any} */ (CSS).highlights.get('nutgraf') ?? [];
      const { top, bottom } = range.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    const worker = /** @type {any} */ (context.serviceWorkers()[0]);
    await worker.evaluate(() => /** @type {any} */ (globalThis).chrome.runtime.sendMessage({ step: 1 }));
    await tab.waitForFunction((text) => {
      const [range] = /** @type {any} */ (CSS).highlights.get('nutgraf') ?? [];
      return range && String(range) !== text;
    }, first?.text);
  }));

  test('a closed panel leaves nothing in the page', () => beside('/story', async (panel, tab) => {
    await jump(panel, tab);
    await panel.goto('about:blank');
    await tab.waitForFunction(() => !(/** @type {any} */ (CSS).highlights.has('nutgraf')));
  }));
});

describe('what changes', () => {
  test('an article that comes late is read when it is there', () => beside('/late', async (panel, tab) => {
    await panel.locator('#failure, #empty').filter({ visible: true }).first().waitFor();
    await tab.mouse.click(5, 5);
    assert.ok((await points(panel)).length > 0);
  }, { changes: true }));

  test('another article in the same page is noticed, and read when the reader says so', () => beside('/single', async (panel, tab) => {
    await points(panel);
    await tab.mouse.click(5, 5);
    await panel.locator('#notice button').click();
    await panel.locator('#sentences', { hasText: 'Varberg' }).waitFor();
  }, { changes: true }));

  test('a selection alone, and the whole page again', () => beside('/story', async (panel) => {
    await points(panel);
    await panel.locator('#length').fill(String(await panel.locator('#length').getAttribute('max')));
    const read = (await points(panel)).join(' ');
    assert.match(read, /eleven minutes[\s\S]*Tickets/);
    assert.doesNotMatch(read, /mayor|voted/);
    await panel.locator('#notice button').click();
    await panel.locator('#title', { hasText: 'Halden' }).waitFor();
  }, { prepare: (tab) => tab.evaluate(() => {
    const [, second, third] = document.querySelectorAll('p');
    if (second && third) getSelection()?.setBaseAndExtent(second, 0, third, third.childNodes.length);
  }) }));
});

describe('the panel for everybody', () => {
  /** @param {Page} panel */
  const faults = async (panel) => {
    await panel.evaluate(AXE);
    const { violations } = await panel.evaluate(() => /** @type {any} */ (globalThis).axe.run());
    return violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes[0]?.html}`);
  };

  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    test(`axe finds nothing, ${colorScheme}`, () => beside('/single', async (panel, tab) => {
      await panel.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await points(panel);
      assert.deepEqual(await faults(panel), [], 'summary');
      await panel.locator('#sentences .row button').first().click();
      assert.deepEqual(await faults(panel), [], 'reasons');
      await panel.locator('#to-article').click();
      assert.deepEqual(await faults(panel), [], 'article');
      await panel.locator('#to-summary').click();
      await tab.mouse.click(5, 5);
      await panel.locator('#notice button').waitFor();
      assert.deepEqual(await faults(panel), [], 'notice');
      if (process.env.PICTURES) {
        await panel.screenshot({ path: `${process.env.PICTURES}/panel-${colorScheme}.png` });
        await tab.screenshot({ path: `${process.env.PICTURES}/page-${colorScheme}.png` });
      }
    }, { changes: true }));
  }

  test('a page that it may not read: says so, and takes a file instead', async () => {
    const panel = await context.newPage();
    await panel.setViewportSize({ width: 380, height: 800 });
    await panel.goto(`${extension}/panel.html?tab=999999`);
    await panel.locator('#failure h3').filter({ visible: true }).waitFor();
    assert.match(String(await panel.locator('#failure').textContent()), /can’t be read/);
    assert.deepEqual(await faults(panel), []);
    assert.ok(await panel.locator('#open').isVisible());
    await panel.close();
  });
});
