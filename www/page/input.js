// The ways in: pasting, typing, dropping, opening a file, choosing a sample.

import { byId } from './dom.js';
import { cancel, readNew, reset, take, takeBox, takeSample } from './intake.js';
import { setEditing } from './screen.js';
import { fromDrop, fromFile, pastedRoot } from './source.js';
import { state } from './state.js';

const TYPING_PAUSE = 250;

export function setUpInput() {
  setUpPaste();
  setUpDrop();
  const file = /** @type {HTMLInputElement} */ (byId('file'));
  byId('open').addEventListener('click', () => file.click());
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    file.value = '';
    if (chosen) take((reader) => fromFile(chosen, reader));
  });
  byId('samples').addEventListener('click', ({ target }) => {
    const name = target instanceof HTMLElement && target.dataset.sample;
    if (name) takeSample(name);
  });
  byId('clear').addEventListener('click', reset);
  byId('cancel').addEventListener('click', cancel);
  byId('retry').addEventListener('click', () => readNew());
}

function setUpPaste() {
  const text = /** @type {HTMLTextAreaElement} */ (byId('text'));
  const edit = byId('edit');
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let typing;

  text.addEventListener('paste', (event) => {
    event.stopPropagation();
    if (text.selectionStart > 0 || text.selectionEnd < text.value.length) return;
    clearTimeout(typing);
    takePaste(event);
  });
  document.addEventListener('paste', (event) => {
    if (event.target instanceof Element && event.target.closest('input, textarea, dialog')) return;
    clearTimeout(typing);
    takePaste(event);
  });
  text.addEventListener('input', () => {
    takeBox();
    clearTimeout(typing);
    typing = setTimeout(readNew, TYPING_PAUSE);
  });
  edit.addEventListener('click', () => {
    if (!state.editing) text.value = state.source.text;
    setEditing(!state.editing);
    if (state.editing) text.focus();
    else if (state.reading) byId('reading').focus({ preventScroll: true });
  });
}

/** Takes a paste that replaces the whole article. @param {ClipboardEvent} event */
function takePaste(event) {
  const plain = event.clipboardData?.getData('text/plain') ?? '';
  if (!/\S/.test(plain)) return;
  event.preventDefault();
  const pasted = { text: plain.replace(/\r\n?/g, '\n'), root: pastedRoot(event.clipboardData) };
  take(async () => pasted);
}

function setUpDrop() {
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
    take((reader) => fromDrop(event.dataTransfer, reader));
  });
}
