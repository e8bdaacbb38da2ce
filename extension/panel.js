// The panel: the page's own reader, fed by the tab beside it.

import { rangeOf } from '../www/element/passage.js';
import { load } from '../www/nutgraf.js';
import { explain, putAside, restore } from '../www/page/decisions.js';
import { byId, make } from '../www/page/dom.js';
import { setUpInput } from '../www/page/input.js';
import { readAgain, take } from '../www/page/intake.js';
import { setUpOutput } from '../www/page/output.js';
import { closeExplanation, connectPanes, light, showReading } from '../www/page/panes.js';
import { fail, setEditing, setPane } from '../www/page/screen.js';
import { setUpSettings } from '../www/page/settings.js';
import { state } from '../www/page/state.js';
import { language, words } from '../www/page/strings.js';
import { wordsIn } from './words.js';
import { rebuild } from './source.js';

/** @import { Page } from './source.js' */

const api = /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome;

// How a passage is marked in the page: not by a change of its elements.
const MARK = '::highlight(nutgraf) { color: MarkText !important; background-color: Mark !important }';

/** The connection to the page, as long as there is one. @type {any} */
let port = null;

/** The number of each text node of the page as it was read. @type {Map<Node, number>} */
let numbers = new Map();

/** The key sentence that the reader went to last. @type {number | null} */
let current = null;

/** While what lights up in the panel comes from the page. */
let pointing = false;

/** What is told beside the summary, and what can be done about it. */
const notice = make('p', 'note');
const noticeText = make('span', '');
const noticeButton = make('button', 'small');
noticeButton.type = 'button';
notice.id = 'notice';
notice.hidden = true;
notice.setAttribute('role', 'status');
notice.append(noticeText, ' ', noticeButton);
byId('summary').querySelector('.head')?.after(notice);

connectPanes({ explain, putAside, restore, readAgain: () => readAgain(), goTo, lit });
setUpInput();
setUpOutput();
addEventListener('keydown', (event) => {
  if (event.key === 'Escape') closeExplanation();
});
await setUpSettings(() => {
  sayWhereWeAre();
  setEditing(state.editing);
  if (state.reading) showReading(true);
});
sayWhereWeAre();
setPane('summary');
document.documentElement.classList.remove('pending');
load().catch(() => {});

api.runtime.onMessage.addListener((/** @type {any} */ message) => {
  if (message.read !== undefined) readTab(message.read);
  if (message.step) step(message.step);
});
await readTab(await ownTab());

/** The tab that the panel was opened for. */
async function ownTab() {
  const named = new URLSearchParams(location.search).get('tab');
  if (named) return Number(named);
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

/** Connects with a tab and reads it. @param {number} tabId @param {boolean} [whole] even if a part is selected */
async function readTab(tabId, whole = false) {
  const own = new URLSearchParams(location.search).get('tab');
  if (own && Number(own) !== tabId) return;
  port?.disconnect();
  port = null;
  try {
    await api.scripting.executeScript({ target: { tabId }, files: ['content.js'] });
    await api.scripting.insertCSS({ target: { tabId, allFrames: true }, css: MARK, origin: 'USER' }).catch(() => {});
    port = api.tabs.connect(tabId, { name: 'nutgraf', frameId: 0 });
  } catch (error) {
    console.info('nutgraf:', error);
    const { unreadable, unreadableMore } = wordsIn(language);
    fail(unreadable, new Error(unreadableMore));
    return;
  }
  const mine = port;
  port.onMessage.addListener((/** @type {any} */ message) => {
    if (mine !== port) return;
    if (message.page) takePage(message.page, tabId);
    if (message.changed) offer(tabId);
    if (message.pointed !== undefined) point(message.pointed);
  });
  port.onDisconnect.addListener(() => {
    if (mine !== port) return;
    port = null;
    // The tab went to another page.
    offer(tabId);
  });
  port.postMessage({ read: { whole } });
}

/** @param {Page} page @param {number} tabId */
async function takePage(page, tabId) {
  const { text, root, numbers: found } = rebuild(page);
  numbers = found;
  current = null;
  const { selection, wholePage } = wordsIn(language);
  tell(page.selection ? selection : '', wholePage, () => readTab(tabId, true));
  await take(async () => ({ text, root, address: page.address }));
  if (!/\S/.test(text)) fail(words.noSentences, new Error(words.noSentencesMore));
}

/** The page shows something else: says so, or reads it where there was nothing to read before. @param {number} tabId */
function offer(tabId) {
  if (!state.reading && port) {
    readTab(tabId, true);
    return;
  }
  const { changed, readAgain: label } = wordsIn(language);
  tell(changed, label, () => readTab(tabId));
}

/** @param {string} text @param {string} label @param {() => void} action */
function tell(text, label, action) {
  notice.hidden = text === '';
  noticeText.textContent = text;
  noticeButton.textContent = label;
  noticeButton.onclick = () => {
    notice.hidden = true;
    action();
  };
}

/** Where a sentence is in the page: text node and offset of its start and end. @param {number | null} start */
function placeOf(start) {
  const sentence = start === null ? null : state.reading?.at(start);
  const range = sentence && state.source.found ? rangeOf(state.source.found, sentence) : null;
  if (!range) return null;
  const first = numbers.get(range.startContainer);
  const last = numbers.get(range.endContainer);
  return first === undefined || last === undefined ? null : [first, range.startOffset, last, range.endOffset];
}

/** Scrolls the page to a sentence; false where the page has no such place. @param {number} start */
function goTo(start) {
  const place = port && placeOf(start);
  if (!place) return false;
  port.postMessage({ go: place });
  current = start;
  light(start, 'map');
  return true;
}

/** Marks in the page what is pointed at in the panel. @param {number | null} start */
function lit(start) {
  if (!pointing) port?.postMessage({ mark: placeOf(start ?? current) });
}

/** Shows in the panel what the reader points at in the page. @param {[number, number] | null} place */
function point(place) {
  const found = state.source.found;
  if (!found || !state.reading) return;
  let start = null;
  if (place) {
    const node = found.nodes.findIndex((one) => numbers.get(one) === place[0]);
    const offset = node < 0 ? -1 : Number(found.starts[node]) + place[1];
    start = state.reading.chosen(state.level).find((one) => one.start <= offset && offset < one.end)?.start ?? null;
  }
  pointing = true;
  light(start, 'map');
  pointing = false;
}

/** Goes to the next key sentence, or back. @param {number} by */
function step(by) {
  const starts = state.reading?.chosen(state.level).filter(({ kind }) => kind !== 'heading').map(({ start }) => start) ?? [];
  const at = current === null ? -1 : starts.indexOf(current);
  const next = starts[Math.min(starts.length - 1, Math.max(0, at + by))];
  if (next !== undefined) goTo(next);
}

function sayWhereWeAre() {
  const tagline = document.querySelector('header p');
  if (tagline) tagline.textContent = wordsIn(language).tagline;
}
