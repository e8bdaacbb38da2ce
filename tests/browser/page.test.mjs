// The page, used as a person uses it.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { keySentences, moveSlider, paste, sample, withPage } from './browser.mjs';

/** @import { Page } from 'playwright-core' */

/** @type {[name: string, language: string, title: string, boilerplate: RegExp][]} */
const SAMPLES = [
  ['en', 'English', "Harrow Bay to close its coal pier and open Britain's first tidal school", /cookies|newsletter|rights reserved|Photograph|Skip to/i],
  ['fr', 'French', "Le lac de Sarvenne sera rouvert à la baignade le 5 juillet, après douze ans d'interdiction", /cookies|Telegram|commentaires|AGENCE|Lire aussi/i],
  ['de', 'German', 'Oberlauer bekommt nach 19 Jahren wieder einen Nachtzug', /Cookies|Newsletter|Rechte vorbehalten|Foto:/i],
  ['es', 'Spanish', 'El observatorio de Montelirio descubre un planeta del tamaño de la Tierra a 21 años luz', /cookies|newsletter|derechos reservados|Compartir/i],
  ['ar', 'Arabic', 'مدينة نورين تفتح أكبر مكتبة عامة في المنطقة بعد ست سنوات من العمل', /ملفات تعريف|الحقوق محفوظة|نشرتنا/],
  ['zh', 'Chinese', '青澜市百年电车重新上路，首日载客三万人次', /Cookie|版权所有|公众号/],
];

describe('an article', () => {
  test('is summarized as soon as it is pasted', withPage(async (page) => {
    await paste(page, await sample('fr'));
    const sentences = await keySentences(page);
    assert.ok(sentences.length >= 3 && sentences.length <= 7, `${sentences.length} key sentences`);
    assert.match(sentences.join(' '), /5 juillet/);
    const article = await sample('fr');
    for (const sentence of sentences) assert.ok(article.includes(sentence), `not verbatim: ${sentence}`);
    assert.match(await page.locator('#time').innerText(), /^In French\. \d+ seconds to read, \d+ (minutes|seconds) saved\.$/);
    assert.ok(await page.locator('#keywords li').count() > 2);
    assert.match(await page.locator('#entities').innerText(), /Sarvenne/);
    await page.locator('#dropped-part summary').click();
    assert.match(await page.locator('#dropped').innerText(), /Cookie notice\s+.*Ce site utilise des cookies/s);
  }));

  test('is summarized while it is typed', withPage(async (page) => {
    await page.locator('#text').pressSequentially('The bridge at Oldford opened today. It cost nine million pounds. Trains will follow in May.');
    assert.equal((await keySentences(page))[0], 'The bridge at Oldford opened today.');
  }));

  test('keeps what the reader opened when it is made longer', withPage(async (page) => {
    await paste(page, await sample('en'));
    await keySentences(page);
    const first = page.locator('#sentences .why').first();
    await first.locator('summary').click();
    assert.match(await first.innerText(), /place in the article\s+[+−]\d\.\d\d[^]*score/);
    await moveSlider(page, 'max');
    assert.ok(await page.locator('#sentences .why[open]').count() === 1);
  }));

  test('with formatting is read by its structure, and edited as text', withPage(async (page) => {
    const text = await sample('en');
    const html = text.split('\n').map((line) => `<p>${line}</p>`).join('');
    await paste(page, text, html);
    assert.ok((await keySentences(page)).length >= 3);
    assert.equal(await page.locator('#text').inputValue(), text.replaceAll('\r\n', '\n'));
    await page.locator('#text').fill('Only this is left. The rest was deleted.');
    await page.waitForFunction(() => document.querySelectorAll('#sentences > li').length <= 2);
    assert.ok((await keySentences(page)).every((sentence) => /Only this|The rest/.test(sentence)));
  }));

  test('can be cleared', withPage(async (page) => {
    await paste(page, await sample('en'));
    await keySentences(page);
    await page.locator('#clear').click();
    await page.locator('#empty').waitFor();
    assert.equal(await page.locator('#text').inputValue(), '');
    assert.ok(await page.locator('#clear').isDisabled());
  }));

  test('without a word says so', withPage(async (page) => {
    await paste(page, '*** --- ***');
    await page.locator('#failure').waitFor();
    assert.match(await page.locator('#failure').innerText(), /No sentences found/);
  }));

  test('can be copied as text', withPage(async (page) => {
    await paste(page, await sample('en'));
    const sentences = await keySentences(page);
    await page.locator('#copy').click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    for (const sentence of sentences) assert.ok(copied.includes(`• ${sentence}`));
  }));
});

describe('the length', () => {
  test('changes at once, and each summary holds the shorter ones', withPage(async (page) => {
    await paste(page, await sample('en'));
    await keySentences(page);
    // From here on the engine is not needed.
    const calls = await page.evaluate(async () => {
      const { load } = await import(/** @type {any} */ ('./engine.js'));
      const glue = await load();
      return typeof glue.summarize;
    });
    assert.equal(calls, 'function');
    let before = new Set();
    const longest = Number(await page.locator('#length').getAttribute('max'));
    assert.ok(longest > 10);
    for (let length = 1; length <= longest; length += 1) {
      await moveSlider(page, length);
      // Read at once: nothing is awaited between the slider and its summary.
      const sentences = await page.locator('#sentences > li > p').allTextContents();
      assert.equal(sentences.length, length);
      assert.ok([...before].every((sentence) => sentences.includes(sentence)), `length ${length} lost a sentence`);
      before = new Set(sentences);
    }
    assert.match(await page.locator('#length-text').innerText(), new RegExp(`^${longest} sentences, \\d+% of the article$`));
  }));

  test('moves with the arrow keys and is spoken', withPage(async (page) => {
    await paste(page, await sample('en'));
    const { length } = await keySentences(page);
    await page.locator('#length').focus();
    await page.keyboard.press('ArrowRight');
    assert.equal((await keySentences(page)).length, length + 1);
    assert.match(await page.locator('#length').getAttribute('aria-valuetext') ?? '', new RegExp(`^${length + 1} sentences`));
    await page.waitForFunction((n) => document.querySelector('#status')?.textContent?.includes(`${n} sentences`), length + 1);
  }));
});

describe('the samples', () => {
  for (const [name, language, title, boilerplate] of SAMPLES) {
    test(`${language}: the title is found, and no summary holds boilerplate`, withPage(async (page) => {
      await page.locator(`[data-sample=${name}]`).click();
      await keySentences(page);
      assert.equal(await page.locator('#title').innerText(), title);
      assert.match(await page.locator('#time').innerText(), new RegExp(`^In ${language}\\.`));
      assert.equal(await page.locator('#sentences').getAttribute('lang'), name);
      await moveSlider(page, 'max');
      for (const sentence of await keySentences(page)) assert.doesNotMatch(sentence, boilerplate);
    }));
  }
});

describe('files', () => {
  const html = `<!doctype html><meta charset="utf-8"><title>x</title><script>top.ran = 1</script><nav>Home</nav>
    <h1>The bridge at Oldford</h1><p>The bridge at Oldford opened today after nine years.</p><p>It cost nine million pounds.</p>`;

  test('of text, Markdown and HTML can be opened', withPage(async (page) => {
    for (const [name, mimeType, content] of [
      ['a.txt', 'text/plain', 'The bridge at Oldford opened today after nine years.\n\nIt cost nine million pounds.'],
      ['a.md', 'text/markdown', '# Oldford\n\nThe bridge at Oldford opened today after nine years.\n\nIt cost nine million pounds.'],
      ['a.html', 'text/html', html],
    ]) {
      await page.locator('#clear').click({ force: true }).catch(() => {});
      await page.locator('#file').setInputFiles({ name: String(name), mimeType: String(mimeType), buffer: Buffer.from(String(content)) });
      assert.match((await keySentences(page)).join(' '), /opened today after nine years\./);
      assert.match(await page.locator('#text').inputValue(), /years\.\n\nIt cost/);
      assert.equal(await page.evaluate(() => 'ran' in window), false);
    }
  }));

  test('in an old encoding are read', withPage(async (page) => {
    const buffer = Buffer.from('Le café de la gare a été rouvert après un long été. La mairie s’en félicite.'.replace('’', "'"), 'latin1');
    await page.locator('#file').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer });
    assert.match((await keySentences(page)).join(' '), /Le café de la gare a été rouvert/);
  }));

  test('of another kind are refused with a reason', withPage(async (page) => {
    await page.locator('#file').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') });
    await page.locator('#failure').waitFor();
    assert.match(await page.locator('#failure').innerText(), /The file a\.pdf is not a \.txt, \.md or \.html file\./);
  }));

  test('can be dropped anywhere', withPage(async (page) => {
    const data = await page.evaluateHandle((content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], 'a.html', { type: 'text/html' }));
      return transfer;
    }, html);
    await page.dispatchEvent('footer', 'dragover', { dataTransfer: data });
    assert.ok(await page.evaluate(() => document.body.classList.contains('dropping')));
    await page.dispatchEvent('footer', 'drop', { dataTransfer: data });
    assert.match((await keySentences(page)).join(' '), /opened today after nine years\./);
    assert.equal(await page.evaluate(() => document.body.classList.contains('dropping')), false);
  }));
});

describe('privacy', () => {
  test('nothing is requested once the page has loaded', withPage(async (page, seen) => {
    const loaded = seen.requests.length;
    assert.ok(seen.requests.some((url) => url.endsWith('.wasm')));
    const origin = new URL(page.url()).origin;
    assert.deepEqual(seen.requests.filter((url) => new URL(url).origin !== origin), []);
    const text = await sample('fr');
    await paste(page, text);
    await keySentences(page);
    await paste(page, text, `<link rel=stylesheet href=//example.invalid/a.css><img src=//example.invalid/a.png><p>${text.replaceAll('\n', '<p>')}`);
    await keySentences(page);
    await moveSlider(page, 'max');
    await page.locator('#copy').click();
    await page.locator('#dropped-part summary').click();
    await page.waitForTimeout(300);
    assert.deepEqual(seen.requests.slice(loaded), []);
  }));

  test('nothing is stored', withPage(async (page) => {
    await paste(page, await sample('en'));
    await keySentences(page);
    const stored = await page.evaluate(async () => [
      localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length, (await caches.keys()).length,
    ]);
    assert.deepEqual(stored, [0, 0, '', 0, 0]);
  }));
});

describe('hostile input', () => {
  const attack = `<img src=x onerror="window.ran = 1"><svg onload="window.ran = 1"></svg><script>window.ran = 1</script>
    <iframe srcdoc="<script>top.ran = 1</script>"></iframe><a href="javascript:window.ran = 1" id="text" name="body">The minister resigned on Monday.</a>
    <form id="length"><input name="value"></form><p>A successor will be named within the week, said the palace.</p>`;

  /** @param {Page} page */
  const staysQuiet = async (page) => {
    await keySentences(page);
    await moveSlider(page, 'max');
    await page.locator('#dropped-part summary').click({ timeout: 500 }).catch(() => {});
    await page.waitForTimeout(200);
    assert.equal(await page.evaluate(() => 'ran' in window), false);
    assert.equal(await page.locator('main img, main svg, main script, main iframe, main a, main form').count(), 0);
  };

  test('pasted as text is shown as text', withPage(async (page) => {
    await paste(page, attack);
    await staysQuiet(page);
  }));

  test('pasted as HTML runs nothing, even where no policy forbids it', withPage(async (page) => {
    await paste(page, 'The minister resigned on Monday.\n\nA successor will be named within the week, said the palace.', attack);
    await staysQuiet(page);
    assert.match((await keySentences(page)).join(' '), /successor/);
  }, { policy: '' }));

  test('of lone surrogates and nulls is read', withPage(async (page) => {
    await page.locator('#text').evaluate((box) => {
      /** @type {HTMLTextAreaElement} */ (box).value = 'The \uD83D bridge\u0000 opened today. It cost nine \uDC00 million pounds.';
      box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
    });
    assert.ok((await keySentences(page)).length > 0);
  }));
});
