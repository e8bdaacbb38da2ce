// A site of somebody else's, with the element on it: both origins are answered by the test itself.
//
//   https://site.example   the host page
//   https://cdn.example    nutgraf: /www/… as in the repository, /dist/… as built

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';
import { findBrowser, root } from '../../scripts/tools.mjs';

/** @import { Browser, BrowserContext, BrowserContextOptions, Page, Route } from 'playwright-core' */

export const SITE = 'https://site.example/';
export const CDN = 'https://cdn.example/';

/** @type {Record<string, string>} */
const TYPES = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.json': 'application/json', '.html': 'text/html; charset=utf-8', '.css': 'text/css' };

/** @type {Browser} */
let browser;

before(async () => {
  browser = await chromium.launch({ executablePath: findBrowser() ?? undefined, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
});

after(() => browser?.close());

/** Registers the element from the modules. */
export const MODULES = `<script type="module" src="${CDN}www/define.js"></script>`;

/** The self-contained file. */
export const STANDALONE = `<script src="${CDN}dist/nut-graf.js"></script>`;

/** An article on invented people and places. */
export const ARTICLE = `<article id="story" lang="en">
  <h1>Harbour bridge of Tellmar opens after nine years</h1>
  <p>The harbour bridge of Tellmar opened on Monday, nine years after the first pile was driven. Mayor Ilda Renfrow cut the ribbon before two thousand people.</p>
  <p>The bridge cost 84 million crowns, twice what the council had voted. An audit blames the soft ground under the northern pier. “We paid for haste,” Renfrow said.</p>
  <p>Ferries will run until spring, because the railway across the bridge still lacks its signals. The port expects forty trains a day by summer. Dockers fear for their ferry jobs.</p>
  <p>Tellmar has waited for a bridge since the storm of 1962 sank the old ferry. A museum in the southern tower tells of it. Entrance to the museum is free on Sundays.</p>
</article>`;

/**
 * @param {string} body
 * @param {string} [head]
 */
export function site(body, head = MODULES) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Site</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
}

/**
 * @typedef {object} Host
 * @property {Page} page
 * @property {BrowserContext} context
 * @property {string[]} requests since the page began to load
 * @property {string[]} console
 * @property {(text: string) => Promise<void>} load another page on the same site
 */

/**
 * Gives a test a host page. An error in the page or on its console fails the test, unless it matches `expected`.
 *
 * @param {string} html
 * @param {(host: Host) => Promise<unknown>} test
 * @param {BrowserContextOptions & {
 *   policy?: string,
 *   expected?: RegExp,
 *   cdn?: (route: Route, path: string) => Promise<unknown> | null,
 *   prepare?: (page: Page) => Promise<unknown>,
 * }} [options] `policy` is the page's Content-Security-Policy; `cdn` may answer for a file in its own way, or give null
 */
export function onHost(html, test, { policy, expected, cdn, prepare, ...options } = {}) {
  return async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'], ...options });
    context.setDefaultTimeout(30_000);
    let current = html;
    /** @type {string[]} */
    const requests = [];
    await context.route(`${SITE}**`, (route) => route.fulfill({
      contentType: 'text/html; charset=utf-8', body: current, headers: policy ? { 'content-security-policy': policy } : {},
    }));
    await context.route(`${CDN}**`, async (route) => {
      const path = new URL(route.request().url()).pathname;
      if (!cdn || await cdn(route, path) === null) await deliver(route, path);
    });
    try {
      const page = await context.newPage();
      /** @type {string[]} */
      const lines = [];
      /** @type {string[]} */
      const errors = [];
      page.on('request', (request) => requests.push(request.url()));
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('dialog', (dialog) => {
        errors.push(`dialog: ${dialog.message()}`);
        dialog.dismiss();
      });
      page.on('console', (message) => {
        lines.push(message.text());
        if (message.type() === 'error') errors.push(message.text());
      });
      await prepare?.(page);
      await page.goto(SITE);
      await test({
        page, context, requests, console: lines,
        load: async (text) => {
          current = text;
          requests.length = 0;
          await page.goto(SITE);
        },
      });
      assert.deepEqual(errors.filter((error) => !expected?.test(error)), [], 'the page must stay quiet');
    } finally {
      await context.close();
    }
  };
}

/**
 * A file of the repository as a CDN sends it.
 *
 * @param {Route} route
 * @param {string} path
 * @param {Record<string, string>} [headers]
 */
export async function deliver(route, path, headers = {}) {
  try {
    await route.fulfill({
      body: await readFile(join(root, path)),
      headers: { 'access-control-allow-origin': '*', 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', ...headers },
    });
  } catch {
    await route.fulfill({ status: 404, contentType: 'text/html', body: '<!doctype html><title>Not found</title>' });
  }
}

/** The element, once it has something to show. @param {Page} page @param {string} [state] */
export async function element(page, state = 'ready') {
  const nutGraf = page.locator('nut-graf').first();
  await page.waitForFunction((wanted) => /** @type {any} */ (document.querySelector('nut-graf'))?.state === wanted, state);
  return nutGraf;
}
