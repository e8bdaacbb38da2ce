// Says things to screen readers from two live regions at the end of the body.
//
// Regions inside shadow trees are heard unreliably, an unchanged text isn't heard twice, and VoiceOver misses a text that
// comes with its region: hence light DOM, two regions in turn, and a pause.

import { make, own } from './dom.js';

const PAUSE = 150;

/** @type {WeakMap<Document, HTMLElement[]>} */
const regions = new WeakMap();

/** @param {Document} document @param {string} text @param {string} lang */
export function announce(document, text, lang) {
  const pair = regions.get(document) ?? create(document);
  // A page that replaces its body throws them away.
  if (!pair[0]?.isConnected) own(document, 'body').append(...pair);
  const [region, other] = pair.reverse();
  if (!region || !other) return;
  setTimeout(() => {
    other.textContent = '';
    region.lang = lang;
    region.textContent = text;
  }, PAUSE);
}

/** @param {Document} document */
function create(document) {
  const pair = [0, 1].map(() => {
    const region = make(document, 'div', { 'aria-live': 'polite', 'aria-atomic': 'true', 'data-nut-graf-live': true });
    // Through the object model, which a strict style-src allows.
    Object.assign(region.style, { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' });
    return region;
  });
  regions.set(document, pair);
  return pair;
}
