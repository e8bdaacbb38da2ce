// The two panes and what joins them.

import { writeAddress } from './address.js';
import { Article } from './article.js';
import { byId, reveal } from './dom.js';
import { FocusChips } from './focus-chips.js';
import { ArticleMap } from './map.js';
import { Points } from './points.js';
import { announce, setEditing, setPane, show } from './screen.js';
import { pageOf } from './source.js';
import { state } from './state.js';
import { words } from './strings.js';
import { Zoom } from './zoom.js';

/** @import { Dropped } from '../types.d.ts' */

/**
 * What the panes ask of the modules above them.
 *
 * @typedef {object} Requests
 * @property {(start: number, from: Element) => void} explain
 * @property {(block: Dropped) => void} restore
 * @property {(start: number) => void} putAside
 * @property {() => void} readAgain
 * @property {(start: number) => boolean} [goTo] shows a sentence where it was read from; false if it can't
 * @property {(start: number | null) => void} [lit] is told what is highlighted
 */

/** @type {Requests} */
let requests;

/** @param {Requests} answers */
export function connectPanes(answers) {
  requests = answers;
}

const article = new Article(byId('reading'), {
  hover: (start) => light(start, 'article'),
  pick(start, from) {
    if (points.item(start)) goToPoint(start);
    else requests.explain(start, from);
  },
  restore: (block) => requests.restore(block),
  remove: (start) => requests.putAside(start),
});

export const points = new Points(byId('sentences'), {
  hover: (start) => light(start, 'points'),
  go: (start) => goToPassage(start),
  why: (start, after) => requests.explain(start, after),
  pageOf: (start) => pageOf(state.source, start),
});

const zoom = new Zoom((to) => {
  state.wanted = state.reading && to >= state.reading.full ? 'full' : to;
  setLevel(to);
  remember();
});

const map = new ArticleMap({
  hover: (start) => light(start, 'map'),
  go: (start) => goToPassage(start),
});

export const focusChips = new FocusChips(() => {
  remember();
  requests.readAgain();
});

/** Shows everything that doesn't depend on the zoom, then the rest. @param {boolean} isNew whether the article is another one */
export function showReading(isNew) {
  const { reading, wanted } = state;
  if (!reading) return;
  const { title, language } = reading.digest;
  const heading = byId('title');
  heading.textContent = title;
  heading.lang = language ?? '';
  heading.hidden = !title;
  closeExplanation();
  article.show(reading, openFolds());
  map.show(reading);
  points.start(reading);
  zoom.start(reading);
  if (isNew) {
    focusChips.show(reading.digest);
    byId('reading').scrollTop = 0;
    byId('gist').scrollTop = 0;
    setPane('summary');
  }
  show('result');
  setLevel(wanted === 'full' ? reading.full : wanted ?? reading.suggested);
  remember();
}

/** The starts of the discarded blocks whose fold the reader has opened. */
function openFolds() {
  const open = byId('reading').querySelectorAll('details[open] [data-start]');
  return new Set([...open].map((element) => Number(/** @type {HTMLElement} */ (element).dataset.start)));
}

/** @param {number} to */
export function setLevel(to) {
  const { reading } = state;
  if (!reading) return;
  const level = state.level = Math.min(reading.full, Math.max(reading.least, to));
  const chosen = reading.chosen(level);
  points.show(chosen, level >= reading.full);
  article.mark(level >= reading.full ? [] : chosen);
  map.mark(chosen);
  const summary = zoom.show(reading, level);
  announce(`${words.summary}: ${summary}. ${byId('time').textContent}`);
  if (state.explained && !state.explained.panel.isConnected) closeExplanation();
}

/** Highlights a sentence in both panes and on the map. @param {number | null} start @param {'article' | 'points' | 'map'} from */
export function light(start, from) {
  if (!state.reading) return;
  article.light(start, from !== 'article' && start !== null);
  points.light(start, from !== 'points' && start !== null);
  map.light(start);
  requests.lit?.(start);
}

/** @param {number} start */
function goToPassage(start) {
  if (requests.goTo?.(start)) return;
  setEditing(false);
  setPane('article');
  const span = article.span(start);
  if (!span) {
    const discarded = byId('reading').querySelector(`details li[data-start="${start}"]`);
    discarded?.closest('details')?.setAttribute('open', '');
    if (discarded) reveal(discarded, true);
    return;
  }
  focusPassage(start);
  light(start, 'points');
  reveal(span, true);
}

/** @param {number} start */
export function focusPassage(start) {
  const span = article.span(start);
  if (span && span.tabIndex < 0) span.tabIndex = -1;
  span?.focus({ preventScroll: true });
}

/** @param {number} start */
function goToPoint(start) {
  setPane('summary');
  const item = points.item(start);
  item?.querySelector('button')?.focus({ preventScroll: true });
  light(start, 'article');
  if (item) reveal(item);
}

/**
 * Opens the panel with a sentence's reasons; at most one is open.
 *
 * @param {number} start of the sentence
 * @param {Element} opener what the reader asked from
 * @param {HTMLElement} panel
 */
export function openExplanation(start, opener, panel) {
  const block = opener.closest('#reading > *');
  (block ?? opener).after(panel);
  state.explained = { start, opener, panel };
  opener.querySelector('[aria-expanded]')?.setAttribute('aria-expanded', 'true');
  if (block) panel.focus({ preventScroll: true });
  reveal(panel);
}

/** Closes the panel; focus inside it returns to what opened it. */
export function closeExplanation() {
  if (!state.explained) return;
  const { panel, opener } = state.explained;
  const hadFocus = panel.contains(document.activeElement);
  state.explained = null;
  panel.remove();
  const toggle = opener?.querySelector('[aria-expanded]');
  toggle?.setAttribute('aria-expanded', 'false');
  const back = toggle ?? opener;
  if (hadFocus && back instanceof HTMLElement) back.focus({ preventScroll: true });
}

/** Writes the zoom, the focus words and the sample into the address. */
export function remember() {
  writeAddress({ level: state.wanted, focus: state.reading ? focusChips.focus : [], sample: state.sampleName });
}
