// <nut-graf>: the gist on top of an article.
//
// This file defines the class and does nothing else; define.js registers it. Importing it needs no browser.

import { choose, isSame, order } from './element/choice.js';
import { diagnosis } from './element/diagnosis.js';
import { addLocale } from './element/messages.js';
import { pageAddress, rangeOf } from './element/passage.js';
import { DIGEST_ATTRIBUTES, Properties, upgrade, VIEW_ATTRIBUTES } from './element/properties.js';
import { Reading } from './element/reading.js';
import { locate, watch } from './element/source.js';
import { View } from './element/view.js';
import { visit } from './element/visit.js';
import { coded } from './errors.js';
import { VERSION } from './nutgraf.js';

// What copying takes.
const loadExport = () => import('./element/export.js');

/** @import { Result } from './element/reading.js' */
/** @import { CallOptions, CodedError, Diagnosis, Digest, Options, Strings } from './types.d.ts' */

/** @typedef {'loading' | 'ready' | 'empty' | 'error'} State */

/**
 * The key sentences of an article, quoted word for word; each leads to its place.
 *
 * The article is, in this order: what `source` or `summarize()` was given; the element whose id is in `for`; a child with
 * `slot="source"`; the `<article>` or `<main>` around the element; its own text; the first `<article>` or `<main>` of the page.
 * Children that aren't the source are shown until there is a summary, and stay when there is none.
 *
 * @summary The gist on top of an article.
 * @tag nut-graf
 * @tagname nut-graf
 *
 * @attr {string} for - The id of the article's element.
 * @attr {string} [length=medium] - `short`, `medium`, `long`, `3`, `80 words`, `280 characters` or `20%`.
 * @attr {'key-points' | 'tldr' | 'teaser' | 'headline'} [type=key-points] - What kind of summary.
 * @attr {string} language - BCP-47 tag of the article, when it can't be told from the text.
 * @attr {string} focus - Words to turn around, separated by commas; the property is `focusWords`.
 * @attr {string} href - Where the story is, when it is on another page: a teaser or headline leads there.
 * @attr {1 | 2 | 3 | 4 | 5 | 6} [heading-level=2] - The level of the heading.
 * @attr {boolean} collapsed - Only the heading shows.
 * @attr {string} keep - What the element stays visible for, though it has no summary to show: `error`, `empty`, `short` (the summary would be most of the article).
 * @attr {boolean} without-lede - Passes over the article's first paragraph, for an element right above it.
 * @attr {boolean} with-keywords - Shows the article's keywords.
 * @attr {boolean} with-meta - Says how many sentences there are, and how long they take to read.
 * @attr {boolean} with-note - Says that the text is quoted and that nothing was sent.
 * @attr {boolean} with-reasons - Says of each sentence why it was chosen.
 * @attr {boolean} with-slider - Lets the reader choose the length.
 * @attr {boolean} with-tools - Copies the summary, as text and as Markdown.
 * @attr {'auto' | 'light' | 'dark'} [theme=auto] - `auto` takes the page's colours.
 *
 * @slot - Shown until there is a summary, and when there is none; or the text to summarize.
 * @slot source - The article, when it is inside the element; stays visible below the summary.
 * @slot heading - Instead of "In brief".
 *
 * @csspart base - The box.
 * @csspart heading - The heading.
 * @csspart toggle - The button in the heading, which shows and hides the rest.
 * @csspart message - Why there is no summary.
 * @csspart body - All that can be hidden.
 * @csspart list - The list of key points.
 * @csspart item - A key point with its reasons.
 * @csspart text - The summary, when it is in prose.
 * @csspart headline - The summary, when it is a headline.
 * @csspart point - A sentence, usually a link.
 * @csspart link - The link to a story on another page.
 * @csspart more - The button that shows the rest of the summary.
 * @csspart reasons - Why a sentence was chosen.
 * @csspart reasons-label - What opens them.
 * @csspart reason - One of them.
 * @csspart meta - How many sentences, and how long they take to read.
 * @csspart slider - The slider with its label.
 * @csspart slider-label - Its label.
 * @csspart range - The slider itself.
 * @csspart slider-value - The share of the article that is shown.
 * @csspart keywords - The keywords with their label.
 * @csspart keywords-label - Their label.
 * @csspart keyword-list - Their list.
 * @csspart keyword - A keyword.
 * @csspart actions - The row of buttons.
 * @csspart button - Every button in it.
 * @csspart copy - Copies text.
 * @csspart copy-markdown - Copies Markdown.
 * @csspart status - What came of it.
 * @csspart note - Says that the text is quoted and that nothing was sent.
 * @csspart back - The button that leads back from a passage.
 *
 * @cssproperty [--nut-graf-block-size] - The height of the box; by default what the type, the length and the width of the page suggest.
 * @cssproperty [--nut-graf-margin=1.5em] - The margin above and below.
 * @cssproperty [--nut-graf-color=inherit] - The ink.
 * @cssproperty [--nut-graf-background=none] - The paper.
 * @cssproperty [--nut-graf-border-color] - The line below; a trace of the ink by default.
 * @cssproperty [--nut-graf-accent=currentColor] - The bar above, and the bullets.
 * @cssproperty [--nut-graf-radius=0] - The corners.
 * @cssproperty [--nut-graf-padding=0.625em 0 0.75em] - The padding; without lines around a headline or teaser there is none.
 * @cssproperty [--nut-graf-font-family=inherit] - The typeface.
 * @cssproperty [--nut-graf-font-size=max(1em, 16px)] - The size of the text.
 * @cssproperty [--nut-graf-mark=Mark] - What a passage is marked with, on the page.
 * @cssproperty [--nut-graf-mark-color=MarkText] - The ink on it.
 *
 * @cssstate loading - The article is being read.
 * @cssstate ready - The summary is there.
 * @cssstate empty - The article holds too little text.
 * @cssstate error - Something failed; `diagnose()` says what.
 * @cssstate aside - There is nothing to show: neither a summary nor what the page put into the element. It takes no space.
 *
 * @event {CustomEvent<{ version: string }>} nut-graf-ready - The first summary is shown; not for an article that is too short for one.
 * @event {CustomEvent<{ digest: Digest }>} nut-graf-summary - A new summary is shown.
 * @event {CustomEvent<{ code: string, message: string, error: unknown }>} nut-graf-error - There is no summary, and why.
 * @event {CustomEvent<{ index: number, sentence: Sentence, range: Range }>} nut-graf-jump - The reader goes to a passage; can be cancelled.
 */
export class NutGrafElement extends Properties {
  static observedAttributes = [...DIGEST_ATTRIBUTES, ...VIEW_ATTRIBUTES, 'theme'];

  /** The version of this file; the engine has the same. */
  static version = VERSION;

  /**
   * Adds a language of the interface, or replaces some of its strings, for all elements that come after.
   *
   * @param {string} tag BCP-47
   * @param {Partial<Strings>} strings
   */
  static addLocale(tag, strings) {
    addLocale(tag, strings);
  }

  /** @type {State | null} */
  #state = null;

  /** @type {ElementInternals | null} */
  #internals = null;

  /** @type {View | null} */
  #view = null;

  #reading = new Reading(this, {
    prepare: (digest) => this.#prepare(digest?.language ?? null, digest ?? undefined),
    accept: (result, before) => this.#accept(result, before),
    fail: (error, isNews) => this.#fail(error, isNews),
    again: () => this.#request('digest'),
  });

  /** @type {Partial<Strings>} */
  #strings = {};

  #announcedReady = false;

  /** What the next update has to do. @type {'view' | 'digest' | null} */
  #pendingUpdate = null;

  /** @type {(() => void) | null} */
  #stopWatching = null;

  /** Ends the visit to a passage. @type {((leadsBack?: boolean) => void) | null} */
  #endVisit = null;

  /** What to summarize instead of what the markup says: a text or a part of a page. */
  get source() {
    return this.#reading.assigned;
  }

  set source(input) {
    this.#reading.assigned = input ?? null;
    this.#reading.options = {};
    this.#request('digest');
  }

  /** Strings of the interface to replace, in this element. */
  get strings() {
    return this.#strings;
  }

  set strings(strings) {
    this.#strings = { ...strings };
    this.#forgetLanguage();
  }

  /** The last digest. @type {Digest | null} */
  get digest() {
    return this.#reading.result?.digest ?? null;
  }

  /** @type {State | null} null before the element was connected */
  get state() {
    return this.#state;
  }

  /** The digest of the run that is going on or was the last; rejected when it failed. @type {Promise<Digest>} */
  get ready() {
    return this.#reading.ready;
  }

  // Methods.

  /**
   * Summarizes something else, and shows it.
   *
   * @param {string | Element | Document} [input] by default what is being shown, read anew
   * @param {CallOptions} [options] they go before the attributes
   * @returns {Promise<Digest>}
   */
  async summarize(input, options = {}) {
    return this.#reading.call(input, options);
  }

  /**
   * Goes to the passage of a sentence: scrolls, marks it, moves the focus there.
   *
   * @param {number} index into `digest.sentences`
   * @returns {boolean} whether there is such a passage
   */
  jump(index) {
    const { text, nodes, starts, digest } = this.#reading.result ?? {};
    const sentence = digest?.sentences[index];
    const range = sentence && text !== undefined && nodes && starts ? rangeOf({ text, nodes, starts }, sentence) : null;
    if (!range) return false;
    const detail = { index, sentence, range };
    if (!this.#emit('nut-graf-jump', detail, true)) return true;
    this.#visit(range);
    return true;
  }

  /** Leads back from a passage to the summary. */
  back() {
    this.#endVisit?.();
  }

  /**
   * Copies the summary that is shown.
   *
   * @param {'text' | 'markdown'} [format]
   * @returns {Promise<boolean>} whether the browser allowed it
   */
  async copy(format = 'text') {
    const text = await this.asText(format);
    const root = this.shadowRoot;
    return Boolean(text && root && await (await loadExport()).copy(text, root));
  }

  /**
   * The summary that is shown, with what «More» would show, as text or as Markdown with links to its passages.
   *
   * @param {'text' | 'markdown'} [format]
   * @returns {Promise<string>}
   */
  async asText(format = 'text') {
    const { digest } = this;
    if (!digest) return '';
    const { exported } = await loadExport();
    const { readerLength, options } = this.#reading;
    const sentences = choose(digest, readerLength, this.withoutLede).flatMap((i) => digest.sentences[i] ?? []);
    const inProse = (options.type ?? this.type) !== 'key-points';
    return exported(format, { digest, sentences, inProse, link: (sentence) => this.#view?.linkTo(sentence) ?? null, address: pageAddress() });
  }

  /** What one needs to know to find out why it doesn't work. @returns {Diagnosis} */
  diagnose() {
    return diagnosis(this.#state, this.#reading, this.#view?.messages?.tag ?? null);
  }

  // The life of the element.

  connectedCallback() {
    upgrade(this);
    try {
      this.#build();
    } catch (error) {
      // What the page put into the element stays.
      return this.#reading.fail(coded('engine-unsupported', 'this browser makes no style sheets', error));
    }
    if (!this.#state) this.#enter('loading');
    this.#view?.box.watch();
    this.#stopWatching?.();
    this.#stopWatching = watch(this, {
      source: () => (this.#state === 'loading' ? undefined : this.#reading.source),
      locate: () => locate(this, this.#reading.assigned),
      changed: () => this.#request('digest'),
      languageChanged: () => this.#forgetLanguage(),
    });
    this.#request('digest');
  }

  disconnectedCallback() {
    this.#stopWatching?.();
    this.#stopWatching = null;
    this.#endVisit?.();
    this.#view?.box.unwatch();
    this.#reading.stop();
    // An element that is only moved is back at once.
    queueMicrotask(() => {
      if (!this.isConnected) this.#reading.abandon();
    });
  }

  adoptedCallback() {
    // A style sheet belongs to one document.
    if (this.shadowRoot) this.shadowRoot.adoptedStyleSheets = [];
    this.#view = null;
  }

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name === 'theme') return void this.theme;
    if (name === 'lang') return this.#forgetLanguage();
    if (name === 'length' || name === 'type') this.#reading.readerLength = null;
    const isDigest = DIGEST_ATTRIBUTES.includes(name);
    // What is said last counts.
    if (isDigest) delete this.#reading.options[/** @type {keyof Options} */ (name)];
    this.#request(isDigest ? 'digest' : 'view');
  }

  #build() {
    if (this.#view) return;
    try {
      this.#internals ??= this.attachInternals();
    } catch {
      // An old browser, or one that has given them out already: no custom states.
    }
    this.#view = new View(this, this.#reading, {
      jump: (index) => this.jump(index),
      back: () => this.back(),
      copy: (format) => this.copy(format),
    });
  }

  // Updates: changes of a moment are handled together.

  /** @param {'view' | 'digest'} what */
  #request(what) {
    if (!this.isConnected || !this.#view) return;
    const idle = this.#pendingUpdate === null;
    if (this.#pendingUpdate !== 'digest') this.#pendingUpdate = what;
    if (idle) queueMicrotask(() => this.#update());
  }

  async #update() {
    const pending = this.#pendingUpdate;
    this.#pendingUpdate = null;
    if (!this.isConnected || !pending) return;
    if (pending === 'digest') {
      this.#reading.run().catch(() => {});
      if (this.#state === 'loading') this.#view?.translate(this.#strings).then(() => this.#show());
      return;
    }
    await this.#prepare(this.#state === 'loading' ? undefined : this.digest?.language ?? null, this.digest ?? undefined);
    this.#show();
  }

  #forgetLanguage() {
    if (this.#view) this.#view.messages = null;
    this.#request('view');
  }

  /** @param {string | null | undefined} language of the article; undefined as long as nobody knows @param {Digest} [digest] */
  async #prepare(language, digest) {
    await Promise.all([this.#view?.translate(this.#strings, language), this.#view?.prepare(digest)]);
  }

  // What came of it.

  /** @param {Result} result @param {Result | null} before */
  #accept({ digest }, before) {
    const isEmpty = order(digest).length === 0;
    const isNews = this.#state !== 'ready' || !before || !isSame(before.digest, digest);
    this.#enter(isEmpty ? 'empty' : 'ready');
    if (isEmpty || !isNews) return;
    if (!this.#announcedReady) this.#emit('nut-graf-ready', { version: digest.version });
    else this.#say('updated');
    this.#announcedReady = true;
    this.#emit('nut-graf-summary', { digest });
  }

  /** @param {CodedError} error @param {boolean} isNews */
  #fail(error, isNews) {
    const { code, message } = error;
    if (isNews) console.warn(`nut-graf: ${message} (${code})`, this);
    this.#enter('error');
    this.#emit('nut-graf-error', { code, message, error });
  }

  /** @param {State} state */
  #enter(state) {
    this.#state = state;
    this.#show();
  }

  #show() {
    const state = this.#state;
    const stepsAside = state && this.#view?.show(state);
    const states = this.#internals?.states;
    try {
      states?.clear();
      for (const name of [state, stepsAside && 'aside']) if (name) states?.add(name);
    } catch {
      // An older syntax of custom states.
    }
  }

  /** @param {Range} range */
  #visit(range) {
    const view = this.#view;
    if (!view) return;
    this.#endVisit?.(false);
    const left = view.leave();
    this.#endVisit = visit(range, view.back, (leadsBack) => {
      this.#endVisit = null;
      left(leadsBack);
    });
    view.showBack();
    this.#say('shown');
  }

  /** @param {'updated' | 'shown'} what */
  #say(what) {
    const messages = this.#view?.messages;
    if (messages) this.#view?.announce(messages.strings[what]);
  }

  /**
   * @param {string} type
   * @param {object} detail
   * @param {boolean} [cancelable]
   */
  #emit(type, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(type, { detail, cancelable, bubbles: true, composed: true }));
  }
}
