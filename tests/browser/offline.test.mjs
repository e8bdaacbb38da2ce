// The page as an app: its own copy of its own files, and what other apps share with it.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { root } from '../../scripts/tools.mjs';
import { keySentences, paste, sample, withPage } from './browser.mjs';

/** @import { Page } from 'playwright-core' */

/** @type {{ serviceWorkers: 'allow' }} */
const app = { serviceWorkers: 'allow' };

/** Until the copy is complete and in charge. @param {Page} page */
async function installed(page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }));
  });
}

describe('without a network', () => {
  test('the page works after the first visit, in any language, with every sample', withPage(async (page) => {
    await installed(page);
    await page.context().setOffline(true);
    await page.reload();
    await paste(page, await sample('fr'));
    assert.match((await keySentences(page)).join(' '), /5 juillet/);
    await page.locator('#embed').click();
    await page.waitForFunction(() => /** @type {any} */ (document.querySelector('nut-graf'))?.state === 'ready');
    await page.keyboard.press('Escape');
    await page.locator('#settings').click();
    await page.locator('#language').selectOption('ja');
    await page.waitForFunction(() => document.documentElement.lang === 'ja');
    await page.keyboard.press('Escape');
    await page.locator('#clear').click();
    await page.locator('[data-sample=ru]').click();
    await page.waitForFunction(() => document.querySelector('#title')?.textContent?.includes('Белоозёрске'));
  }, app));

  test('a kind of file that was read once can be read again', withPage(async (page) => {
    await installed(page);
    const mail = { name: 'a.eml', mimeType: 'message/rfc822', buffer: Buffer.from('Subject: Oldford\r\nContent-Type: text/plain\r\n\r\nThe bridge at Oldford opened today. It cost nine million pounds.') };
    await page.locator('#file').setInputFiles(mail);
    await keySentences(page);
    await page.context().setOffline(true);
    await page.reload();
    await page.locator('#file').setInputFiles(mail);
    assert.match((await keySentences(page)).join(' '), /opened today/);
  }, app));

  test('a full disk takes nothing away from a page that has a network', withPage(async (page) => {
    await installed(page);
    const worker = page.context().serviceWorkers()[0];
    await worker?.evaluate(() => { Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError')); });
    // Without a copy to fall back on, only the network can answer.
    await page.evaluate(async () => {
      for (const name of await caches.keys()) await (await caches.open(name)).delete(new URL('samples/en.txt', location.href));
    });
    const text = await page.evaluate(async () => (await fetch('samples/en.txt')).text());
    assert.equal(text, await sample('en'));
  }, app));

  test('nothing but the page’s own files is kept, and all of them', withPage(async (page) => {
    await installed(page);
    await paste(page, await sample('fr'));
    await keySentences(page);
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return requests.flat().map(({ url }) => url.replace(location.href.replace(/#.*/, ''), ''));
    });
    const apart = /^(documents\/bundled\/.*|pkg\/documents\/.*|index\.html|sw\.js|icon-.*\.png|summarizer.*\.js|types\.d\.ts|pkg\/.*\.d\.ts|pkg\/\.gitignore)$/;
    const own = readdirSync(join(root, 'www'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(root, 'www').length + 1).replaceAll('\\', '/'))
      .filter((file) => !apart.test(file));
    assert.deepEqual(kept.sort(), ['', ...own].sort());
  }, app));
});

describe('the app', () => {
  test('can be installed', withPage(async (page) => {
    const manifest = await page.evaluate(async () => (await fetch(/** @type {HTMLLinkElement} */ (document.querySelector('link[rel=manifest]')).href)).json());
    assert.equal(manifest.display, 'standalone');
    for (const { src, sizes } of manifest.icons) {
      const response = await page.request.get(new URL(src, page.url()).href);
      assert.ok(response.ok(), src);
      if (sizes === 'any') continue;
      const bytes = await response.body();
      assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes);
    }
    const client = await page.context().newCDPSession(page);
    await installed(page);
    const { errors } = await client.send('Page.getAppManifest');
    assert.deepEqual(errors, []);
    const { installabilityErrors } = await client.send('Page.getInstallabilityErrors');
    assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
  }, app));

  /** Shares as another app does. @param {Page} page @param {Record<string, string>} fields */
  async function share(page, fields) {
    await installed(page);
    await page.evaluate((values) => {
      const form = document.createElement('form');
      form.method = 'post';
      form.enctype = 'multipart/form-data';
      form.action = 'share';
      for (const [name, value] of Object.entries(values)) {
        const input = document.createElement('textarea');
        input.name = name;
        input.value = value;
        form.append(input);
      }
      document.body.append(form);
      form.submit();
    }, fields);
    await page.waitForURL(/#/);
  }

  test('reads what other apps share; none of it goes to the server', withPage(async (page, seen) => {
    await share(page, { title: 'Bridge', text: 'The bridge at Oldford opened today after nine years. It cost nine million pounds in all. Trains will follow in May.' });
    assert.match((await keySentences(page)).join(' '), /bridge at Oldford/);
    assert.ok(seen.requests.every((url) => !url.includes('Oldford')));
  }, { ...app, policy: '' }));

  test('says that an address alone is not enough', withPage(async (page) => {
    await share(page, { title: '', text: '', url: 'https://example.com/article' });
    await page.locator('#failure').waitFor();
    assert.match(await page.locator('#failure').innerText(), /only an address/);
  }, { ...app, policy: '' }));
});
