// Input: pastes, samples, files, hostile ones included.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { keySentences, moveSlider, paste, sample, settled, withPage } from './browser.mjs';

/** @import { Page } from 'playwright-core' */

/** @type {[name: string, language: string, title: string, boilerplate: RegExp][]} */
const SAMPLES = [
  ['en', 'English', "Harrow Bay to close its coal pier and open Britain's first tidal school", /cookies|newsletter|rights reserved|Photograph|Skip to/i],
  ['fr', 'French', "Le lac de Sarvenne sera rouvert à la baignade le 5 juillet, après douze ans d'interdiction", /cookies|Telegram|commentaires|Lire aussi/i],
  ['de', 'German', 'Oberlauer bekommt nach 19 Jahren wieder einen Nachtzug', /Cookies|Newsletter|Rechte vorbehalten|Foto:/i],
  ['es', 'Spanish', 'El observatorio de Montelirio descubre un planeta del tamaño de la Tierra a 21 años luz', /cookies|newsletter|derechos reservados|Compartir/i],
  ['it', 'Italian', 'Montesereno riapre la funivia dopo nove anni: 38 milioni di euro e 90 posti di lavoro', /cookie|newsletter|diritti riservati|Foto:|LEGGI/i],
  ['pt', 'Portuguese', 'Ribamar vai trocar o parque de estacionamento da praia por um pinhal de 40 hectares', /cookies|newsletter|direitos reservados|Fotografia:|LEIA/i],
  ['ru', 'Russian', 'В Белоозёрске после двенадцати лет ремонта открыли старейший мост через Сивую', /cookie|рассылк|права защищены|Фото:|ЧИТАЙТЕ/i],
  ['ja', 'Japanese', '汐浦市、廃線の鉄道を「歩ける図書館」に 12キロに本棚40カ所、来春開館', /Cookie|メールマガジン|無断転載|撮影|関連記事/],
  ['ar', 'Arabic', 'مدينة نورين تفتح أكبر مكتبة عامة في المنطقة بعد ست سنوات من العمل', /ملفات تعريف|الحقوق محفوظة|نشرتنا/],
  ['zh', 'Chinese', '青澜市百年电车重新上路，首日载客三万人次', /Cookie|版权所有|公众号/],
];

describe('an article', () => {
  test('is summarized as soon as it is pasted, and laid out as it was understood', withPage(async (page) => {
    await paste(page, await sample('fr'));
    const sentences = await keySentences(page);
    assert.ok(sentences.length >= 3 && sentences.length <= 7, `${sentences.length} key sentences`);
    assert.match(sentences.join(' '), /5 juillet/);
    const article = await sample('fr');
    for (const sentence of sentences) assert.ok(article.includes(sentence), `not verbatim: ${sentence}`);
    assert.match(await page.locator('#time').innerText(), /^\d+% of the article · \d+ (seconds|minutes?) to read · .+ saved · Article in: French$/);
    assert.ok(await page.locator('#keywords li').count() > 2);
    assert.match(await page.locator('#entities').innerText(), /Sarvenne/);
    assert.equal(await page.locator('#text').isVisible(), false);
    assert.equal(await page.locator('#reading h3').innerText(), "Le lac de Sarvenne sera rouvert à la baignade le 5 juillet, après douze ans d'interdiction");
    assert.ok(await page.locator('#reading > h4').count() >= 1);
    assert.ok(await page.locator('#reading > p').count() > 4);
  }));

  test('is summarized while it is typed, and stays in the box', withPage(async (page) => {
    await page.locator('#text').pressSequentially('The bridge at Oldford opened today. It cost nine million pounds. Trains will follow in May.');
    assert.equal((await keySentences(page))[0], 'The bridge at Oldford opened today.');
    assert.ok(await page.locator('#text').isVisible());
    await page.getByRole('button', { name: 'Done' }).click();
    assert.match(await page.locator('#reading').innerText(), /Trains will follow/);
  }));

  test('with formatting is read by its structure, and edited as text', withPage(async (page) => {
    const text = 'Bridge opens\n\nThe bridge at Oldford opened today after nine years of work on both banks.\n\nIt cost nine million pounds, said the mayor of Oldford.\n\nFerries stop in May\n\nTrains will cross the bridge in May, when the ferries stop.';
    const html = '<h1>Bridge opens</h1><p>The bridge at Oldford <b>opened today</b> after nine years of work on both banks.</p><blockquote>It cost nine million pounds, said the mayor of Oldford.</blockquote><h2>Ferries stop in May</h2><ul><li>Trains will cross the bridge in May, when the ferries stop.</li></ul>';
    await paste(page, text, html);
    assert.match((await keySentences(page)).join(' '), /opened today/);
    assert.equal(await page.locator('#reading h3').innerText(), 'Bridge opens');
    assert.equal(await page.locator('#reading h4').innerText(), 'Ferries stop in May');
    assert.match(await page.locator('#reading > blockquote').innerText(), /nine million/);
    assert.match(await page.locator('#reading > ul > li').innerText(), /Trains will cross/);
    await page.getByRole('button', { name: 'Edit' }).click();
    assert.equal(await page.locator('#text').inputValue(), text);
    await page.locator('#text').fill('Only this is left. The rest was deleted.');
    await page.waitForFunction(() => document.querySelector('#sentences')?.textContent?.includes('Only this'));
    assert.ok((await keySentences(page)).every((sentence) => /Only this|The rest/.test(sentence)));
  }));

  test('can be replaced by another paste, anywhere', withPage(async (page) => {
    await paste(page, await sample('en'));
    await keySentences(page);
    await paste(page, 'The ferry sank at dawn off the cape. Nobody was hurt in the accident. The company opened an inquiry.');
    await page.waitForFunction(() => document.querySelector('#reading')?.textContent?.includes('The ferry sank'));
    assert.match((await keySentences(page)).join(' '), /ferry sank/);
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
    assert.ok(await page.locator('#text').isVisible());
  }));
});

describe('the samples', () => {
  for (const [name, language, title, boilerplate] of SAMPLES) {
    test(`${language}: the title is found, and no summary holds boilerplate`, withPage(async (page) => {
      await page.locator(`[data-sample=${name}]`).click();
      await keySentences(page);
      assert.equal(await page.locator('#title').innerText(), title);
      assert.match(await page.locator('#time').innerText(), new RegExp(`Article in: ${language}`));
      assert.equal(await page.locator('#sentences').getAttribute('lang'), name);
      assert.equal(await page.locator('#text').isVisible(), false);
      await moveSlider(page, 'max');
      for (const sentence of await keySentences(page)) assert.doesNotMatch(sentence, boilerplate);
      assert.match(page.url(), new RegExp(`#sample=${name}&`));
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
      await page.locator('#file').setInputFiles({ name: String(name), mimeType: String(mimeType), buffer: Buffer.from(String(content)) });
      await page.waitForFunction((text) => document.querySelector('#reading')?.textContent?.includes(text), String(name) === 'a.md' ? 'Oldford' : 'It cost');
      assert.match((await keySentences(page)).join(' '), /opened today after nine years\./);
      await page.locator('#edit').click();
      assert.match(await page.locator('#text').inputValue(), /years\.\n\nIt cost/);
      await page.locator('#clear').click();
      assert.equal(await page.evaluate(() => 'ran' in window), false);
    }
  }));

  test('in an old encoding are read', withPage(async (page) => {
    const buffer = Buffer.from('Le café de la gare a été rouvert après un long été. La mairie s’en félicite.'.replace('’', "'"), 'latin1');
    await page.locator('#file').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer });
    assert.match((await keySentences(page)).join(' '), /Le café de la gare a été rouvert/);
  }));

  test('of another kind are refused with a reason', withPage(async (page) => {
    await page.locator('#file').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('\x89PNG') });
    await page.locator('#failure').waitFor();
    assert.match(await page.locator('#failure').innerText(), /The file a\.png is of no kind that can be read here: PDF/);
    // What was there stays.
    await paste(page, await sample('en'));
    const before = await keySentences(page);
    assert.equal(await page.locator('#failure').isVisible(), false);
    await page.locator('#file').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('\x89PNG') });
    await page.locator('#failure').waitFor();
    assert.deepEqual(await keySentences(page), before);
    assert.ok(await page.locator('#reading').isVisible());
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

describe('hostile input', () => {
  const attack = `<img src=x onerror="window.ran = 1"><svg onload="window.ran = 1"></svg><script>window.ran = 1</script>
    <iframe srcdoc="<script>top.ran = 1</script>"></iframe><a href="javascript:window.ran = 1" id="text" name="body">The minister resigned on Monday.</a>
    <form id="length"><input name="value"></form><p>A successor will be named within the week, said the palace.</p>`;

  /** @param {Page} page */
  const staysQuiet = async (page) => {
    await keySentences(page);
    await moveSlider(page, 'max');
    for (const fold of await page.locator('#reading .fold summary').all()) await fold.click();
    await settled(page);
    assert.equal(await page.evaluate(() => 'ran' in window), false);
    assert.equal(await page.locator('main img, main script, main iframe, main a, main form, #reading svg').count(), 0);
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
