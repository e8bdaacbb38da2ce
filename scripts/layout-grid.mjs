// Does <nut-graf> move the page? Lays it out in 2 600 cells (articles × shapes × typefaces and sizes × widths), before its script
// has run and once its summary is there, and prints how far what is below it moved and how much blank is left below the box.
//
//   npm run layout, or node scripts/layout-grid.mjs [--all] for what is in dist/
//
// Fails unless every shift is 0 and every blank at most 2 px. --all prints every cell, not only those that fail.

import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { FONTS, familyOf, fontFace } from '../tests/fonts/fonts.mjs';
import { launch } from './chromium.mjs';
import { Failure, root, start } from './tools.mjs';

/** @import { Page } from 'playwright-core' */

const SITE = 'https://site.example/';
const MOST_BLANK = 2;
const WIDTHS = [288, 358, 620, 800, 1200];
const SIZES = [14, 16, 20];

/** Attributes of the element. */
const SHAPES = [
  '', 'length="short"', 'length="long"', 'length="80 words"', 'length="20%"', 'type="tldr"', 'type="teaser" length="1"', 'type="headline"',
  'collapsed', 'with-meta with-note with-tools with-slider with-keywords with-reasons',
];

/** Typefaces and sizes: those of the tests in every size, and whatever the machine has. */
const FACES = [...FONTS.flatMap((font) => SIZES.map((size) => ({ font, size }))), { font: null, size: 16 }];

/** Articles on invented people and places: language, title and paragraphs. */
const ARTICLES = {
  news: article('en', 'Harbour bridge of Tellmar opens after nine years', [
    'The harbour bridge of Tellmar opened on Monday, nine years after the first pile was driven.', 'Mayor Ilda Renfrow cut the ribbon before two thousand people.',
    'The bridge cost 84 million crowns, twice what the council had voted.', 'An audit blames the soft ground under the northern pier for most of it.',
    'Ferries will run until spring, because the railway across the bridge still lacks its signals.', 'The port expects forty trains a day by summer.',
  ]),
  court: article('en', 'Court of Tellmar rules on the toll of the harbour bridge', [
    'The court held that the council of Tellmar, having voted the toll before the bridge was finished and without hearing the dockers whose ferries it replaced, had exceeded the powers that the harbour act of 1962 confers on it, and that the ordinance, in so far as it concerns lorries above twelve tons, is therefore void from the day of its publication.',
    'In the opinion of the presiding judge, to which two of the five members of the chamber dissented in a separate statement of some forty pages, neither the audit of the northern pier nor the letters that passed between the mayor and the builders in the winter of the strike can justify a charge that falls upon one class of users alone.',
  ]),
  short: article('en', 'Tellmar counts its trains', ['The bridge is open.', 'Trains run again.', 'Forty came today.', 'The port is glad.', 'Ferries stop in May.', 'Dockers fear for jobs.', 'Mayor Renfrow is calm.']),
  german: article('de', 'Hafenbrücke von Tellmar nach neun Jahren eröffnet', [
    'Die Hafenbrücke von Tellmar ist am Montag eröffnet worden, neun Jahre nach dem ersten Rammschlag.', 'Bürgermeisterin Ilda Renfrow durchschnitt das Band vor zweitausend Menschen.',
    'Die Eisenbahnhochbrückenbaugesellschaft verlangte 84 Millionen Kronen, doppelt so viel, wie der Stadtrat bewilligt hatte.', 'Ein Gutachten macht den weichen Grund unter dem Nordpfeiler verantwortlich.',
  ]),
};

/** Paragraphs made of some sentences, each with a year of its own, so that none repeats another. @param {string} lang @param {string} title @param {string[]} sentences */
function article(lang, title, sentences) {
  const paragraphs = Array.from({ length: 24 }, (_, i) => sentences.map((sentence, j) => sentence.replace(/([.])$/, ` ${lang === 'de' ? 'im Jahr' : 'in'} ${1900 + 13 * i + j}$1`)).slice(i % 2, 2 + (i % 5)).join(' '));
  return `<div id="story" lang="${lang}"><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</div>`;
}

/** @param {keyof typeof ARTICLES} name @param {typeof FACES[number]} face */
function page(name, { font, size }) {
  const face = font ? `${fontFace(font)} body { font-family: '${familyOf(font)}' }` : '';
  const elements = SHAPES.map((shape) => `<nut-graf for="story" ${shape}><p>Read on.</p></nut-graf><hr>`).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Grid</title><link rel="icon" href="data:,"><style>
    ${readFileSync(join(root, 'dist/nut-graf.css'), 'utf8')} ${face} html { font-size: ${size}px } body { margin: 0 }</style></head>
    <body>${elements}${ARTICLES[name]}</body></html>`;
}

/**
 * Where what is below each element begins, and what of each box is blank or too full.
 *
 * @param {Page} tab
 */
function measure(tab) {
  return tab.evaluate(() => [...document.querySelectorAll('nut-graf')].map((element) => {
    const bottom = element.getBoundingClientRect().bottom;
    const base = element.shadowRoot?.querySelector('.base');
    const body = base?.querySelector('.body');
    return {
      top: Number(element.nextElementSibling?.getBoundingClientRect().top),
      blank: bottom - (base?.getBoundingClientRect().bottom ?? bottom),
      spilled: Math.max(0, ...[...body?.children ?? []].map((child) => child.getBoundingClientRect().bottom - Number(body?.getBoundingClientRect().bottom))),
      shown: element.shadowRoot?.querySelectorAll('[data-sentence]:not(.rest)').length ?? 0,
      all: element.shadowRoot?.querySelectorAll('[data-sentence]').length ?? 0,
    };
  }));
}

await start(import.meta.url, async () => {
  const browser = await launch();
  let cells = 0;
  let failed = 0;
  let shown = 0;
  let all = 0;
  try {
    const context = await browser.newContext();
    let html = '';
    await context.route(`${SITE}**`, (route) => {
      const { pathname } = new URL(route.request().url());
      const type = { '.js': 'text/javascript', '.wasm': 'application/wasm' }[extname(pathname)];
      return route.fulfill(type ? { contentType: type, body: readFileSync(join(root, pathname)) } : { contentType: 'text/html; charset=utf-8', body: html });
    });
    const tab = await context.newPage();
    for (const name of /** @type {(keyof typeof ARTICLES)[]} */ (Object.keys(ARTICLES))) {
      for (const face of FACES) {
        for (const width of WIDTHS) {
          html = page(name, face);
          await tab.setViewportSize({ width, height: 12_000 });
          await tab.goto(SITE);
          await tab.evaluate(() => document.fonts.ready);
          const before = await measure(tab);
          await tab.evaluate((file) => import(file), `${SITE}dist/define.js`);
          await tab.waitForFunction(() => [...document.querySelectorAll('nut-graf')].every((element) => element.state === 'ready'));
          await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
          const after = await measure(tab);
          let above = 0;
          for (const [i, shape] of SHAPES.entries()) {
            const [was, is] = [before[i], after[i]];
            if (!was || !is) throw new Failure('an element is gone');
            const shift = is.top - was.top - above;
            above += shift;
            const isBad = shift !== 0 || is.blank > MOST_BLANK || is.spilled > 1;
            cells += 1;
            failed += isBad ? 1 : 0;
            shown += is.shown;
            all += is.all;
            if (!isBad && !process.argv.includes('--all')) continue;
            console.log([`${isBad ? 'FAIL' : 'ok'} ${name}`, `${face.font ?? 'system'} ${face.size}`, width, shape || 'medium', `shift ${shift.toFixed(1)}`, `blank ${is.blank.toFixed(1)}`, `spilled ${is.spilled.toFixed(1)}`, `sentences ${is.shown} of ${is.all}`].join(' | '));
          }
        }
      }
    }
  } finally {
    await browser.close();
  }
  console.log(`${cells} cells, ${failed} with a shift, with more than ${MOST_BLANK} px of blank or too full; ${Math.round(100 * shown / all)} % of the sentences are shown without «More»`);
  if (failed > 0) throw new Failure('the page moves');
});
