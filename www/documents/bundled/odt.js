// OpenDocument text: content.xml, whose elements are few.

import { Blocks, pause } from './blocks.js';
import { Unreadable } from '../unreadable.js';
import { unpack, utf8 } from './zip.js';

/** @import { Adapter } from '../open.js' */

const BATCH = 500;
// Deeper than any document; what is nested deeper is read as if it stood here.
const DEEPEST = 100;

/** @type {Adapter} */
export default async function odt(bytes, { parse, signal, progress }) {
  const files = await unpack(bytes, signal);
  if (!files['content.xml']) throw new Unreadable('damaged');
  const xml = parse(utf8(files['content.xml']), 'application/xml');
  const body = xml.getElementsByTagName('office:text')[0];
  if (!body) throw new Unreadable('damaged');
  const meta = files['meta.xml'] && parse(utf8(files['meta.xml']), 'application/xml');
  const title = meta && meta.getElementsByTagName('dc:title')[0]?.textContent || '';
  const blocks = new Blocks({ title });
  const styles = styleNames(xml);
  let done = 0;
  const all = body.getElementsByTagName('*').length;
  /** Elements still to be read, the next one last. @type {{ element: Element, depth: number, inList: boolean }[]} */
  const waiting = [...body.children].reverse().map((element) => ({ element, depth: 0, inList: false }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { element, depth, inList } = next;
    const name = element.nodeName;
    const text = () => inline(element, blocks);
    if (name === 'text:h') blocks.add(/** @type {'h1'} */ (`h${Math.min(6, Number(element.getAttribute('text:outline-level')) || 1)}`), text());
    else if (name === 'text:p') {
      const style = styleOf(element, styles);
      const words = text();
      if (words === '') { /* An empty line. */ }
      else if (inList) blocks.addItem(words);
      else if (/^title$/i.test(style)) blocks.add('h1', words);
      else if (/quot/i.test(style)) blocks.add('blockquote', words);
      else if (/^(caption|illustration|table|figure|drawing)$/i.test(style)) blocks.add('figcaption', words);
      else blocks.add('p', words);
    } else if (name === 'table:table') table(element, blocks);
    else if (depth < DEEPEST && /^text:(list|list-item|list-header|section|numbered-paragraph)$/.test(name)) {
      for (const child of [...element.children].reverse()) waiting.push({ element: child, depth: depth + 1, inList: inList || name === 'text:list' });
    }
    done += 1;
    if (done % BATCH === 0) {
      progress(Math.min(1, done / all));
      await pause();
      signal.throwIfAborted();
    }
  }
  return { document: blocks.document };
}

/** The style that people see in the menu, for each automatic one. @param {Document} xml */
function styleNames(xml) {
  /** @type {Map<string, string>} */
  const names = new Map();
  for (const style of xml.getElementsByTagName('style:style')) {
    const name = style.getAttribute('style:name') ?? '';
    names.set(name, style.getAttribute('style:parent-style-name') || name);
  }
  return names;
}

/** @param {Element} element @param {Map<string, string>} styles */
function styleOf(element, styles) {
  const name = element.getAttribute('text:style-name') ?? '';
  return styles.get(name) ?? name;
}

/** The text of a paragraph; its notes go where notes go. @param {Element} paragraph @param {Blocks} blocks */
function inline(paragraph, blocks) {
  let out = '';
  /** @param {Node} node @param {number} depth */
  const walk = (node, depth) => {
    if (node.nodeType === Node.TEXT_NODE) out += node.nodeValue?.replace(/\s+/g, ' ');
    else if (node.nodeName === 'text:note') blocks.addAside(node.lastChild?.textContent?.trim() ?? '');
    else if (/^(office:annotation|text:tracked-changes|draw:)/.test(node.nodeName)) return;
    else if (/^text:(s|tab|line-break)$/.test(node.nodeName)) out += ' ';
    else if (depth < DEEPEST) for (const child of node.childNodes) walk(child, depth + 1);
  };
  for (const child of paragraph.childNodes) walk(child, 0);
  return out.replace(/ +/g, ' ').trim();
}

/** @param {Element} element @param {Blocks} blocks */
function table(element, blocks) {
  const made = blocks.add('table', '');
  for (const row of element.getElementsByTagName('table:table-row')) {
    const line = blocks.add('tr', '', { into: made });
    for (const cell of row.getElementsByTagName('table:table-cell')) {
      blocks.add('td', [...cell.getElementsByTagName('text:p')].map((paragraph) => inline(paragraph, blocks)).join(' '), { into: line });
    }
  }
}
