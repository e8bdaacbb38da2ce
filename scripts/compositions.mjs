// Writes src/compose/table.rs: which letters and combining marks make one character in normal form C, for what the
// languages known and their neighbours write.
//
//   node scripts/compositions.mjs

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tools.mjs';

// Small letters only: capitals follow from them. Kana and Hangul are computed.
const RANGES = [
  ['À', 'ſ'], ['ơ', 'ư'], ['ǎ', 'ǜ'], ['ǧ', 'ǰ'], ['ǵ', 'ǵ'], ['ǹ', 'ǹ'], ['ș', 'ț'], // Latin
  ['ḍ', 'ḍ'], ['ḥ', 'ḥ'], ['ḫ', 'ḫ'], ['ḳ', 'ḳ'], ['ḷ', 'ḷ'], ['ṃ', 'ṃ'], ['ṅ', 'ṅ'], ['ṇ', 'ṇ'], ['ṛ', 'ṛ'], ['ṣ', 'ṣ'],
  ['ṭ', 'ṭ'], ['ẁ', 'ẅ'], ['ẓ', 'ẓ'], ['ạ', 'ỹ'],
  ['ΐ', 'ώ'], // Greek
  ['а', 'ӹ'], // Cyrillic
  ['آ', 'ۓ'], // Arabic
  ['ऄ', 'ह'], ['অ', 'ৌ'], ['அ', 'ௌ'], // Devanagari, Bengali, Tamil
];

/** @type {Map<string, [string, string][]>} by mark: base letters and what they make */
const marks = new Map();
/** @param {string} base @param {string} mark @param {string} composed */
const add = (base, mark, composed) => {
  const pairs = marks.get(mark) ?? marks.set(mark, []).get(mark) ?? [];
  if (!pairs.some(([other]) => other === base)) pairs.push([base, composed]);
};
for (const [from = '', to = ''] of RANGES) {
  for (let code = from.codePointAt(0) ?? 0; code <= (to.codePointAt(0) ?? 0); code++) {
    const composed = String.fromCodePoint(code);
    const parts = [...composed.normalize('NFD')];
    if (parts.length === 1 || composed.normalize('NFC') !== composed) continue;
    if (composed.toLowerCase() !== composed && composed !== 'İ') continue;
    // Marks that may change places: Vietnamese keyboards set the tone last, canonical order has a dot below first.
    for (const last of parts.slice(1)) {
      const rest = parts.filter((part) => part !== last).join('').normalize('NFC');
      if ([...rest].length === 1 && (rest + last).normalize('NFC') === composed) add(rest, last, composed);
    }
  }
}

/** @param {string} text */
const literal = (text) => [...text].map((c) => (/\p{M}/u.test(c) ? `\\u{${c.codePointAt(0)?.toString(16)}}` : c)).join('');
const lines = [...marks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([mark, pairs]) => {
  pairs.sort(([a], [b]) => (a < b ? -1 : 1));
  const [bases, composed] = [0, 1].map((side) => literal(pairs.map((pair) => pair[side] ?? '').join('')));
  return `    ('${literal(mark)}', "${bases}", "${composed}"),\n`;
});
writeFileSync(join(root, 'src', 'compose', 'table.rs'), `//! Written by \`node scripts/compositions.mjs\`.

/// By combining mark: base letters, and what each makes with it.
pub(super) const COMPOSITIONS: &[(char, &str, &str)] = &[
${lines.join('')}];
`);
