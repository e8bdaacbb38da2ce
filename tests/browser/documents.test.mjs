// Files of every kind, opened as a reader opens them. PDFs are printed by the browser, the others are written here.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { keySentences, moveSlider, paste, withPage } from './browser.mjs';

/** @import { Page } from 'playwright-core' */

const PARAGRAPHS = [
  'The ferry company of Oldford will replace its nine diesel ships by electric ones before the end of the decade, the board said on Monday.',
  'Each of the new ships carries four hundred passengers and crosses the bay in eleven minutes, two minutes less than the ships of today.',
  'The harbour of Oldford must be dug deeper for them, and the grid of the town needs a second cable under the river to charge them overnight.',
  'Mayor Ada Linden called the plan the largest investment in the town since the bridge was built, and asked the region to pay a third of it.',
  'Fishermen fear for the seagrass in the bay, where young herring grow up, and want the digging to stop from March until the end of June.',
  'The board will choose a shipyard in the autumn; two yards from the region and one from abroad have sent an offer so far.',
];

/** @param {Page} page @param {string} name @param {Uint8Array} content */
function open(page, name, content) {
  return page.locator('#file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
}

/** The article as the page lays it out. @param {Page} page */
async function blocks(page) {
  await keySentences(page);
  return page.locator('#reading > :is(h3, h4, h5, h6, p, ul, blockquote)').allInnerTexts();
}

/** @param {Page} page @param {string} html @param {object} [options] */
async function printed(page, html, options = {}) {
  const other = await page.context().newPage();
  await other.setContent(html);
  const bytes = await other.pdf({ width: '450px', height: '600px', margin: { top: '60px', bottom: '60px', left: '40px', right: '40px' }, ...options });
  await other.close();
  return bytes;
}

const report = `<style>h1 { font-size: 24px } h2 { font-size: 17px } p { font: 13px/1.4 serif; hyphens: manual; text-align: justify }</style><title>Ferries</title>
  <h1>Electric ferries for Oldford</h1><p>${PARAGRAPHS.slice(0, 2).join('</p><p>')}</p><h2>The harbour</h2><p>${PARAGRAPHS.slice(2, 4).join('</p><p>')}</p>
  <h2>The bay</h2><p>${PARAGRAPHS.slice(4).join('</p><p>')}</p>`;

const heads = {
  displayHeaderFooter: true,
  headerTemplate: '<div style="font-size:9px;width:100%;text-align:center">Report of the harbour office</div>',
  footerTemplate: '<div style="font-size:9px;width:100%;text-align:center"><span class="pageNumber"></span></div>',
};

const xml = '<?xml version="1.0" encoding="UTF-8"?>';

/** @param {Record<string, string>} files */
function archive(files) {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { level: 0 });
}

const docx = archive({
  '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`,
  '_rels/.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
  'word/styles.xml': `${xml}<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style></w:styles>`,
  'word/document.xml': `${xml}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${[
    ['T', 'Electric ferries for Oldford'], ['', PARAGRAPHS[0]], ['', PARAGRAPHS[1]], ['H2', 'The harbour'], ['', PARAGRAPHS[2]], ['', PARAGRAPHS[3]], ['H2', 'The bay'], ['', PARAGRAPHS[4]], ['', PARAGRAPHS[5]],
  ].map(([style, text]) => `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r><w:t>${text}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
});

const odt = archive({
  mimetype: 'application/vnd.oasis.opendocument.text',
  'content.xml': `${xml}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
    <text:h text:outline-level="1">Electric ferries for Oldford</text:h><text:p>${PARAGRAPHS[0]?.replace(' ', '<text:s/>')}</text:p><text:p>${PARAGRAPHS[1]}<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Measured in May.</text:p></text:note-body></text:note></text:p>
    <text:h text:outline-level="2">The harbour</text:h><text:p>${PARAGRAPHS[2]}</text:p><text:p>${PARAGRAPHS[3]}</text:p><text:h text:outline-level="2">The bay</text:h><text:p>${PARAGRAPHS[4]}</text:p><text:p>${PARAGRAPHS[5]}</text:p>
    </office:text></office:body></office:document-content>`,
});

const epub = archive({
  mimetype: 'application/epub+zip',
  'META-INF/container.xml': `${xml}<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>`,
  'OPS/book.opf': `${xml}<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Electric ferries for Oldford</dc:title><dc:language>en</dc:language></metadata><manifest><item id="n" href="nav.xhtml" properties="nav"/><item id="b" href="b.xhtml"/><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>`,
  'OPS/nav.xhtml': '<html><body><nav>Contents of the book</nav></body></html>',
  'OPS/a.xhtml': `${xml}<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><h1>Electric ferries for Oldford</h1><p>${PARAGRAPHS[0]}</p><p>${PARAGRAPHS[1]}</p></body></html>`,
  'OPS/b.xhtml': `${xml}<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><h2>The harbour</h2><p>${PARAGRAPHS[2]}</p><p>${PARAGRAPHS[3]}</p><h2>The bay</h2><p>${PARAGRAPHS[4]}</p><p>${PARAGRAPHS[5]}</p></body></html>`,
});

const html = `<h1>Electric ferries for Oldford</h1><p>${PARAGRAPHS[0]}<p>${PARAGRAPHS[1]}<h2>The harbour</h2><p>${PARAGRAPHS[2]}<p>${PARAGRAPHS[3]}<h2>The bay</h2><p>${PARAGRAPHS[4]}<p>${PARAGRAPHS[5]}`;
const quoted = html.replaceAll('=', '=3D').replace(/.{70}/g, '$&=\r\n');
const part = `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quoted}\r\n`;
const mail = `From: a@example.invalid\r\nSubject: Electric ferries for Oldford\r\nMIME-Version: 1.0\r\n${part}`;
const mhtml = `From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="xx"\r\n\r\n--xx\r\n${part}\r\n--xx--\r\n`;

const WHOLE = ['Electric ferries for Oldford', ...PARAGRAPHS.slice(0, 2), 'The harbour', ...PARAGRAPHS.slice(2, 4), 'The bay', ...PARAGRAPHS.slice(4)];

describe('a document', () => {
  for (const [name, content] of /** @type {[string, Uint8Array | string][]} */ ([
    ['report.docx', docx], ['report.odt', odt], ['report.epub', epub], ['report.eml', mail], ['report.mhtml', mhtml], ['report.html', html],
    // Told by what is in it.
    ['report', odt], ['report.bin', epub],
  ])) {
    test(`${name} is read with its headings and paragraphs, in order`, withPage(async (page, seen) => {
      const origin = new URL(page.url()).origin;
      await open(page, name, Buffer.from(content));
      assert.deepEqual(await blocks(page), WHOLE);
      assert.deepEqual(seen.requests.filter((url) => new URL(url).origin !== origin), []);
      await page.locator('#sentences .place').first().click();
      await page.locator('#markdown').click();
      assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^## Electric ferries for Oldford\n\n- /);
    }));
  }

  test('of subtitles becomes running text', withPage(async (page) => {
    await open(page, 'a.vtt', Buffer.from(`WEBVTT\n\n${PARAGRAPHS.map((text, i) => `00:00:${i}0.000 --> 00:00:${i}5.000\n${text}`).join('\n\n')}`));
    for (const sentence of await keySentences(page)) assert.doesNotMatch(sentence, /-->/);
  }));

  for (const [encoding, bytes] of /** @type {[string, Buffer][]} */ ([
    ['UTF-16 without a mark', Buffer.from('The bridge at Oldford opened today. It cost nine million pounds.', 'utf16le')],
    ['windows-1251', Buffer.from('Мост открыли сегодня. Он стоил девять миллионов.'.replace(/[А-я]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x410 + 0xC0)), 'latin1')],
  ])) {
    test(`of text in ${encoding} is read`, withPage(async (page) => {
      await open(page, 'a.txt', bytes);
      assert.match((await keySentences(page)).join(' '), /opened today|открыли сегодня/);
    }));
  }

  test('that is pictures of text, damaged or of no known kind is refused with a reason', withPage(async (page) => {
    for (const [name, content, reason] of /** @type {[string, Uint8Array, RegExp][]} */ ([
      ['a.pdf', Buffer.from('%PDF-1.7'), /The file a\.pdf is damaged/],
      ['a.docx', docx.slice(0, 900), /The file a\.docx is damaged/],
      ['a.epub', epub.slice(0, 300), /The file a\.epub is damaged/],
      ['a.png', Buffer.from('\x89PNG'), /The file a\.png is of no kind/],
      ['scan.pdf', await printed(page, '<svg width=200 height=200><rect width=150 height=150 /></svg>'), /pictures of text, or no text/],
    ])) {
      await open(page, name, content);
      await page.waitForFunction((text) => document.querySelector('#failure')?.textContent?.includes(text), name);
      assert.match(await page.locator('#failure').innerText(), reason);
    }
  }));
});

test('a file whose reader can’t be loaded asks for a network', withPage(async (page) => {
  await page.route('**/pkg/documents/epub.js', (route) => route.abort());
  await open(page, 'a.epub', epub);
  await page.getByText('What reads a.epub could not be loaded').waitFor();
}, { expected: /ERR_FAILED/ }));

describe('a PDF', () => {
  test('is read in paragraphs over lines and pages, its running heads and page numbers set aside', withPage(async (page) => {
    await open(page, 'report.pdf', await printed(page, report, heads));
    assert.deepEqual(await blocks(page), WHOLE);
    await moveSlider(page, 'max');
    for (const sentence of await keySentences(page)) assert.doesNotMatch(sentence, /harbour office/);
    assert.match(await page.locator('#reading').evaluate((reading) => reading.textContent ?? ''), /Report of the harbour office/);
  }));

  test('in two columns is read column by column', withPage(async (page) => {
    const columns = report.replace('</h1>', '</h1><div style="columns: 2">').replace('<style>', '<style>p { font-size: 11px !important }');
    await open(page, 'columns.pdf', await printed(page, columns, { width: '620px', height: '800px' }));
    assert.deepEqual(await blocks(page), WHOLE);
  }));

  test('tells the page of each key sentence', withPage(async (page) => {
    await open(page, 'report.pdf', await printed(page, report));
    await keySentences(page);
    await moveSlider(page, 6);
    const places = await page.locator('#sentences .place').allInnerTexts();
    // A space that never breaks: the label stays on one line.
    assert.match(places[0] ?? '', /p\.\u00a01$/);
    assert.match(places.at(-1) ?? '', /p\.\u00a0[23]$/);
  }));

  test('that is locked asks for its password', withPage(async (page) => {
    const locked = readFileSync(new URL('../documents/locked.pdf', import.meta.url));
    await open(page, 'locked.pdf', locked);
    const field = page.locator('dialog[open] input[type=password]');
    await field.fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByText('That password doesn’t open locked.pdf').waitFor();
    await field.fill('harbour');
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    assert.match((await keySentences(page)).join(' '), /electric ones/);
  }));
});

describe('an address alone', () => {
  test('is told from an article', withPage(async (page, seen) => {
    const loaded = seen.requests.length;
    await paste(page, 'https://example.invalid/news/ferries.html');
    await page.locator('#failure').waitFor();
    assert.match(await page.locator('#failure').innerText(), /only an address.*nobody learns what you read/s);
    assert.equal(await page.locator('#text').inputValue(), 'https://example.invalid/news/ferries.html');
    assert.deepEqual(seen.requests.slice(loaded), []);
  }));
});
