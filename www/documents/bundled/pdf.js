// PDF, by pdf.js: it reads the file in a worker of its own, pdf-layout.js makes paragraphs of what stands on the pages.

import { getDocument, GlobalWorkerOptions, PasswordResponses, VerbosityLevel } from 'pdfjs-dist';
import { Blocks } from './blocks.js';
import { layOut } from './pdf-layout.js';
import { Unreadable } from '../unreadable.js';

/** @import { Adapter } from '../open.js' */
/** @import { Page } from './pdf-layout.js' */

/** @type {Adapter} */
export default async function pdf(bytes, { signal, progress, password }) {
  GlobalWorkerOptions.workerSrc = new URL('pdf.worker.js', import.meta.url).href;
  const task = getDocument({
    data: bytes,
    cMapUrl: new URL('cmaps/', import.meta.url).href,
    cMapPacked: true,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  // A reader who gives up ends the work.
  let given = /** @type {unknown} */ (null);
  task.onPassword = (/** @type {(password: string) => void} */ answer, /** @type {number} */ why) => {
    password(why === PasswordResponses.INCORRECT_PASSWORD).then(answer, (error) => {
      given = error;
      task.destroy();
    });
  };
  const end = () => task.destroy();
  signal.addEventListener('abort', end, { once: true });
  try {
    return await read(await task.promise, signal, progress);
  } catch (error) {
    signal.throwIfAborted();
    if (given) throw given;
    if (/** @type {Unreadable} */ (error).key) throw error;
    throw new Unreadable('damaged');
  } finally {
    signal.removeEventListener('abort', end);
    task.destroy();
  }
}

/** @param {import('pdfjs-dist').PDFDocumentProxy} file @param {AbortSignal} signal @param {(share: number) => void} progress */
async function read(file, signal, progress) {
  /** @type {Page[]} */
  const pages = [];
  let lost = 0;
  for (let number = 1; number <= file.numPages; number += 1) {
    try {
      pages.push(await textOf(file, number));
    } catch {
      lost += 1;
    }
    progress(number / file.numPages);
    signal.throwIfAborted();
  }
  if (!pages.some(({ items }) => items.some(({ text }) => /[\p{L}\p{N}]/u.test(text)))) throw new Unreadable(lost > 0 ? 'damaged' : 'noText');
  const info = /** @type {{ Title?: string, Language?: string }} */ ((await file.getMetadata().catch(() => null))?.info ?? {});
  const blocks = new Blocks({ language: info.Language ?? '' });
  for (const { kind, level, text, page } of layOut(pages)) {
    if (kind === 'heading') blocks.add(/** @type {'h1'} */ (`h${level}`), text, { page });
    else if (kind === 'item') blocks.addItem(text, { page });
    else if (kind === 'caption') blocks.add('figcaption', text, { page, into: blocks.add('figure', '') });
    else if (kind === 'note' || kind === 'running') blocks.addAside(text, { page });
    else blocks.add('p', text, { page });
  }
  return { document: blocks.document, lost };
}

/** @param {import('pdfjs-dist').PDFDocumentProxy} file @param {number} number @returns {Promise<Page>} */
async function textOf(file, number) {
  const page = await file.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const [left = 0, bottom = 0] = page.view;
  const { items } = await page.getTextContent();
  page.cleanup();
  return {
    number, width, height,
    items: items.flatMap((item) => {
      if (!('str' in item) || item.str === '') return [];
      const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform;
      // What is set on its side is a watermark or a mark in the margin.
      if (Math.abs(b) > Math.abs(a)) return [];
      return [{ text: item.str, x: x - left, y: y - bottom, width: item.width, size: Math.hypot(c, d), font: item.fontName, rtl: item.dir === 'rtl' }];
    }),
  };
}
