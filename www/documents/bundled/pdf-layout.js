// What stands on the pages of a PDF, as headings, paragraphs, items, captions, notes and running heads, in reading order. No library
// and no DOM: positions in, blocks out.

/**
 * @typedef {{ text: string, x: number, y: number, width: number, size: number, font: string, rtl: boolean }} Item `y` counts from
 *   the bottom, in points
 * @typedef {{ number: number, width: number, height: number, items: Item[] }} Page
 * @typedef {{ text: string, left: number, right: number, y: number, size: number, font: string, page: number, rtl: boolean }} Line
 * @typedef {'heading' | 'paragraph' | 'item' | 'caption' | 'note' | 'running'} Kind
 * @typedef {{ kind: Kind, level: number, text: string, page: number }} Block
 */

/** @param {Page[]} pages @returns {Block[]} */
export function layOut(pages) {
  const lines = pages.map((page) => inReadingOrder(linesOf(page)));
  const running = runningLines(pages, lines);
  const body = commonest(lines.flat());
  const columns = lines.map((page) => page.filter((line) => !running.has(line)));
  const notes = new Set(columns.flatMap((page) => notesOf(page, body.size)));
  const text = columns.flat().filter((line) => !notes.has(line));
  const compounds = new Set(text.flatMap((line) => line.text.match(/\p{L}+-\p{L}+/gu) ?? []).map((word) => word.toLowerCase()));
  return [
    ...blocksOf(text, body, compounds),
    ...blocksOf([...notes], { ...body, size: Infinity }, compounds).map((block) => ({ ...block, kind: /** @type {const} */ ('note') })),
    ...[...running].map(({ text: words, page }) => ({ kind: /** @type {const} */ ('running'), level: 0, text: words, page })),
  ];
}

/** The lines of a page; a wide gap, as between columns, ends one. @param {Page} page @returns {Line[]} */
function linesOf({ items, number }) {
  const visible = items.filter(({ text }) => text.trim() !== '');
  const sorted = visible.sort((a, b) => b.y - a.y);
  /** @type {Item[][]} */
  const rows = [];
  for (const item of sorted) {
    const row = rows.at(-1);
    const largest = row?.reduce((most, { size }) => Math.max(most, size), 0) ?? 0;
    // Raised and lowered figures belong to the row that they touch.
    if (row && Math.abs(Number(row[0]?.y) - item.y) < 0.45 * Math.max(largest, item.size)) row.push(item);
    else rows.push([item]);
  }
  return rows.flatMap((row) => segments(row, number));
}

/** @param {Item[]} row @param {number} page */
function segments(row, page) {
  row.sort((a, b) => a.x - b.x);
  /** @type {Item[][]} */
  const runs = [];
  let right = -Infinity;
  let size = 0;
  for (const item of row) {
    // By the smaller type: beside a heading there may be text in the next column.
    if (item.x - right > 1.1 * Math.min(size, item.size)) runs.push([item]);
    else runs.at(-1)?.push(item);
    right = Math.max(right, item.x + item.width);
    size = item.size;
  }
  return runs.map((run) => lineOf(run, page)).filter(({ text }) => text !== '');
}

/** @param {Item[]} run from left to right @param {number} page @returns {Line} */
function lineOf(run, page) {
  const size = run.reduce((most, item) => Math.max(most, item.size), 0);
  const letters = (/** @type {Item[]} */ some) => some.reduce((sum, { text }) => sum + text.length, 0);
  const rtl = letters(run.filter((item) => item.rtl)) > letters(run) / 2;
  const base = Math.min(...run.filter((item) => item.size > 0.8 * size).map(({ y }) => y));
  let text = '';
  let end = NaN;
  for (const item of rtl ? [...run].reverse() : run) {
    const gap = rtl ? end - (item.x + item.width) : item.x - end;
    const raised = item.size < 0.8 * size && item.y > base + 0.15 * size && /^[\d*†‡,\s]+$/.test(item.text);
    end = rtl ? item.x : item.x + item.width;
    // The mark of a note is no part of the sentence; an exponent is.
    if (raised && /\d\s*$/.test(text)) text += '^';
    else if (raised) continue;
    if (gap > 0.15 * item.size && !/\s$/.test(text)) text += ' ';
    text += item.text;
  }
  const fonts = new Map();
  for (const item of run) fonts.set(item.font, (fonts.get(item.font) ?? 0) + item.text.length);
  const [font = ''] = [...fonts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return {
    text: tidy(text), page, rtl, font, size, y: base,
    left: Math.min(...run.map(({ x }) => x)),
    right: Math.max(...run.map(({ x, width }) => x + width)),
  };
}

/** Ligatures and presentation forms become letters, white space one space. @param {string} text */
function tidy(text) {
  return text.replace(/[\uFB00-\uFB06\uFB50-\uFDFF\uFE70-\uFEFF]+/g, (forms) => forms.normalize('NFKC')).replace(/\s+/g, ' ').trim();
}

/** Column by column; what spans several stands between them. @param {Line[]} lines @returns {Line[]} */
function inReadingOrder(lines) {
  const gutter = lines.length < 6 ? null : gutterOf(lines);
  const down = [...lines].sort((a, b) => b.y - a.y || a.left - b.left);
  if (gutter === null) return down;
  /** @type {Line[]} */
  const out = [];
  /** @type {[left: Line[], right: Line[]]} */
  let band = [[], []];
  const close = () => {
    const rtl = band.flat().filter((line) => line.rtl).length > band.flat().length / 2;
    const [left, right] = band.map((column) => inReadingOrder(column));
    out.push(.../** @type {Line[]} */ (rtl ? right : left), .../** @type {Line[]} */ (rtl ? left : right));
    band = [[], []];
  };
  for (const line of down) {
    if (line.right <= gutter) band[0].push(line);
    else if (line.left >= gutter) band[1].push(line);
    else {
      close();
      out.push(line);
    }
  }
  close();
  return out;
}

/** Where prose stands on both sides and few lines cross. @param {Line[]} lines @returns {number | null} */
function gutterOf(lines) {
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  let best = null;
  let fewest = 0.25 * lines.length;
  for (let step = 20; step <= 80; step += 1) {
    const x = left + (right - left) * step / 100;
    let crossing = 0;
    /** @type {[Line[], Line[]]} */
    const sides = [[], []];
    for (const line of lines) {
      if (line.right <= x) sides[0].push(line);
      else if (line.left >= x) sides[1].push(line);
      else crossing += 1;
    }
    if (crossing < fewest && sides.every(isProse)) {
      fewest = crossing;
      best = x;
    }
  }
  return best;
}

/** Cells of a table are short. @param {Line[]} side */
function isProse(side) {
  return side.length >= 3 && side.reduce((sum, { text }) => sum + text.length, 0) / side.length >= 15;
}

/** What pages repeat at their top or bottom, and their numbers. @param {Page[]} pages @param {Line[][]} lines */
function runningLines(pages, lines) {
  /** @type {Map<string, Line[]>} */
  const alike = new Map();
  /** @type {Set<Line>} */
  const running = new Set();
  for (const [i, { height }] of pages.entries()) {
    for (const line of lines[i] ?? []) {
      if (line.y > 0.12 * height && line.y < 0.88 * height) continue;
      if (/^[\s\-–—|[(]*(\p{L}{1,6}\.?\s)?(\d{1,4}|[ivxlc]{1,6})(\s*(\/|\p{L}{1,4})\s*\d{1,4})?[\s\-–—|\])]*$/iu.test(line.text) && isOutermost(line, lines[i] ?? [])) running.add(line);
      const key = `${line.text.replace(/\d+/g, '#').replace(/\b[ivxlc]+\b/gi, '#')} ${Math.round(line.y / 6)}`;
      alike.set(key, [...(alike.get(key) ?? []), line]);
    }
  }
  const often = Math.max(2, Math.min(4, pages.length / 4));
  for (const group of alike.values()) {
    if (new Set(group.map(({ page }) => page)).size >= often) for (const line of group) running.add(line);
  }
  return running;
}

/** Whether nothing stands above, or nothing below. @param {Line} line @param {Line[]} page */
function isOutermost(line, page) {
  return page.every(({ y }) => y <= line.y + 1) || page.every(({ y }) => y >= line.y - 1);
}

/** The size and font of most letters, and the usual distance of lines. @param {Line[]} lines */
function commonest(lines) {
  /** @param {(line: Line, i: number) => string} key */
  const most = (key) => {
    /** @type {Map<string, number>} */
    const sums = new Map();
    for (const [i, line] of lines.entries()) sums.set(key(line, i), (sums.get(key(line, i)) ?? 0) + line.text.length);
    return [...sums].filter(([name]) => name !== '').sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
  };
  const size = Number(most((line) => line.size.toFixed(1))) || 10;
  const leading = Number(most((line, i) => {
    const gap = Number(lines[i - 1]?.y) - line.y;
    return gap > 0 && gap < 3 * size ? gap.toFixed(0) : '';
  })) || 1.2 * size;
  return { size, font: most((line) => line.font), leading };
}

/** Small lines at the foot of a column, from one with a mark on. @param {Line[]} page @param {number} size of the body */
function notesOf(page, size) {
  const small = page.filter((line) => line.size < 0.93 * size);
  const marked = small.filter(({ text }) => /^(\d{1,3}|[*†‡§]|\[\d+\])[.)]?\s*\p{L}/u.test(text));
  // Nothing of the body's size stands below a note in its column.
  const isLow = (/** @type {Line} */ line) => !page.some((other) => other.size >= 0.93 * size && other.y < line.y && other.left < line.right && other.right > line.left);
  const top = marked.filter(isLow);
  return small.filter((line) => isLow(line) && top.some((first) => first.y >= line.y - 1 && first.left < line.right && first.right > line.left));
}

const CAPTION = /^(fig(ure|\.)?|table|tab\.|chart|abb(ildung|\.)|tabelle|figura|tabla|tableau|рис(унок|\.)|таблица|图|圖|図|表|شكل|جدول)\s*\d/iu;
const ITEM = /^([•◦▪‣●○∙·–—-]|\(?(\d{1,2}|[a-z])[.)])\s+(?=\S)/u;

/** @param {Line[]} lines @param {{ size: number, font: string, leading: number }} body @param {Set<string>} compounds */
function blocksOf(lines, body, compounds) {
  /** @type {(Block & { size: number, last: Line, first: Line, right: number })[]} */
  const out = [];
  const sizes = [...new Set(lines.filter((line) => line.size > 1.08 * body.size).map((line) => Math.round(line.size)))].sort((a, b) => b - a);
  for (const [i, line] of lines.entries()) {
    const before = out.at(-1);
    const kind = kindOf(line, lines[i - 1], lines[i + 1], body);
    if (before && continues(before, line, kind, body)) {
      before.text = join(before.text, line.text, compounds);
      before.right = Math.max(before.right, line.right);
      before.last = line;
      continue;
    }
    const level = kind === 'heading' ? Math.min(6, line.size > 1.08 * body.size ? sizes.indexOf(Math.round(line.size)) + 1 : sizes.length + 1) : 0;
    const text = kind === 'item' ? line.text.replace(/^[•◦▪‣●○∙·–—-]\s+/u, '') : line.text;
    out.push({ kind, level, text, page: line.page, size: line.size, first: line, last: line, right: line.right });
  }
  return out.map(({ kind, level, text, page }) => ({ kind, level, text, page }));
}

/** @param {Line} line @param {Line | undefined} before @param {Line | undefined} after @param {{ size: number, font: string, leading: number }} body @returns {Kind} */
function kindOf(line, before, after, body) {
  const { text, size, font } = line;
  if (CAPTION.test(text) && text.length > 8) return 'caption';
  if (ITEM.test(text) && size <= 1.08 * body.size && font === body.font) return 'item';
  const isShort = text.length < 160 && /\p{L}/u.test(text);
  if (isShort && size > 1.08 * body.size) return 'heading';
  const apart = !before || before.page !== line.page || before.y - line.y > 1.25 * body.leading || before.y < line.y;
  const startsText = !after || after.font === body.font || after.size > size;
  if (isShort && font !== body.font && size > 0.95 * body.size && apart && startsText && text.length < 100 && !/[.,;:]$/.test(text)) return 'heading';
  return 'paragraph';
}

/**
 * Whether a line goes on with the block before it.
 *
 * @param {Block & { size: number, last: Line, first: Line, right: number }} block
 * @param {Line} line
 * @param {Kind} kind of the line
 * @param {{ size: number, leading: number }} body
 */
function continues(block, line, kind, { leading }) {
  const { last, first, size } = block;
  const gap = last.y - line.y;
  const sameSize = Math.abs(line.size - size) < 0.06 * size;
  if (kind === 'item' || kind === 'caption') return false;
  if (block.kind === 'heading' || kind === 'heading') {
    return block.kind === kind && sameSize && last.font === line.font && last.page === line.page && gap > -1 && gap < 1.6 * line.size;
  }
  const ended = /[.!?:。！？؟।…]["'”’»)\]]*$/u.test(last.text);
  // On the next page or in the next column: a sentence goes on, whatever the layout.
  if (last.page !== line.page || gap < 0) return (sameSize || block.kind === 'caption') && !ended && block.kind !== 'caption';
  if (!sameSize) return false;
  if (gap > 1.35 * Math.min(leading, 1.5 * size)) return false;
  if (gap < 0.3 * size) return true;
  // An indented first line, or a last one that stops short.
  const indent = line.rtl ? last.right - line.right : line.left - last.left;
  if (block.kind === 'paragraph' && last !== first && indent > 0.7 * size && ended) return false;
  if (block.kind === 'paragraph' && last === first && indent > 0.7 * size && ended && indent < 4 * size) return false;
  return true;
}

/** Mends a word that a hyphen cut, unless the document writes it with one elsewhere. @param {string} text @param {string} next @param {Set<string>} compounds */
function join(text, next, compounds) {
  const cut = text.match(/(\p{L}+)[-\u00AD\u2010]$/u);
  const tail = next.match(/^\p{Ll}+/u);
  if (cut && tail) return `${compounds.has(`${cut[1]}-${tail[0]}`.toLowerCase()) ? text : text.slice(0, -1)}${next}`;
  // No space between letters of scripts that have none.
  const tight = /[\u3000-\u30FF\u4E00-\u9FFF\uFF00-\uFFEF]$/.test(text) && /^[\u3000-\u30FF\u4E00-\u9FFF\uFF00-\uFFEF]/.test(next);
  return `${text}${tight ? '' : ' '}${next}`;
}
