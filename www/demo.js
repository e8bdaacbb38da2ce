// The page: what goes in, when it is read, and what is said about it.

import { load, summarize } from './nutgraf.js';
import { fromDrop, fromFile, pastedRoot } from './source.js';
import { byId, View } from './view.js';

/** @import { Source } from './source.js' */

const TYPING_PAUSE = 250;
const ANNOUNCE_PAUSE = 800;

/** @type {HTMLTextAreaElement} */
const text = byId('text');
/** @type {HTMLInputElement} */
const file = byId('file');
/** @type {HTMLInputElement} */
const length = byId('length');
/** @type {HTMLButtonElement} */
const clear = byId('clear');
const copy = byId('copy');
const status = byId('status');

/** @type {View | null} */
let view = null;

/** The structure of what is in the box, as long as nobody edits it. @type {Element | null} */
let root = null;

/** The structure of a paste on its way into the box. @type {Element | null} */
let arriving = null;

/** The length the reader chose for this article. @type {number | null} */
let wanted = null;

let reading = 0;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let typing;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let announcing;

// What goes in.

text.addEventListener('paste', ({ clipboardData }) => {
  const replacesAll = text.selectionStart === 0 && text.selectionEnd === text.value.length;
  arriving = replacesAll ? pastedRoot(clipboardData) : null;
});

text.addEventListener('input', (event) => {
  const pasted = /** @type {InputEvent} */ (event).inputType === 'insertFromPaste';
  root = pasted ? arriving : null;
  arriving = null;
  clearTimeout(typing);
  if (pasted) {
    wanted = null;
    read();
  } else {
    typing = setTimeout(read, TYPING_PAUSE);
  }
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
  if (name) take(sample(name));
});

clear.addEventListener('click', () => {
  take(Promise.resolve({ text: '', root: null }));
  text.focus();
});

/**
 * @param {string} name
 * @returns {Promise<Source>}
 */
async function sample(name) {
  const response = await fetch(new URL(`./samples/${name}.txt`, import.meta.url)).catch(() => null);
  if (!response?.ok) throw new Error('the sample can’t be fetched; is the server still there?');
  return { text: await response.text(), root: null };
}

/** Puts a source into the box and reads it. @param {Promise<Source | null>} coming */
async function take(coming) {
  const mine = ++reading;
  try {
    const source = await coming;
    if (!source || mine !== reading) return;
    clearTimeout(typing);
    text.value = source.text;
    text.scrollTop = 0;
    root = source.root;
    wanted = null;
    await read();
  } catch (error) {
    if (mine === reading) fail('That could not be opened', error);
  }
}

// Reading it.

async function read() {
  const mine = ++reading;
  const value = text.value;
  clear.disabled = value === '';
  if (value.trim() === '') {
    view = null;
    show('empty');
    announce('');
    return;
  }
  try {
    const digest = await digestOf({ text: value, root });
    if (mine !== reading) return;
    view = new View(digest);
    if (view.isEmpty) {
      fail('No sentences found', new Error('This text has no sentence that could stand in a summary.'));
      return;
    }
    view.show();
    length.max = String(view.longest);
    length.disabled = view.longest < 2;
    setLength(wanted ?? view.suggested);
    show('result');
  } catch (error) {
    if (mine === reading) fail('The article could not be read', error);
  }
}

/** The structure when there is one and it can be read, else the text. @param {Source} source */
async function digestOf(source) {
  if (source.root) {
    try {
      const digest = await summarize(source.root);
      if (digest.sentences.length > 0) return digest;
    } catch (error) {
      console.info('nutgraf: read as plain text;', error);
    }
  }
  return summarize(source.text);
}

// What is said about it.

length.addEventListener('input', () => {
  wanted = length.valueAsNumber;
  setLength(wanted);
});

/** @param {number} sentences */
function setLength(sentences) {
  if (!view) return;
  const possible = Math.min(sentences, view.longest);
  length.value = String(possible);
  view.showLength(possible);
  const language = view.language ? ` The article is in ${view.language}.` : '';
  announce(`Summary: ${byId('length-text').textContent}.${language}`);
}

copy.addEventListener('click', async () => {
  if (!view) return;
  try {
    await navigator.clipboard.writeText(view.asText(length.valueAsNumber));
    say('Copied');
  } catch {
    say('Copying is not allowed here');
  }
});

/** Answers on the button itself, and aloud. @param {string} answer */
function say(answer) {
  announce(answer);
  copy.textContent = answer;
  setTimeout(() => { copy.textContent = 'Copy'; }, 2000);
}

byId('retry').addEventListener('click', () => {
  text.focus();
  read();
});

/** @param {string} what @param {unknown} error */
function fail(what, error) {
  const [heading, message] = byId('failure').children;
  if (heading) heading.textContent = what;
  if (message) message.textContent = sentence(error instanceof Error ? error.message : String(error));
  const { code } = /** @type {{ code?: string }} */ (error);
  byId('retry').hidden = !code?.startsWith('engine-');
  announce('');
  show('failure');
}

/** @param {string} message */
function sentence(message) {
  return message.charAt(0).toUpperCase() + message.slice(1) + (/[.?!]$/.test(message) ? '' : '.');
}

/** Shows one of the summary's states. @param {'empty' | 'failure' | 'result'} state */
function show(state) {
  for (const id of ['empty', 'failure', 'result']) byId(id).hidden = id !== state;
  copy.hidden = state !== 'result';
}

/** Waits for a pause, so that a moving slider doesn't chatter. @param {string} message */
function announce(message) {
  clearTimeout(announcing);
  announcing = setTimeout(() => { status.textContent = message; }, ANNOUNCE_PAUSE);
}

// All requests happen now, before there is anything to keep private. A failure shows when it matters.
load().catch(() => {});

// A text that the browser kept over a reload.
if (text.value) read();
