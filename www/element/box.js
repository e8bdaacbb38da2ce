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

  /** @param {import('./frame.js').Frame} frame */
  constructor(frame) {
    this.#frame = frame;
    this.#observer = new ResizeObserver(() => this.refit());
  }

  watch() {
    this.#observer.observe(this.#frame.box);
    this.#fonts()?.addEventListener('loadingdone', this.#refit);
  }

  unwatch() {
    this.#observer.disconnect();
    this.#fonts()?.removeEventListener('loadingdone', this.#refit);
  }

  #refit = () => this.refit();

  /** @returns {FontFaceSet | undefined} */
  #fonts() {
    return own(this.#frame.box.ownerDocument, 'fonts');
  }

  /** Until the typeface of a text is there, or a second has passed. @param {string} text */
  async settle(text) {
    const loading = this.#fonts()?.load(getComputedStyle(this.#frame.base).font, text).catch(() => {});
    await Promise.race([loading, new Promise((done) => setTimeout(done, PATIENCE))]);
  }

  /** Shows as much as the box holds; anew when its width changes, and when a typeface comes late. */
  refit() {
    const { box, body, points, more, tail } = this.#frame;
    const { length } = this.items;
    box.classList.toggle('open', this.isOpen || this.isLoose);
    points.classList.remove('cut');
    tail.classList.remove('cut');
    more.hidden = !this.isOpen || !this.mayOpen;
    this.#showFirst(length);
    if (!this.isOpen && body.clientHeight > 0 && !this.#fits()) {
      more.hidden = !this.mayOpen;
      this.#showFirst(1);
      // What is below the sentences goes before the last sentence goes.
      tail.classList.toggle('cut', !this.#fits());
      let fitting = 1;
      let tooMany = length;
      if (!this.#fits()) tooMany = this.#cut();
      while (tooMany - fitting > 1) {
        const middle = (fitting + tooMany) >> 1;
        this.#showFirst(middle);
        if (this.#fits()) fitting = middle;
        else tooMany = middle;
      }
      this.#showFirst(fitting);
    }
  }

  /** Not even one sentence fits: as many lines of it as do. @returns {number} the first number of sentences that don't */
  #cut() {
    const { points } = this.#frame;
    points.classList.add('cut');
    const line = parseFloat(getComputedStyle(points.querySelector('p, a, span') ?? points).lineHeight);
    points.style.setProperty('--_lines', String(Math.max(1, Math.floor(points.clientHeight / line - 0.25))));
    return 1;
  }

  /** The tail ends what is in the box; how far letters reach doesn't count. */
  #fits() {
    const { body, tail } = this.#frame;
    return tail.getBoundingClientRect().bottom < body.getBoundingClientRect().bottom + 0.5;
  }

  /** @param {number} count */
  #showFirst(count) {
    this.items.forEach((item, i) => item.classList.toggle('rest', i >= count));
  }
}
