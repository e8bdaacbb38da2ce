// A document made block by block: what adapters hand over when the file isn't HTML itself.

export class Blocks {
  document;
  #article;

  /** @param {{ title?: string, language?: string }} [about] */
  constructor({ title = '', language = '' } = {}) {
    this.document = document.implementation.createHTMLDocument(title);
    if (language) this.document.documentElement.lang = language;
    this.#article = this.document.body.appendChild(this.document.createElement('article'));
  }

  /**
   * @param {keyof HTMLElementTagNameMap} tag
   * @param {string} text
   * @param {{ page?: number, into?: Element }} [options] `page` it begins on
   * @returns {HTMLElement}
   */
  add(tag, text, { page, into = this.#article } = {}) {
    const element = into.appendChild(this.document.createElement(tag));
    if (text) element.textContent = text;
    if (page !== undefined) element.dataset.page = String(page);
    return element;
  }

  /** Adds a list item; items that follow one another share a list. @param {string} text @param {{ page?: number }} [options] */
  addItem(text, options) {
    const last = this.#article.lastElementChild;
    const list = last?.nodeName === 'UL' ? last : this.add('ul', '');
    return this.add('li', text, { ...options, into: list });
  }

  /** Adds what is no part of the text: a note, a running head. @param {string} text @param {{ page?: number }} [options] */
  addAside(text, options) {
    return this.add('p', text, { ...options, into: this.add('aside', '', { into: this.document.body }) });
  }
}

/** Lets the page answer the reader. */
export function pause() {
  return new Promise((done) => setTimeout(done));
}
