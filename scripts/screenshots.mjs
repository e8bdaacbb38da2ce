// Takes the screenshots in docs/ again, from the page as it is.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './chromium.mjs';
import { serve } from './serve.mjs';
import { root, say, start } from './tools.mjs';

/** @import { BrowserContextOptions, Page } from 'playwright-core' */

const desktop = { width: 1280, height: 860 };
const touch = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

/** @type {[name: string, hash: string, options: BrowserContextOptions, act?: (page: Page) => Promise<unknown>][]} */
const PICTURES = [
  ['page-light', 'sample=en', { viewport: desktop, colorScheme: 'light' }, (page) => page.locator('#sentences > li').nth(1).hover()],
  ['page-dark', 'sample=fr', { viewport: desktop, colorScheme: 'dark' }, (page) => page.getByRole('button', { name: 'Why?' }).first().click()],
  ['page-phone', 'sample=ar', { ...touch, colorScheme: 'light', locale: 'ar' }],
  ['page-phone-dark', 'sample=ja', { ...touch, colorScheme: 'dark', locale: 'ja' }, (page) => page.locator('#sentences .place').first().tap()],
  ['page-empty', '', { viewport: desktop, colorScheme: 'light' }],
  ['page-error', '', { ...touch, colorScheme: 'light' }, (page) => page.locator('#file').setInputFiles({ name: 'report.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') })],
];

await start(import.meta.url, async () => {
  const folder = join(root, 'docs');
  mkdirSync(folder, { recursive: true });
  const server = await serve();
  const browser = await launch();
  for (const [name, hash, options, act] of PICTURES) {
    const page = await browser.newPage(options);
    await page.goto(hash ? `${server.url}#${hash}` : server.url);
    if (hash) await page.locator('#sentences > li').first().waitFor();
    await page.waitForTimeout(400);
    await act?.(page);
    await page.waitForTimeout(600);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    say(`docs/${name}.png`);
    await page.close();
  }
  await browser.close();
  await server.close();
});
