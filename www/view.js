// A digest as the page shows it. All text goes in as text.

/** @import { Digest, Dropped, Sentence } from './types.d.ts' */

// Beyond this a list of sentences is no summary any more.
const LONGEST = 100;

/** @type {Record<string, string>} what each kind of thing set aside is called */
const REASONS = {
  advert: 'Advertisement',
  byline: 'Byline or date',
  caption: 'Caption or credit',
  comments: 'Comments',
  consent: 'Cookie notice',
  interface: 'Menu or button',
  paywall: 'Subscription notice',
  references: 'References',
  related: 'Other articles',
  rights: 'Copyright',
  share: 'Share links',
  subscribe: 'Newsletter or follow',
};

/** @type {Record<string, string>} what the features are called; those of one kind are shown as one */
const FEATURES = {
  early: 'place in the article',
  invroot: 'place in the article',
  first: 'place in the article',
  late: 'place in the article',
  late2: 'place in the article',
  opens: 'opens a paragraph',
  central: 'close to the whole',
  forward: 'taken up later',
  heavy: 'weighty words',
  kwroot: 'keywords',
  pairs: 'repeated word pairs',
  title: 'words of the title',
  titleDensity: 'words of the title',
  lead: 'words of the lead',
  names: 'names',
  numbers: 'figures',
  words: 'length',
  short: 'length',
  long: 'length',
  question: 'question',
  quotation: 'quotation',
  parenthesis: 'parenthesis',
  point: 'announces the point',
  opener: 'leans on what came before',
  coverage: 'covers new ground',
};

const names = new Intl.DisplayNames(['en'], { type: 'language' });
const percent = new Intl.NumberFormat('en', { style: 'percent' });

/** @template {HTMLElement} T @param {string} id @returns {T} */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return /** @type {T} */ (element);
}

/**
 * @param {string} tag
 * @param {string} className
 * @param {(Node | string)[]} children
 */
function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** Shows one digest at any length. */
export class View {
  #digest;

  /** The sentences that can be chosen, best first, as indices. @type {number[]} */
  #order;

  /** @type {Map<number, HTMLElement>} */
  #items = new Map();

  /** @param {Digest} digest */
  constructor(digest) {
    this.#digest = digest;
    this.#order = [...digest.sentences.keys()]
      .filter((i) => this.#sentence(i).rank !== null)
      .sort((a, b) => Number(this.#sentence(a).rank) - Number(this.#sentence(b).rank));
  }

  /** The length that the engine suggests. */
  get suggested() {
    return Math.min(this.#digest.summary.length || 1, this.longest);
  }

  get longest() {
    return Math.min(this.#order.length, LONGEST);
  }

  get isEmpty() {
    return this.#order.length === 0;
  }

  /** The name of the article's language, in English, or null. */
  get language() {
    return this.#digest.language && names.of(this.#digest.language);
  }

  /**
   * The sentences of the summary of some length, in the article's order.
   *
   * @param {number} length
   */
  chosen(length) {
    return this.#order.slice(0, length).sort((a, b) => a - b);
  }

  /** All that doesn't depend on the length. */
  show() {
    const { title, language, keywords, entities, dropped } = this.#digest;
    const heading = byId('title');
    heading.textContent = title;
    heading.hidden = !title;
    for (const id of ['title', 'sentences', 'keywords', 'entities', 'dropped']) byId(id).lang = language ?? '';
    list('keywords', keywords.map(({ text, count }) => term(text, count)));
    list('entities', entities.map(({ text, count }) => term(text, count)));
    list('dropped', [...Map.groupBy(dropped, ({ reason }) => reason)].map(([reason, passages]) => setAside(reason, passages)));
    byId('dropped-count').textContent = dropped.length === 1 ? '1 passage' : `${dropped.length} passages`;
  }

  /**
   * The summary of some length; no engine is needed.
   *
   * @param {number} length
   */
  showLength(length) {
    const chosen = this.chosen(length);
    byId('sentences').replaceChildren(...chosen.map((i) => this.#item(i)));

    const share = this.#characters(chosen) / Math.max(1, this.#characters(this.#digest.sentences.keys()));
    const text = `${length === 1 ? '1 sentence' : `${length} sentences`}, ${percent.format(share)} of the article`;
    byId('length-text').textContent = text;
    byId('length').setAttribute('aria-valuetext', text);

    const whole = this.#digest.stats.readingSeconds;
    const saved = whole * (1 - share);
    const inLanguage = this.language ? `In ${this.language}. ` : '';
    const gain = saved < 5 ? '' : `, ${time(saved)} saved`;
    byId('time').textContent = `${inLanguage}${time(whole * share)} to read${gain}.`;
  }

  /**
   * The summary as text to paste elsewhere.
   *
   * @param {number} length
   */
  asText(length) {
    const lines = this.chosen(length).map((i) => `• ${this.#sentence(i).text}`);
    const { title } = this.#digest;
    return [...(title ? [title, ''] : []), ...lines].join('\n');
  }

  /** @param {number} i */
  #sentence(i) {
    return /** @type {Sentence} */ (this.#digest.sentences[i]);
  }

  /** @param {Iterable<number>} indices */
  #characters(indices) {
    let sum = 0;
    for (const i of indices) sum += this.#sentence(i).text.length;
    return sum;
  }

  /** A sentence with its reasons; made once, so that it stays as the reader left it. @param {number} i */
  #item(i) {
    let item = this.#items.get(i);
    if (!item) {
      const sentence = this.#sentence(i);
      item = make('li', '', make('p', '', sentence.text), why(sentence));
      item.dir = 'auto';
      this.#items.set(i, item);
    }
    return item;
  }
}

/**
 * Fills a list; what would be empty is not shown.
 *
 * @param {string} id
 * @param {HTMLElement[]} items
 */
function list(id, items) {
  byId(id).replaceChildren(...items);
  byId(`${id}-part`).hidden = items.length === 0;
}

/** @param {string} reason @param {Dropped[]} passages */
function setAside(reason, passages) {
  const label = make('span', 'reason', REASONS[reason] ?? words(reason));
  label.lang = 'en';
  label.dir = 'ltr';
  const item = make('li', '', label, ...passages.map(({ text }) => make('p', '', text)));
  item.dir = 'auto';
  return item;
}

/** @param {string} text @param {number} count */
function term(text, count) {
  const item = make('li', '', text);
  if (count > 1) item.append(' ', make('span', 'count', `×${count}`));
  return item;
}

/** @param {Sentence} sentence */
function why({ reasons, score }) {
  /** @type {Map<string, number>} */
  const named = new Map();
  for (const [feature, value] of Object.entries(reasons)) {
    const name = FEATURES[feature] ?? words(feature);
    named.set(name, (named.get(name) ?? 0) + value);
  }
  const entries = [...named]
    .filter(([, value]) => Math.abs(value) >= 0.005)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a));
  const largest = Math.max(...entries.map(([, value]) => Math.abs(value)), 0);
  const rows = entries.map(([name, value]) => {
    const bar = make('span', value < 0 ? 'bar-fill less' : 'bar-fill');
    bar.style.setProperty('--share', String(Math.abs(value) / largest));
    return make('tr', '', header(name), make('td', 'bar-cell', bar), number(value));
  });
  const total = make('tr', 'total', header('score'), make('td', ''), number(score));
  const details = make('details', 'why', make('summary', '', 'Why this one'), make('table', '', make('tbody', '', ...rows, total)));
  details.lang = 'en';
  return details;
}

/** @param {string} text */
function header(text) {
  const cell = make('th', '', text);
  cell.setAttribute('scope', 'row');
  return cell;
}

/** An identifier as words: `titleShare`, `main-run`. @param {string} name */
function words(name) {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_]/g, ' ').toLowerCase();
}

/** @param {number} value */
function number(value) {
  const cell = make('td', 'number', `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`);
  cell.dir = 'ltr';
  return cell;
}

/** @param {number} seconds */
function time(seconds) {
  if (seconds < 90) return `${Math.max(5, Math.round(seconds / 5) * 5)} seconds`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`;
}
