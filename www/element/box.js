// Fits the summary into its box: the box has the height that the style sheet gives it, and shows as many sentences as that holds.

import { own } from './dom.js';

// In milliseconds: how long a summary waits for the page's typeface.
const PATIENCE = 1000;

export class Box {
  /** Whether the reader asked for all of it: then the box is as tall as what is in it. */
  isOpen = false;

  /** Whether it is not the summary that is shown: the same. */
  isLoose = false;

  /** Whether «More» shows what doesn't fit. */
  mayOpen = true;

  /** The sentences on show, the most important one first. @type {HTMLElement[]} */
  items = [];

  #frame;
  #observer;

  /** The sizes at the last fit. */
  #fitted = '';

  /** @param {import('./frame.js').Frame} frame */
  constructor(frame) {
    this.#frame = frame;
    // The width changes, or a late typeface breaks the lines anew.
    this.#observer = new ResizeObserver(() => this.refit());
  }

  watch() {
    for (const element of [this.#frame.box, this.#frame.points]) this.#observer.observe(element);
  }

  unwatch() {
    this.#observer.disconnect();
  }

  /** Until the typeface of a text is there, or a second has passed. @param {string} text */
  async settle(text) {
    const { base } = this.#frame;
    const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(base);
    const loading = own(base.ownerDocument, 'fonts')?.load(`${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`, text).catch(() => {});
    await Promise.race([loading, new Promise((done) => setTimeout(done, PATIENCE))]);
  }

  /** @param {boolean} [isForced] also when no size has changed since */
  refit(isForced = false) {
    if (!isForced && this.#fitted === this.#sizes()) return;
    const { box, body, points, more, tail } = this.#frame;
    const { length } = this.items;
    box.classList.toggle('open', this.isOpen || this.isLoose);
    points.classList.remove('cut');
    tail.classList.remove('rest');
    more.hidden = !this.isOpen || !this.mayOpen;
    this.#showFirst(length);
    if (!this.isOpen && length > 0 && body.clientHeight > 0 && !this.#fits()) {
      more.hidden = !this.mayOpen;
      this.#showFirst(1);
      // What is below the sentences goes before the last sentence goes.
      tail.classList.toggle('rest', !this.#fits());
      points.classList.toggle('cut', !this.#fits());
      let fitting = 1;
      for (let tooMany = length; tooMany - fitting > 1;) {
        const middle = (fitting + tooMany) >> 1;
        this.#showFirst(middle);
        if (this.#fits()) fitting = middle;
        else tooMany = middle;
      }
      this.#showFirst(fitting);
    }
    this.#fitted = this.#sizes();
  }

  #fits() {
    const { body } = this.#frame;
    return body.scrollHeight <= body.clientHeight;
  }

  /** @param {number} count */
  #showFirst(count) {
    this.items.forEach((item, i) => item.classList.toggle('rest', i >= count));
  }

  #sizes() {
    const { box, points } = this.#frame;
    return [box, points].map(({ clientWidth, clientHeight }) => `${clientWidth} ${clientHeight}`).join();
  }
}
