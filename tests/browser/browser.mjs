// One real Chromium and one server for a test file, and a page that must stay quiet.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before } from 'node:test';
import { launch } from '../../scripts/chromium.mjs';
import { serve } from '../../scripts/serve.mjs';
import { familyOf, fontFace } from '../fonts/fonts.mjs';

/** @import { Browser, BrowserContextOptions, Page } from 'playwright-core' */

/** @type {Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;

before(async () => {
  server = await serve();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

/**
 * Gives a test the page, loaded, in a browser profile of its own. An error in the page or on its console fails the
 * test, unless it matches `expected`.
 *
 * @param {(page: Page, seen: { requests: string[], console: string[] }) => Promise<void>} test
 * @param {BrowserContextOptions & { expected?: RegExp, prepare?: (page: Page) => Promise<unknown>, policy?: string, hash?: string }} [options]
 *   `prepare` runs before the page loads; `policy` replaces the server's Content-Security-Policy; a service worker would hide
 *   requests from the test, so it is off unless `serviceWorkers` allows it
 */
export function withPage(test, { expected, prepare, policy, hash = '', ...options } = {}) {
  return async () => {
    const own = policy === undefined ? null : await serve({ policy });
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'], serviceWorkers: 'block', ...options });
    try {
      // Long: a slow machine is no failure.
      context.setDefaultTimeout(30_000);
      const page = await context.newPage();
      const seen = { requests: /** @type {string[]} */ ([]), console: /** @type {string[]} */ ([]) };
      /** @type {string[]} */
      const errors = [];
      page.on('request', (request) => seen.requests.push(request.url()));
      page.on('console', (message) => {
        seen.console.push(message.text());
        if (message.type() === 'error') errors.push(message.text());
      });
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('dialog', (dialog) => {
        errors.push(`dialog: ${dialog.message()}`);
        dialog.dismiss();
      });
      await prepare?.(page);
      await page.goto((own ?? server).url + hash);
      // Loaded means that the engine is there, or has said why it is not.
      await page.evaluate(() => import(/** @type {any} */ ('./nutgraf.js')).then(({ load }) => load()).catch(() => {}));
      await test(page, seen);
      assert.deepEqual(errors.filter((error) => !expected?.test(error)), [], 'the page must stay quiet');
    } finally {
      await context.close();
      await own?.close();
    }
  };
}

/** Waits until the browser has nothing left to do: whatever was going to run, load or move has begun by then. @param {Page} page */
export function settled(page) {
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done))));
}

/**
 * Has the page set in one of the fonts in tests/fonts, for `prepare`: what is measured then is the same on every machine.
 *
 * @param {import('../fonts/fonts.mjs').FontName} name
 */
export function inFont(name) {
  return (/** @type {Page} */ page) => page.addInitScript(([family = '', face = '']) => {
    const file = face.match(/base64,([^)]+)/)?.[1] ?? '';
    document.fonts.add(new FontFace(family, Uint8Array.from(atob(file), (character) => character.charCodeAt(0))));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`:root { --book: "${family}"; --system: "${family}"; }`);
    document.adoptedStyleSheets = [sheet];
  }, [familyOf(name), fontFace(name)]);
}

/** A sample article, boilerplate and all. @param {string} name */
export function sample(name) {
  return readFile(new URL(`../../www/samples/${name}.txt`, import.meta.url), 'utf8');
}

/**
 * Pastes as a person does: from the clipboard, with the keyboard, over what was there.
 *
 * @param {Page} page
 * @param {string} text
 * @param {string} [html]
 */
export async function paste(page, text, html) {
  await page.evaluate(async ([plain, rich]) => {
    const types = { 'text/plain': new Blob([plain ?? ''], { type: 'text/plain' }) };
    const all = rich ? { ...types, 'text/html': new Blob([rich], { type: 'text/html' }) } : types;
    await navigator.clipboard.write([new ClipboardItem(all)]);
  }, [text, html]);
  // Over what is in the box; anywhere when the article is laid out.
  if (await page.locator('#text').isVisible()) {
    await page.locator('#text').focus();
    await page.keyboard.press('ControlOrMeta+A');
  }
  await page.keyboard.press('ControlOrMeta+V');
}

/** The key sentences on the page, once there are any. @param {Page} page */
export async function keySentences(page) {
  await page.locator('#sentences > li').first().waitFor();
  return page.locator('#sentences > li > p').allTextContents();
}

/** Moves the slider, as a drag does. @param {Page} page @param {number | 'max'} to */
export async function moveSlider(page, to) {
  await page.locator('#length').evaluate((slider, value) => {
    const input = /** @type {HTMLInputElement} */ (slider);
    input.value = value === 'max' ? input.max : String(value);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, to);
}

/** The marked sentences in the article. @param {Page} page */
export function passages(page) {
  return page.locator('#reading .s.chosen').allTextContents();
}
