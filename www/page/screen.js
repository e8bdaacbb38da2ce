// Which part of the page is shown, and what the status line says.

import { fill } from '../shared/format.js';
import { byId, make, reveal } from './dom.js';
import { state } from './state.js';
import { number, words } from './strings.js';

// A text box that holds more than this is slow to type in.
export const EDITABLE = 500_000;

const ANNOUNCE_PAUSE = 800;

const clear = /** @type {HTMLButtonElement} */ (byId('clear'));
const edit = byId('edit');

/** @type {ReturnType<typeof setTimeout> | undefined} */
let announcing;

/** Shows one of the summary's states. @param {'empty' | 'busy' | 'failure' | 'result'} name */
export function show(name) {
  for (const id of ['empty', 'busy', 'failure', 'result']) byId(id).hidden = id !== name;
  // A file that can't be opened leaves the article before it in place.
  const hasResult = name === 'result' || (name === 'failure' && state.reading !== null);
  byId('result').hidden = !hasResult;
  if (name !== 'failure') document.querySelector('#result > .warning')?.remove();
  document.body.dataset.state = hasResult ? 'result' : name;
  byId('out').hidden = !hasResult;
  setEditing(state.editing);
}

/** Shows the article in the text box or laid out. @param {boolean} editing */
export function setEditing(editing) {
  const canBeLaidOut = state.reading !== null && !byId('result').hidden;
  const inBox = editing || !canBeLaidOut;
  state.editing = editing;
  byId('box').hidden = !inBox;
  byId('laid-out').hidden = inBox;
  edit.dataset.t = editing ? 'done' : 'edit';
  edit.textContent = editing ? words.done : words.edit;
  edit.hidden = !canBeLaidOut || state.source.text.length > EDITABLE;
  clear.disabled = state.source.text === '';
}

/** Which pane a phone shows. @param {'article' | 'summary'} pane */
export function setPane(pane) {
  document.body.dataset.pane = pane;
  for (const name of ['article', 'summary']) byId(`to-${name}`).setAttribute('aria-pressed', String(name === pane));
}

for (const pane of /** @type {const} */ (['article', 'summary'])) byId(`to-${pane}`).addEventListener('click', () => setPane(pane));

/** @param {string} [message] */
export function showBusy(message = fill(words.busy, { size: number(state.source.text.length / 1e6, { maximumFractionDigits: 1 }) })) {
  byId('busy-text').textContent = message;
  byId('progress').removeAttribute('value');
  show('busy');
  announce(message);
}

/** @param {number} share */
export function showProgress(share) {
  byId('progress').setAttribute('value', String(share));
}

/** Says above the summary what is missing from it. @param {string} message */
export function warn(message) {
  byId('result').prepend(make('p', 'warning', message));
  announce(message);
}

/** @param {string} heading @param {unknown} error */
export function fail(heading, error) {
  const [title, text] = byId('failure').children;
  if (title) title.textContent = heading;
  if (text) text.textContent = asSentence(error instanceof Error ? error.message : String(error));
  const { code } = /** @type {{ code?: string }} */ (error);
  byId('retry').hidden = !code?.startsWith('engine-');
  announce('');
  setPane('summary');
  show('failure');
  reveal(byId('failure'));
}

/** @param {string} message */
function asSentence(message) {
  return message.charAt(0).toUpperCase() + message.slice(1) + (/[.?!。।؟]$/.test(message) ? '' : '.');
}

/** Tells screen readers, after a pause: a moving slider would otherwise announce every step. @param {string} message */
export function announce(message) {
  clearTimeout(announcing);
  announcing = setTimeout(() => { byId('status').textContent = message; }, ANNOUNCE_PAUSE);
}
