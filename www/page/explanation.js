// The panel with a sentence's reasons: at most one is open.

import { reveal } from './dom.js';
import { state } from './state.js';

/**
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
