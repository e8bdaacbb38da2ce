// The browser that the tests and the screenshots drive.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { Failure, findBrowser, root } from './tools.mjs';

/** Starts it with the same flags as wasm-pack's tests. */
export function launch() {
  const executablePath = findBrowser();
  if (!executablePath) throw new Failure('no Chromium: run npm run setup');
  const { args } = JSON.parse(readFileSync(join(root, 'webdriver.json'), 'utf8'))['goog:chromeOptions'];
  return chromium.launch({ executablePath, args });
}
