// Which part of the page is summarized, and what to do when it changes.

import { around, find, listen, own } from './dom.js';

// In milliseconds. Changes are read together once there is a pause, or once one has waited long enough.
const PAUSE = 400;
const PATIENCE = 2000;

const ARTICLE = 'article, main, [role=article], [role=main]';

/** @typedef {string | Element | Document} Source */

/**
 * Where the article is; null when there is none.
 *
 * @param {HTMLElement & { for: string }} element
 * @param {Source | null} assigned what the page gave by property or method
 * @returns {Source | null}
 */
export function locate(element, assigned) {
  if (assigned !== null) return assigned;
  const root = element.getRootNode();
  const document = element.ownerDocument;
  if (element.for) {
    const selector = `#${CSS.escape(element.for)}`;
    return find(root, selector) ?? find(document, selector);
  }
  const slotted = [...element.children].find((child) => child.getAttribute('slot') === 'source');
  if (slotted) return slotted;
  const holder = around(element, ARTICLE);
  if (holder) return holder;
  return hasOwnText(element) ? element : find(root, ARTICLE) ?? find(document, ARTICLE);
}

/** Whether the page put anything but white space into the default slot. @param {Element} element */
export function hasOwnText(element) {
  return [...element.childNodes].some((node) => {
    if (node instanceof Element) return !node.hasAttribute('slot');
    return node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim();
  });
}

/** When the whole page has arrived. @param {Document} document @returns {Promise<void> | void} */
export function parsed(document) {
  if (own(document, 'readyState') !== 'loading') return;
  return new Promise((done) => {
    listen(document, 'DOMContentLoaded', () => done(), { once: true });
  });
}

/**
 * Looks for changes of the article, for an article that comes late, and for another language of the page.
 *
 * @param {HTMLElement} element
 * @param {object} hooks
 * @param {() => Source | null | undefined} hooks.source what was read last; undefined while it is being read
 * @param {() => Source | null} hooks.locate
 * @param {() => void} hooks.changed
 * @param {() => void} hooks.languageChanged
 * @returns {() => void} stops
 */
export function watch(element, { source: current, locate: find, changed, languageChanged }) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  // Since when a changing article has been waiting.
  let since = 0;
  const stop = observe([element.getRootNode(), element.ownerDocument], (records) => {
    if (records.some(({ type }) => type === 'attributes')) languageChanged();
    const source = current();
    // A text doesn't change; what can't be read now may be readable later.
    if (source === undefined || typeof source === 'string') return;
    const isNews = source === null || !source.isConnected ? find() !== source
      : records.some(({ target }) => source.contains(target) && !isOwn(element, source, target));
    if (!isNews) return;
    const now = Date.now();
    if (!since) since = now;
    clearTimeout(pause);
    pause = setTimeout(() => {
      since = 0;
      changed();
    }, Math.max(0, Math.min(PAUSE, since + PATIENCE - now)));
  });
  return () => {
    clearTimeout(pause);
    stop();
  };
}

/** Whether a node of the article belongs to the element, not to the article. @param {Element} element @param {Node} source @param {Node} node */
function isOwn(element, source, node) {
  if (!element.contains(source) && element.contains(node)) return true;
  const holder = node instanceof Element ? node : node.parentElement;
  return Boolean(holder?.closest('[data-nut-graf-live]'));
}

/** @typedef {(records: MutationRecord[]) => void} Listener */

/** One observer for a document or shadow tree, however many elements it holds. @type {WeakMap<Node, { observer: MutationObserver, listeners: Set<Listener> }>} */
const observed = new WeakMap();

/** @param {Iterable<Node>} roots @param {Listener} listener @returns {() => void} */
function observe(roots, listener) {
  const all = new Set(roots);
  for (const root of all) {
    let shared = observed.get(root);
    if (!shared) {
      /** @type {Set<Listener>} */
      const listeners = new Set();
      const observer = new MutationObserver((records) => {
        for (const each of [...listeners]) each(records);
      });
      observer.observe(root, { childList: true, characterData: true, subtree: true });
      if (root instanceof Document) observer.observe(own(root, 'documentElement'), { attributes: true, attributeFilter: ['lang'] });
      shared = { observer, listeners };
      observed.set(root, shared);
    }
    shared.listeners.add(listener);
  }
  return () => {
    for (const root of all) {
      const shared = observed.get(root);
      shared?.listeners.delete(listener);
      if (!shared || shared.listeners.size > 0) continue;
      shared.observer.disconnect();
      observed.delete(root);
    }
  };
}
