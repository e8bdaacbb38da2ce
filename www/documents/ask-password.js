// Asks for the password of a locked file.

import { button, make } from '../page/dom.js';

/** @import { DocumentWords } from './words.js' */

/**
 * @param {string} question
 * @param {DocumentWords} words
 * @param {AbortSignal} signal
 * @returns {Promise<string>} rejected when the reader gives up
 */
export function askPassword(question, words, signal) {
  const field = make('input', '');
  field.type = 'password';
  field.autocomplete = 'off';
  const form = make('form', '', make('p', '', make('label', '', `${question} `, field)), make('div', 'tools', button(words.unlock, '', () => {}), button(words.giveUp, '', () => dialog.close())));
  form.method = 'dialog';
  for (const submit of form.querySelectorAll('button')) submit.type = 'submit';
  const dialog = make('dialog', '', form);
  document.body.append(dialog);
  const closed = new Promise((done) => dialog.addEventListener('close', () => done(null), { once: true }));
  let answer = '';
  form.addEventListener('submit', (event) => {
    if (/** @type {SubmitEvent} */ (event).submitter === form.querySelector('button')) answer = field.value;
  });
  const give = () => dialog.close();
  signal.addEventListener('abort', give, { once: true });
  dialog.showModal();
  field.focus();
  return closed.then(() => {
    signal.removeEventListener('abort', give);
    dialog.remove();
    if (!answer) throw new DOMException('no password', 'AbortError');
    return answer;
  });
}
