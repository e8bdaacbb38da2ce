// Bytes to text.

/**
 * Decodes text by its byte order mark, by the label that comes with it, else as UTF-8; what is none of these is UTF-16 or in an old
 * code page, and is guessed.
 *
 * @param {Uint8Array} bytes
 * @param {string | null} [label] of an encoding
 */
export function decode(bytes, label) {
  const [first, second, third] = bytes;
  const mark =
    first === 0xEF && second === 0xBB && third === 0xBF ? 'utf-8'
    : first === 0xFF && second === 0xFE ? 'utf-16le'
    : first === 0xFE && second === 0xFF ? 'utf-16be'
    : wide(bytes);
  for (const encoding of [mark, label, 'utf-8', ...ASIAN]) {
    const text = encoding && attempt(bytes, encoding);
    if (typeof text === 'string' && (!ASIAN.includes(encoding ?? '') || isAsian(text))) return text;
  }
  return new TextDecoder(guess(bytes)).decode(bytes);
}

/** The `charset` that markup names in its first bytes. @param {Uint8Array} bytes */
export function namedCharset(bytes) {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  return head.match(/<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i)?.[1] ?? head.match(/^<\?xml[^>]+encoding=["']([\w-]+)/)?.[1] ?? null;
}

// Of two bytes a letter; most byte sequences are no valid text in them.
const ASIAN = ['shift_jis', 'gb18030', 'euc-kr', 'big5'];

/** @param {Uint8Array} bytes @param {string} encoding */
function attempt(bytes, encoding) {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Whether most letters beyond ASCII are common Han, kana or Hangul: rare ones speak for a wrong guess. @param {string} text */
function isAsian(text) {
  const sample = text.slice(0, 20_000);
  const beyond = sample.match(/[^\x00-\x7F]/g)?.length ?? 0;
  const runs = sample.match(/[\u3001-\u30FF\u4E00-\u9FFF\uAC00-\uD7A3\uFF01-\uFF60]{3,}/g)?.join('').length ?? 0;
  return beyond > 0 && runs > 0.8 * beyond;
}

/** UTF-16 without a mark: every other byte of Latin text is 0. @param {Uint8Array} bytes */
function wide(bytes) {
  const head = bytes.subarray(0, 2048);
  let even = 0;
  let odd = 0;
  for (let i = 0; i + 1 < head.length; i += 2) {
    if (head[i] === 0) even += 1;
    if (head[i + 1] === 0) odd += 1;
  }
  const enough = head.length / 8;
  return odd > enough && even < odd / 8 ? 'utf-16le' : even > enough && odd < even / 8 ? 'utf-16be' : null;
}

/**
 * A code page of one byte a letter. In Cyrillic ones most letters lie beyond ASCII; which one, the lower-case letters tell: they are
 * the most frequent, and lie elsewhere in each.
 *
 * @param {Uint8Array} bytes
 */
function guess(bytes) {
  const counts = new Uint32Array(256);
  let letters = 0;
  for (const byte of bytes.subarray(0, 100_000)) {
    counts[byte] = (counts[byte] ?? 0) + 1;
    if (byte >= 0x80 || /[a-z]/i.test(String.fromCharCode(byte))) letters += 1;
  }
  /** @param {number} from @param {number} to */
  const sum = (from, to) => counts.subarray(from, to + 1).reduce((all, count) => all + count, 0);
  if (sum(0x80, 0xFF) < 0.5 * letters) return 'windows-1252';
  /** @type {[encoding: string, lower: number, upper: number][]} */
  const cyrillic = [
    ['windows-1251', sum(0xE0, 0xFF), sum(0xC0, 0xDF)],
    ['koi8-r', sum(0xC0, 0xDF), sum(0xE0, 0xFF)],
    ['ibm866', sum(0xA0, 0xAF) + sum(0xE0, 0xEF), sum(0x80, 0x9F)],
  ];
  cyrillic.sort((a, b) => (b[1] - b[2]) - (a[1] - a[2]));
  return cyrillic[0]?.[0] ?? 'windows-1252';
}
