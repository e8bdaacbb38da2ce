// The reader's visit to a passage: marked and brought into view, until something ends it.

import { listen, own } from './dom.js';
import { bringIntoView, mark } from './passage.js';

/**
 * Escape ends the visit and leads back; so does the page when it calls what this returns. A click elsewhere ends it where it
 * is, and so does scrolling until the passage is out of sight.
 *
 * @param {Range} range
 * @param {EventTarget} back a button that leads back, whose clicks are not elsewhere
 * @param {(leadsBack: boolean) => void} ended
 * @returns {(leadsBack?: boolean) => void} ends the visit
 */
export function visit(range, back, ended) {
  const document = /** @type {Document} */ (range.startContainer.ownerDocument);
  const window = /** @type {Window & typeof globalThis} */ (own(document, 'defaultView'));
  const unmark = mark(range);
  const block = bringIntoView(range);
  const over = new AbortController();
  const end = (leadsBack = true) => {
    if (over.signal.aborted) return;
    over.abort();
    unmark();
    ended(leadsBack);
  };
  const { signal } = over;
  listen(window, 'keydown', (event) => {
    if (/** @type {KeyboardEvent} */ (event).key === 'Escape' && !event.defaultPrevented) end();
  }, { signal });
  listen(window, 'pointerdown', (event) => {
    const path = event.composedPath();
    if (!path.includes(back) && !(block && path.includes(block))) end(false);
  }, { signal, capture: true });
  // On the way there it is out of sight, too.
  let wasSeen = false;
  listen(window, 'scroll', () => {
    const { top, bottom } = range.getBoundingClientRect();
    const isSeen = bottom > 0 && top < window.innerHeight;
    if (wasSeen && !isSeen) end(false);
    wasSeen ||= isSeen;
  }, { signal, capture: true, passive: true });
  return end;
}
