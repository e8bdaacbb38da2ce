// The page: what goes in, when it is read, and what is shown of it.

import { load } from './nutgraf.js';
import { readAddress, writeAddress } from './page/address.js';
import { Article } from './page/article.js';
import { byId, moves, reveal } from './page/dom.js';
import { setUpEmbed } from './page/embed.js';
import { Lens } from './page/lens.js';
import { ArticleMap } from './page/map.js';
import { setUpOffline } from './page/offline.js';
import { asJson, asMarkdown, asText, copy, save } from './page/out.js';
import { Points } from './page/points.js';
import { read, readBlock } from './page/reader.js';
import { noChoices, Reading } from './page/reading.js';
import { sample } from './page/samples.js';
import { settings, setUpSettings } from './page/settings.js';
import { fromDrop, fromFile, pastedRoot } from './page/source.js';
import { fill, number, words } from './page/strings.js';
import { whyPanel } from './page/why.js';
import { Zoom } from './page/zoom.js';

/** @import { Source } from './page/source.js' */
/** @import { Dropped } from './types.d.ts' */

const TYPING_PAUSE = 250;
const ANNOUNCE_PAUSE = 800;
const BUSY_AFTER = 200;

// A box that holds more than this is slow to type in.
const EDITABLE = 500_000;

/** @type {HTMLTextAreaElement} */
const text = byId('text');
/** @type {HTMLInputElement} */
const file = byId('file');
/** @type {HTMLButtonElement} */
const clear = byId('clear');
const edit = byId('edit');
const status = byId('status');

/** What is being read. @type {Source} */
let source = { text: '', root: null };

/** @type {Reading | null} */
let reading = null;

let choices = noChoices();

/** How far the reader zoomed; null follows the engine's advice. @type {number | 'full' | null} */
let wanted = null;

/** The level that is shown. */
let level = 1;

/** @type {string | null} */
let sampleName = null;

/** Whether the article is in the box, to be edited, or laid out. */
let editing = true;

/** The sentence whose reasons are shown. @type {{ start: number, opener: Element | null, panel: HTMLElement } | null} */
let explained = null;

/** @type {AbortController | null} */
let running = null;

/** What was shown before the article that is being read, to go back to. @type {{ source: Source, sampleName: string | null, choices: import('./page/reading.js').Choices, wanted: number | 'full' | null } | null} */
let before = null;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let typing;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let announcing;

const article = new Article(byId('reading'), {
  hover: (start) => light(start, 'article'),
  pick(start, from) {
    const item = points.item(start);
    if (item) goToPoint(start);
    else explain(start, from);
  },
  restore: (block) => restore(block),
  remove: (start) => putAside(start),
});

const points = new Points(byId('sentences'), {
  hover: (start) => light(start, 'points'),
  go: (start) => goToPassage(start),
  why: (start, after) => explain(start, after),
});

const zoom = new Zoom((to) => {
  wanted = reading && to >= reading.full ? 'full' : to;
  setLevel(to);
  remember();
});

const map = new ArticleMap({
  hover: (start) => light(start, 'map'),
  go: (start) => goToPassage(start),
});

const lens = new Lens(() => {
  remember();
  readAgain();
});

// What goes in.

/** @param {ClipboardEvent} event @param {boolean} replacesAll */
function takePaste(event, replacesAll) {
  const plain = event.clipboardData?.getData('text/plain') ?? '';
  if (!replacesAll || !/\S/.test(plain)) return;
  event.preventDefault();
  take(Promise.resolve({ text: plain.replace(/\r\n?/g, '\n'), root: pastedRoot(event.clipboardData) }));
}

text.addEventListener('paste', (event) => {
  event.stopPropagation();
  takePaste(event, text.selectionStart === 0 && text.selectionEnd === text.value.length);
});
document.addEventListener('paste', (event) => {
  if (!(event.target instanceof Element && event.target.closest('input, textarea, dialog'))) takePaste(event, true);
});

text.addEventListener('input', () => {
  source = { text: text.value, root: null };
  sampleName = null;
  // Places in the text are not what they were.
  choices = noChoices();
  clearTimeout(typing);
  typing = setTimeout(readNew, TYPING_PAUSE);
});

byId('open').addEventListener('click', () => file.click());
file.addEventListener('change', () => {
  const [chosen] = file.files ?? [];
  file.value = '';
  if (chosen) take(fromFile(chosen));
});

for (const name of ['dragenter', 'dragover']) {
  document.addEventListener(name, (event) => {
    event.preventDefault();
    document.body.classList.add('dropping');
  });
}
document.addEventListener('dragleave', (event) => {
  if (!event.relatedTarget) document.body.classList.remove('dropping');
});
document.addEventListener('drop', (event) => {
  event.preventDefault();
  document.body.classList.remove('dropping');
  take(fromDrop(event.dataTransfer));
});

byId('samples').addEventListener('click', ({ target }) => {
  const name = target instanceof HTMLElement && target.dataset.sample;
  if (name) takeSample(name);
});

/** @param {string} name */
function takeSample(name) {
  return take(sample(name).then((content) => ({ text: content.replace(/\r\n?/g, '\n'), root: null })), name);
}

clear.addEventListener('click', () => {
  running?.abort();
  source = { text: '', root: null };
  text.value = '';
  sampleName = null;
  startOver();
  lens.set([]);
  reading = null;
  setEditing(true);
  show('empty');
  remember();
  text.focus();
});

edit.addEventListener('click', () => {
  if (!editing) text.value = source.text;
  setEditing(!editing);
  if (editing) text.focus();
  else if (reading) byId('reading').focus({ preventScroll: true });
});

/** Takes a source and reads it. @param {Promise<Source | null>} coming @param {string | null} [name] of a sample */
async function take(coming, name = null) {
  running?.abort();
  const mine = running = new AbortController();
  try {
    const arrived = await coming;
    if (!arrived || mine.signal.aborted) return;
    clearTimeout(typing);
    before = reading && { source, sampleName, choices, wanted };
    source = arrived;
    sampleName = name;
    const fits = source.text.length <= EDITABLE;
    text.value = fits ? source.text : '';
    edit.hidden = !fits;
    setEditing(false);
    await readNew();
    if (reading) byId('summary-label').focus({ preventScroll: true });
  } catch (error) {
    if (!mine.signal.aborted) fail(words.notOpened, error);
  }
}

// Reading it.

/** Forgets what belonged to the article before. */
function startOver() {
  choices = noChoices();
  wanted = null;
  explained = null;
}

/** Another article. */
async function readNew() {
  const { level: asked } = readAddress();
  // What the address asks for is meant for the first article.
  const first = reading === null ? asked : null;
  if (!editing) startOver();
  wanted ??= first;
  if (reading !== null && !editing) lens.set([]);
  clear.disabled = source.text === '';
  if (!/\S/.test(source.text)) {
    running?.abort();
    reading = null;
    show('empty');
    announce('');
    return;
  }
  await readAgain(true);
}

/** The same article, another lens. @param {boolean} [fresh] */
async function readAgain(fresh = false) {
  running?.abort();
  const mine = running = new AbortController();
  const busy = setTimeout(showBusy, BUSY_AFTER);
  try {
    const options = lens.focus.length > 0 ? { focus: lens.focus } : {};
    const digest = await read(source, options, mine.signal, showProgress);
    if (mine.signal.aborted) return;
    clearTimeout(busy);
    before = null;
    reading = new Reading(digest, choices);
    if (reading.isEmpty) {
      reading = null;
      setEditing(true);
      fail(words.noSentences, new Error(words.noSentencesMore));
      return;
    }
    showReading(fresh);
  } catch (error) {
    if (mine.signal.aborted) return;
    reading = null;
    fail(words.notRead, error);
  } finally {
    clearTimeout(busy);
  }
}

/** Shows all that doesn't depend on the zoom, then the rest. @param {boolean} fresh the article is another one */
function showReading(fresh) {
  if (!reading) return;
  const { title, language } = reading.digest;
  const heading = byId('title');
  heading.textContent = title;
  heading.lang = language ?? '';
  heading.hidden = !title;
  closeWhy();
  article.show(reading, openFolds());
  map.show(reading);
  points.start(reading);
  zoom.start(reading);
  if (fresh) {
    lens.show(reading.digest);
    byId('reading').scrollTop = 0;
    byId('gist').scrollTop = 0;
    setPane('summary');
  }
  show('result');
  setLevel(wanted === 'full' ? reading.full : wanted ?? reading.suggested);
  remember();
}

/** Which folds the reader has opened. */
function openFolds() {
  const open = byId('reading').querySelectorAll('details[open] [data-start]');
  return new Set([...open].map((element) => Number(/** @type {HTMLElement} */ (element).dataset.start)));
}

/** @param {number} to */
function setLevel(to) {
  if (!reading) return;
  level = Math.min(reading.full, Math.max(reading.least, to));
  const chosen = reading.chosen(level);
  points.show(chosen, level >= reading.full);
  article.mark(level >= reading.full ? [] : chosen);
  map.mark(chosen);
  const said = zoom.show(reading, level);
  announce(`${words.summary}: ${said}. ${byId('time').textContent}`);
  if (explained && !explained.panel.isConnected) closeWhy();
}

/** Two panes that talk. @param {number | null} start @param {'article' | 'points' | 'map'} from */
function light(start, from) {
  if (!reading) return;
  article.light(start, from !== 'article' && start !== null);
  points.light(start, from !== 'points' && start !== null);
  map.light(start);
}

/** @param {number} start */
function goToPassage(start) {
  setEditing(false);
  setPane('article');
  const span = article.span(start);
  if (!span) {
    const fold = byId('reading').querySelector(`details li[data-start="${start}"]`);
    if (fold) {
      fold.closest('details')?.setAttribute('open', '');
      reveal(fold, true);
    }
    return;
  }
  if (span.tabIndex < 0) span.tabIndex = -1;
  span.focus({ preventScroll: true });
  light(start, 'points');
  reveal(span, true);
}

/** @param {number} start */
function goToPoint(start) {
  setPane('summary');
  const item = points.item(start);
  item?.querySelector('button')?.focus({ preventScroll: true });
  light(start, 'article');
  if (item) reveal(item);
}

/** Which pane a phone shows. @param {'article' | 'summary'} pane */
function setPane(pane) {
  document.body.dataset.pane = pane;
  for (const name of ['article', 'summary']) byId(`to-${name}`).setAttribute('aria-pressed', String(name === pane));
}

for (const pane of /** @type {const} */ (['article', 'summary'])) byId(`to-${pane}`).addEventListener('click', () => setPane(pane));

// Why.

/** Opens the reasons of a sentence below what was asked about. @param {number} start @param {Element} from */
function explain(start, from) {
  const sentence = reading?.at(start);
  if (!reading || !sentence) return;
  const again = explained?.start === start && explained.panel.isConnected && explained.opener === from;
  closeWhy();
  if (again) return;
  const panel = whyPanel(sentence, reading, level, { choose, close: closeWhy });
  const block = from.closest('#reading > *');
  if (block) block.after(panel);
  else from.after(panel);
  explained = { start, opener: from, panel };
  from.querySelector('[aria-expanded]')?.setAttribute('aria-expanded', 'true');
  light(start, block ? 'article' : 'points');
  if (block) panel.focus({ preventScroll: true });
  reveal(panel);
}

function closeWhy() {
  if (!explained) return;
  const { panel, opener } = explained;
  const hadFocus = panel.contains(document.activeElement);
  explained = null;
  panel.remove();
  const toggle = opener?.querySelector('[aria-expanded]');
  toggle?.setAttribute('aria-expanded', 'false');
  const back = toggle ?? opener;
  if (hadFocus && back instanceof HTMLElement) back.focus({ preventScroll: true });
}

/** @param {number} start @param {'kept' | 'left' | null} choice */
function choose(start, choice) {
  const before = explained;
  choices.kept.delete(start);
  choices.left.delete(start);
  if (choice === 'kept') choices.kept.add(start);
  if (choice === 'left') choices.left.add(start);
  closeWhy();
  setLevel(level);
  const item = points.item(start);
  if (item) item.querySelector('button')?.focus({ preventScroll: true });
  else if (before?.opener?.isConnected && before.opener instanceof HTMLElement) before.opener.focus({ preventScroll: true });
  else byId('summary-label').focus({ preventScroll: true });
}

/** Brings back what was set aside: its sentences become the article's, the best of them the summary's. @param {Dropped} block */
async function restore(block) {
  const found = await readBlock(block, reading?.digest.language ?? null);
  choices.restored.set(block.start, found);
  const best = found.find((sentence) => sentence.best) ?? found[0];
  if (best) choices.kept.add(best.start);
  redo();
  if (best) {
    light(best.start, 'map');
    article.span(best.start)?.focus({ preventScroll: true });
  }
}

/** @param {number} start */
function putAside(start) {
  for (const [block, sentences] of choices.restored) {
    if (!sentences.some((sentence) => sentence.start === start)) continue;
    choices.restored.delete(block);
    for (const sentence of sentences) {
      choices.kept.delete(sentence.start);
      choices.left.delete(sentence.start);
    }
  }
  redo();
  byId('reading').focus({ preventScroll: true });
}

/** The same digest after another decision of the reader. */
function redo() {
  if (!reading) return;
  const { scrollTop } = byId('reading');
  wanted = level >= reading.full ? 'full' : level;
  reading = new Reading(reading.digest, choices);
  showReading(false);
  byId('reading').scrollTop = scrollTop;
}

// What goes out.

/** @param {string} id @param {(reading: Reading) => string} content */
function copies(id, content) {
  const control = byId(id);
  control.addEventListener('click', async () => {
    if (!reading) return;
    const answer = await copy(content(reading)) ? words.copied : words.copyFailed;
    announce(answer);
    control.textContent = answer;
    setTimeout(() => { control.textContent = words[/** @type {'copy' | 'markdown'} */ (control.dataset.t)]; }, 2000);
  });
}

copies('copy', (shown) => asText(shown, level));
copies('markdown', (shown) => asMarkdown(shown, level));
byId('json').addEventListener('click', () => {
  if (reading) save('digest.json', asJson(reading, level), 'application/json');
});
byId('print').addEventListener('click', () => print());
setUpEmbed(() => ({
  level: typeof wanted === 'number' ? wanted : null,
  focus: lens.focus,
  theme: settings.theme,
  sample: reading ? source.text.slice(0, EDITABLE) : words.nothingYet,
}));

// What is said about it.

function showBusy() {
  const size = number(source.text.length / 1e6, { maximumFractionDigits: 1 });
  byId('busy-text').textContent = fill(words.busy, { size });
  byId('progress').removeAttribute('value');
  show('busy');
  announce(fill(words.busy, { size }));
}

/** @param {number} share */
function showProgress(share) {
  byId('progress').setAttribute('value', String(share));
}

byId('cancel').addEventListener('click', () => {
  running?.abort();
  if (!reading) {
    clear.click();
    return;
  }
  if (before) ({ source, sampleName, choices, wanted } = before);
  before = null;
  show('result');
});

byId('retry').addEventListener('click', () => readNew());

/** @param {string} what @param {unknown} error */
function fail(what, error) {
  const [heading, message] = byId('failure').children;
  if (heading) heading.textContent = what;
  if (message) message.textContent = sentence(error instanceof Error ? error.message : String(error));
  const { code } = /** @type {{ code?: string }} */ (error);
  byId('retry').hidden = !code?.startsWith('engine-');
  announce('');
  setPane('summary');
  show('failure');
  reveal(byId('failure'));
}

/** @param {string} message */
function sentence(message) {
  return message.charAt(0).toUpperCase() + message.slice(1) + (/[.?!。।؟]$/.test(message) ? '' : '.');
}

/** Shows one of the summary's states. @param {'empty' | 'busy' | 'failure' | 'result'} state */
function show(state) {
  for (const id of ['empty', 'busy', 'failure', 'result']) byId(id).hidden = id !== state;
  // What can't be opened takes nothing away.
  const result = state === 'result' || (state === 'failure' && reading !== null);
  byId('result').hidden = !result;
  document.body.dataset.state = result ? 'result' : state;
  byId('out').hidden = !result;
  setEditing(editing);
}

/** Shows the article in the box or laid out. @param {boolean} is */
function setEditing(is) {
  const canBeRead = reading !== null && !byId('result').hidden;
  editing = is;
  const inBox = is || !canBeRead;
  byId('box').hidden = !inBox;
  byId('laid-out').hidden = inBox;
  edit.dataset.t = is ? 'done' : 'edit';
  edit.textContent = is ? words.done : words.edit;
  edit.hidden = !canBeRead || source.text.length > EDITABLE;
  clear.disabled = source.text === '';
}

/** Waits for a pause, so that a moving slider doesn't chatter. @param {string} message */
function announce(message) {
  clearTimeout(announcing);
  announcing = setTimeout(() => { status.textContent = message; }, ANNOUNCE_PAUSE);
}

function remember() {
  writeAddress({ level: wanted, focus: reading ? lens.focus : [], sample: sampleName });
}

addEventListener('hashchange', () => {
  const state = readAddress();
  wanted = state.level;
  lens.set(state.focus);
  if (state.sample && state.sample !== sampleName) takeSample(state.sample);
  else if (reading) readAgain(true);
});

addEventListener('keydown', (event) => {
  if (event.key === 'Escape') closeWhy();
});

// The start.

await setUpSettings(() => {
  setEditing(editing);
  if (reading) showReading(true);
});
setPane('summary');
const begin = readAddress();
lens.set(begin.focus);
if (begin.sample && /^[a-z]{2}$/.test(begin.sample)) await takeSample(begin.sample);
else if (text.value) {
  // A text that the browser kept over a reload.
  source = { text: text.value, root: null };
  readNew();
}
document.documentElement.classList.remove('pending');
setUpOffline(({ title, text: content, html }) => {
  if (/^\s*(https?:\S+\s*)?$/.test(content)) fail(words.notOpened, new Error(words.onlyAddress));
  else if (html) take(fromFile(new File([content], 'shared.html', { type: 'text/html' })));
  else take(Promise.resolve({ text: [title, content].filter(Boolean).join('\n\n'), root: null }));
});

// All requests happen now, before there is anything to keep private. A failure shows when it matters.
load().catch(() => {});
document.body.classList.toggle('calm', !moves());
