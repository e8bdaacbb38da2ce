// Measures how long the page keeps its reader waiting, in Chromium: the longest task while an article of 10 KB is read and the
// slider moved, and the longest pause between two frames while a paste of 20 MB is read.
//
//   npm run bench:page

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { launch } from './chromium.mjs';
import { serve } from './serve.mjs';
import { root, start } from './tools.mjs';

/** @import { Page } from 'playwright-core' */

const ROUNDS = 5;

const sample = readFileSync(join(root, 'www/samples/en.txt'), 'utf8');

/**
 * Pastes a text that is repeated up to a length and waits for its summary.
 *
 * @param {Page} page
 * @param {string} text
 * @param {number} length
 */
async function read(page, text, length) {
  await page.evaluate(([part = '', size]) => {
    const data = new DataTransfer();
    data.setData('text/plain', part.repeat(Math.ceil(Number(size) / part.length)).slice(0, Number(size)));
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, /** @type {[string, number]} */ ([text, length]));
  await page.locator('#sentences > li').first().waitFor({ timeout: 120_000 });
}

/** @param {Page} page @returns {Promise<number>} milliseconds; 0 when every task was shorter than 50 */
async function longestTask(page) {
  await page.evaluate(() => {
    Object.assign(window, { longest: 0 });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) Object.assign(window, { longest: Math.max(/** @type {any} */ (window).longest, duration) });
    }).observe({ type: 'longtask' });
  });
  await read(page, sample, 10_000);
  await page.locator('#length').fill('20');
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
  return page.evaluate(() => /** @type {any} */ (window).longest);
}

/** @param {Page} page @returns {Promise<number>} milliseconds */
async function longestPause(page) {
  await page.evaluate(() => {
    Object.assign(window, { worst: 0 });
    let last = performance.now();
    const beat = (/** @type {number} */ now) => {
      Object.assign(window, { worst: Math.max(/** @type {any} */ (window).worst, now - last) });
      last = now;
      requestAnimationFrame(beat);
    };
    requestAnimationFrame(beat);
  });
  await read(page, sample, 20_000_000);
  return page.evaluate(() => /** @type {any} */ (window).worst);
}

/** @param {string} url @param {(page: Page) => Promise<number>} measure */
async function each(url, measure) {
  const browser = await launch();
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await browser.newPage();
    await page.goto(url);
    await page.evaluate(() => import(/** @type {any} */ ('./nutgraf.js')).then(({ load }) => load()));
    times.push(Math.round(await measure(page)));
    await page.close();
  }
  await browser.close();
  return times.sort((a, b) => a - b);
}

await start(import.meta.url, async () => {
  await build();
  const server = await serve();
  const tasks = await each(server.url, longestTask);
  const pauses = await each(server.url, longestPause);
  console.log(`longest task, 10 KB: ${tasks[0]} ms at best, ${tasks.at(-1)} ms at worst of ${ROUNDS}`);
  console.log(`longest pause between frames, 20 MB: ${pauses[0]} ms at best, ${pauses.at(-1)} ms at worst of ${ROUNDS}`);
  await server.close();
});
