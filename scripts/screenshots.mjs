// Makes the pictures in docs/ anew, from the page as it is.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './chromium.mjs';
import { serve } from './serve.mjs';
import { root, say, start } from './tools.mjs';

/** @import { BrowserContextOptions } from 'playwright-core' */

const desktop = { width: 1280, height: 860 };
const phone = { width: 390, height: 844 };

/** @type {[name: string, sample: string, options: BrowserContextOptions][]} */
const PICTURES = [
  ['page-light', 'en', { viewport: desktop, colorScheme: 'light' }],
  ['page-dark', 'fr', { viewport: desktop, colorScheme: 'dark' }],
  ['page-phone', 'ar', { viewport: phone, colorScheme: 'light', isMobile: true, deviceScaleFactor: 2 }],
];

await start(import.meta.url, async () => {
  const folder = join(root, 'docs');
  mkdirSync(folder, { recursive: true });
  const server = await serve();
  const browser = await launch();
  for (const [name, sample, options] of PICTURES) {
    const page = await browser.newPage(options);
    await page.goto(server.url);
    await page.locator(`[data-sample=${sample}]`).click();
    await page.locator('#sentences > li').first().waitFor();
    await page.mouse.move(0, 0);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    say(`docs/${name}.png`);
    await page.close();
  }
  await browser.close();
  await server.close();
});
