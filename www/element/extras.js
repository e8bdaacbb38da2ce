// Reasons and keywords: loaded when an attribute asks for them. It imports nothing, so that it stays a file of its own.

/** @import { Digest, Sentence } from '../types.d.ts' */
/** @import { make } from './dom.js' */
/** @import { Frame, Messages, quoted } from './frame.js' */

const MOST_KEYWORDS = 8;

/**
 * @param {Document} document
 * @param {typeof make} create
 * @param {Messages} messages
 * @param {Sentence} sentence
 */
export function reasonsOf(document, create, { strings, tag, dir }, { reasons }) {
  const number = new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' });
  const names = new Map(Object.entries(strings.reasons));
  const rows = Object.entries(reasons)
    .filter(([, value]) => Math.abs(value) >= 0.005)
    .sort(([, a], [, b]) => b - a)
    .map(([name, value]) => create(document, 'li', {}, `${names.get(name) ?? name} `, create(document, 'b', { dir: 'ltr' }, number.format(value))));
  return create(document, 'details', { class: 'reasons', part: 'reasons', lang: tag, dir },
    create(document, 'summary', {}, strings.why),
    create(document, 'ul', { role: 'list' }, ...rows));
}

/**
 * @param {Frame} frame
 * @param {typeof make} create
 * @param {Messages} messages
 * @param {Digest} digest
 * @param {ReturnType<typeof quoted>} attributes of the article's own words
 */
export function showKeywords({ keywords, frame: { ownerDocument } }, create, { strings }, digest, attributes) {
  const label = create(ownerDocument, 'b', { id: 'keywords' }, strings.keywords);
  const items = digest.keywords.slice(0, MOST_KEYWORDS).map(({ text }) => create(ownerDocument, 'li', { ...attributes, part: 'keyword' }, text));
  keywords.replaceChildren(label, create(ownerDocument, 'ul', { role: 'list', 'aria-labelledby': 'keywords' }, ...items));
}
