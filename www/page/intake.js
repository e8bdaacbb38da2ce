// From something the reader brings to a reading on the screen.

import { readAddress } from './address.js';
import { byId } from './dom.js';
import { focusChips, remember, showReading } from './panes.js';
import { read } from './reader.js';
import { noChoices, Reading } from './reading.js';
import { sample } from './samples.js';
import { announce, EDITABLE, fail, setEditing, show, showBusy, showProgress, warn } from './screen.js';
import { isAddress } from './source.js';
import { startOver, state } from './state.js';
import { language, words } from './strings.js';

/** @import { FileReader } from '../documents/open.js' */
/** @import { Source } from './source.js' */

const BUSY_AFTER = 200;

const text = /** @type {HTMLTextAreaElement} */ (byId('text'));
const clear = /** @type {HTMLButtonElement} */ (byId('clear'));

/** Takes a source and reads it. @param {(reader: FileReader) => Promise<Source | null>} bring @param {string | null} [name] of a sample */
export async function take(bring, name = null) {
  const run = begin();
  let opening = '';
  let share = 0;
  const busy = setTimeout(() => {
    if (!run.signal.aborted && opening) showBusy(opening);
    showProgress(share);
  }, BUSY_AFTER);
  try {
    const arrived = await bring({
      language,
      signal: run.signal,
      progress(message, done) {
        opening = message;
        share = done;
        if (byId('busy').hidden === false) showProgress(done);
      },
    });
    clearTimeout(busy);
    if (!arrived || run.signal.aborted) return;
    state.before = state.reading && { source: state.source, sampleName: state.sampleName, choices: state.choices, wanted: state.wanted };
    state.source = arrived;
    state.sampleName = name;
    const fits = arrived.text.length <= EDITABLE;
    text.value = fits ? arrived.text : '';
    byId('edit').hidden = !fits;
    setEditing(false);
    await readNew();
    if (arrived.note && state.source === arrived) warn(arrived.note);
    if (state.reading) byId('summary-label').focus({ preventScroll: true });
  } catch (error) {
    clearTimeout(busy);
    if (run.signal.aborted) return;
    if (error instanceof DOMException && error.name === 'AbortError') cancel();
    else fail(words.notOpened, error);
  }
}

/** @param {string} name */
export function takeSample(name) {
  return take(async () => ({ text: (await sample(name)).replace(/\r\n?/g, '\n'), root: null }), name);
}

/** Takes what is in the text box, as the reader edits it. */
export function takeBox() {
  state.source = { text: text.value, root: null };
  state.sampleName = null;
  // Offsets into the earlier text mean nothing in this one.
  state.choices = noChoices();
}

/** Reads the source as another article. */
export async function readNew() {
  // The level in the address is meant for the first article only.
  const first = state.reading === null ? readAddress().level : null;
  if (!state.editing) startOver();
  state.wanted ??= first;
  if (state.reading !== null && !state.editing) focusChips.set([]);
  clear.disabled = state.source.text === '';
  const only = isAddress(state.source.text);
  if (!only && /\S/.test(state.source.text)) return readAgain(true);
  state.running?.abort();
  state.reading = null;
  if (only) {
    setEditing(true);
    fail(words.notOpened, new Error(words.onlyAddress));
    return;
  }
  show('empty');
  announce('');
}

/** Reads the same article with the focus words of the moment. @param {boolean} [isNew] whether it is another article */
export async function readAgain(isNew = false) {
  const run = begin();
  const busy = setTimeout(() => showBusy(), BUSY_AFTER);
  try {
    const { focus } = focusChips;
    const digest = await read(state.source, focus.length > 0 ? { focus } : {}, run.signal, showProgress);
    if (run.signal.aborted) return;
    clearTimeout(busy);
    state.before = null;
    state.reading = new Reading(digest, state.choices);
    if (!state.reading.isEmpty) {
      showReading(isNew);
      return;
    }
    state.reading = null;
    setEditing(true);
    fail(words.noSentences, new Error(words.noSentencesMore));
  } catch (error) {
    if (run.signal.aborted) return;
    state.reading = null;
    fail(words.notRead, error);
  } finally {
    clearTimeout(busy);
  }
}

/** Aborts the reading in progress and starts another. */
function begin() {
  state.running?.abort();
  return state.running = new AbortController();
}

/** Cancels the reading in progress; the article before it stays. */
export function cancel() {
  state.running?.abort();
  if (!state.reading) {
    reset();
    return;
  }
  if (state.before) Object.assign(state, state.before);
  state.before = null;
  show('result');
}

/** Empties the page. */
export function reset() {
  state.running?.abort();
  state.source = { text: '', root: null };
  text.value = '';
  state.sampleName = null;
  startOver();
  focusChips.set([]);
  state.reading = null;
  setEditing(true);
  show('empty');
  remember();
  text.focus();
}
