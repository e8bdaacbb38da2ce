// <nut-graf>: the gist on top of an article.
//
// This file defines the class and does nothing else; define.js registers it. Importing it needs no browser.

import { adopt, around, find, own } from './element/dom.js';
import { announce } from './element/announce.js';
import { readLanguage, readLength, readLevel, readList, THEMES, TYPES, warn, writeLength } from './element/attributes.js';
import { linesNeeded } from './element/estimate.js';
import { exported } from './element/export.js';
import { build, setLevel, show, speak } from './element/frame.js';
import { lookFor } from './element/look.js';
import { addLocale, messagesFor } from './element/messages.js';
import { linkTo, mark, rangeOf, visit } from './element/passage.js';
import { coded } from './errors.js';
import { summarize, summarizeDom, VERSION } from './nutgraf.js';
import { copy } from './shared/clipboard.js';

/** @import { Frame, Messages } from './element/frame.js' */
/** @import { CallOptions, CodedError, Diagnosis, Digest, DomDigest, Length, Options, Sentence, Strings } from './types.d.ts' */

const PAUSE = 400;
const PATIENCE = 2000;

// How tall the box is when only its heading shows.
const HEADING = 'calc(3.5rem + 2px)';

// Beyond this a list of sentences is no summary any more.
const LONGEST = 24;

const DIGEST_ATTRIBUTES = ['for', 'length', 'type', 'language', 'focus'];
const VIEW_ATTRIBUTES = ['heading-level', 'collapsed', 'with-keywords', 'with-slider', 'with-reasons', 'lang'];

// Where there is no DOM the class can be imported, not used.
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

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
 * @attr {1 | 2 | 3 | 4 | 5 | 6} [heading-level=2] - The level of the heading.
 * @attr {boolean} collapsed - Only the heading shows.
 * @attr {boolean} with-keywords - Shows the article's keywords.
 * @attr {boolean} with-slider - Lets the reader choose the length.
 * @attr {boolean} with-reasons - Says of each sentence why it was chosen.
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
 * @csspart meta - How many sentences, and how long they take to read.
 * @csspart list - The list of key points.
 * @csspart item - A key point with its reasons.
 * @csspart text - The summary, when it is in prose.
 * @csspart headline - The summary, when it is a headline.
 * @csspart point - A sentence, usually a link.
 * @csspart reasons - Why a sentence was chosen.
 * @csspart slider - The slider with its label.
 * @csspart range - The slider itself.
 * @csspart keywords - The keywords with their label.
 * @csspart keyword - A keyword.
 * @csspart actions - The row of buttons.
 * @csspart button - Every button in it.
 * @csspart copy - Copies text.
 * @csspart copy-markdown - Copies Markdown.
 * @csspart status - What came of it.
 * @csspart note - Says that the text is quoted and that nothing was sent.
 * @csspart back - The button that leads back from a passage.
 *
 * @cssproperty [--nut-graf-color=inherit] - The ink.
 * @cssproperty [--nut-graf-background] - The paper; a trace of the ink by default.
 * @cssproperty [--nut-graf-border-color] - The line around the box.
 * @cssproperty [--nut-graf-accent=currentColor] - The bar at its start, and the bullets.
 * @cssproperty [--nut-graf-radius=4px] - Its corners.
 * @cssproperty [--nut-graf-padding=0.75em 1em] - Its padding.
 * @cssproperty [--nut-graf-font-family=inherit] - The typeface.
 * @cssproperty [--nut-graf-font-size=1rem] - The size of the text.
 * @cssproperty [--nut-graf-mark=Mark] - What a passage is marked with, on the page.
 * @cssproperty [--nut-graf-mark-color=MarkText] - The ink on it.
 * @cssproperty [--nut-graf-reserve] - The height kept free until the summary is there; estimated by default.
 *
 * @cssstate loading - The article is being read.
 * @cssstate ready - The summary is there.
 * @cssstate empty - The article holds too little text.
 * @cssstate error - Something failed; `diagnose()` says what.
 *
 * @event {CustomEvent<{ version: string }>} nut-graf-ready - The first summary is shown; not for an article that is too short for one.
 * @event {CustomEvent<{ digest: Digest }>} nut-graf-summary - A new summary is shown.
 * @event {CustomEvent<{ code: string, message: string, error: unknown }>} nut-graf-error - There is no summary, and why.
 * @event {CustomEvent<{ index: number, sentence: Sentence, range: Range }>} nut-graf-jump - The reader goes to a passage; can be cancelled.
 */
export class NutGrafElement extends Base {
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

  /** @type {Frame | null} */
  #frame = null;

  /** @type {Messages | null} */
  #messages = null;

  /** What the page gave by property or method. @type {string | Element | Document | null} */
  #assignedSource = null;

  /** What is read. @type {string | Element | Document | null} */
  #source = null;

  /** @type {Partial<DomDigest> & { digest: Digest } | null} */
  #result = null;

  /** Options of the last call of summarize(), which go before the attributes. @type {Options} */
  #options = {};

  /** @type {Partial<Strings>} */
  #strings = {};

  /** @type {CodedError | null} */
  #error = null;

  /** How many sentences the reader asked for. @type {number | null} */
  #readerLength = null;

  /** Makes reasons and keywords, once one of both was asked for. @type {typeof import('./element/extras.js') | null} */
  #extras = null;

  #ready = deferred();
  #announcedReady = false;

  /** The run that counts; an older one comes to nothing. */
  #run = 0;

  /** What the next update has to do. @type {'view' | 'digest' | null} */
  #pendingUpdate = null;

  /** @type {MutationObserver | null} */
  #observer = null;

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;

  /** Since when a changing article has been waiting. */
  #changingSince = 0;

  /** Ends the visit to a passage. @type {(() => void) | null} */
  #endVisit = null;

  // Properties; each but `source` and `strings` has its attribute.

  /** The id of the article's element. */
  get for() {
    return this.getAttribute('for') ?? '';
  }

  set for(id) {
    this.#write('for', id);
  }

  /** @type {string} as in the attribute; takes `{ words: 80 }` and the like, too */
  get length() {
    const value = this.#read('length', readLength, /** @type {Length} */ ('medium'));
    return writeLength(value);
  }

  /** @param {Length | number | string} value */
  set length(value) {
    this.#write('length', value === null || value === undefined ? null : writeLength(value));
  }

  /** @type {'key-points' | 'tldr' | 'teaser' | 'headline'} */
  get type() {
    return this.#read('type', oneOf(TYPES), 'key-points');
  }

  set type(value) {
    this.#write('type', value);
  }

  /** BCP-47, or the empty string. */
  get language() {
    return this.#read('language', readLanguage, '');
  }

  set language(tag) {
    this.#write('language', tag || null);
  }

  /** The attribute `focus`; that name is taken by the method. @type {string[]} */
  get focusWords() {
    return readList(this.getAttribute('focus') ?? '');
  }

  /** @param {string[] | string} words */
  set focusWords(words) {
    const text = typeof words === 'string' ? words : (words ?? []).join(', ');
    this.#write('focus', text || null);
  }

  get headingLevel() {
    return this.#read('heading-level', readLevel, 2);
  }

  set headingLevel(level) {
    this.#write('heading-level', level);
  }

  get collapsed() {
    return this.hasAttribute('collapsed');
  }

  set collapsed(is) {
    this.toggleAttribute('collapsed', Boolean(is));
  }

  get withKeywords() {
    return this.hasAttribute('with-keywords');
  }

  set withKeywords(is) {
    this.toggleAttribute('with-keywords', Boolean(is));
  }

  get withSlider() {
    return this.hasAttribute('with-slider');
  }

  set withSlider(is) {
    this.toggleAttribute('with-slider', Boolean(is));
  }

  get withReasons() {
    return this.hasAttribute('with-reasons');
  }

  set withReasons(is) {
    this.toggleAttribute('with-reasons', Boolean(is));
  }

  /** @type {'auto' | 'light' | 'dark'} */
  get theme() {
    return this.#read('theme', oneOf(THEMES), 'auto');
  }

  set theme(value) {
    this.#write('theme', value);
  }

  /** What to summarize instead of what the markup says: a text or a part of a page. */
  get source() {
    return this.#assignedSource;
  }

  set source(input) {
    this.#assignedSource = input ?? null;
    this.#options = {};
    this.#request('digest');
  }

  /** Strings of the interface to replace, in this element. */
  get strings() {
    return this.#strings;
  }

  set strings(strings) {
    this.#strings = { ...strings };
    this.#messages = null;
    this.#request('view');
  }

  /** The last digest. @type {Digest | null} */
  get digest() {
    return this.#result?.digest ?? null;
  }

  /** @type {State | null} null before the element was connected */
  get state() {
    return this.#state;
  }

  /** The digest of the run that is going on or was the last; rejected when it failed. @type {Promise<Digest>} */
  get ready() {
    return this.#ready.promise;
  }

  // Methods.

  /**
   * Summarizes something else, and shows it.
   *
   * @param {string | Element | Document} [input] by default what is being shown, read anew
   * @param {CallOptions} [options] they go before the attributes
   * @returns {Promise<Digest>}
   */
  async summarize(input, { signal, ...options } = {}) {
    signal?.throwIfAborted();
    const before = { source: this.#assignedSource, options: this.#options, length: this.#readerLength };
    if (input !== undefined) this.#assignedSource = input;
    this.#options = options;
    this.#readerLength = null;
    const run = this.#run + 1;
    try {
      return await this.#summarize(signal);
    } catch (error) {
      // The call never happened, unless another one has followed.
      if (signal?.aborted && run === this.#run) {
        this.#assignedSource = before.source;
        this.#options = before.options;
        this.#readerLength = before.length;
        this.#resume();
      }
      throw error;
    }
  }

  /**
   * Goes to the passage of a sentence: scrolls, marks it, moves the focus there.
   *
   * @param {number} index into `digest.sentences`
   * @returns {boolean} whether there is such a passage
   */
  jump(index) {
    const sentence = this.#result?.digest.sentences[index];
    const range = sentence && this.#rangeOf(sentence);
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
    const text = this.asText(format);
    const root = this.shadowRoot;
    return Boolean(text && root && await copy(text, root));
  }

  /**
   * The summary that is shown, as text or as Markdown with links to its passages.
   *
   * @param {'text' | 'markdown'} [format]
   */
  asText(format = 'text') {
    const digest = this.#result?.digest;
    if (!digest) return '';
    const sentences = this.#chosen(digest).flatMap((i) => digest.sentences[i] ?? []);
    const inProse = this.#shownType() !== 'key-points';
    return exported(format, { digest, sentences, inProse, link: (sentence) => this.#linkTo(sentence), address: address() });
  }

  /** What one needs to know to find out why it doesn't work. @returns {Diagnosis} */
  diagnose() {
    const source = this.#source;
    return {
      version: VERSION,
      engine: this.#result?.digest.version ?? null,
      state: this.#state,
      error: this.#error && { code: this.#error.code, message: this.#error.message },
      source: source === null ? null : typeof source === 'string' ? `text, ${source.length} characters` : `<${source.nodeName.toLowerCase()}>`,
      sentences: this.#result?.digest.sentences.length ?? 0,
      language: this.#result?.digest.language ?? null,
      interface: this.#messages?.tag ?? null,
      supports: {
        webAssembly: typeof WebAssembly === 'object',
        highlight: typeof Highlight === 'function',
        clipboard: isSecureContext,
      },
    };
  }

  // The life of the element.

  connectedCallback() {
    this.#upgrade();
    this.#build();
    if (!this.#state) this.#enter('loading');
    this.#watch();
    this.#request('digest');
  }

  disconnectedCallback() {
    clearTimeout(this.#pause);
    this.#observer?.disconnect();
    this.#observer = null;
    this.#endVisit?.();
    // A run on its way comes to nothing.
    this.#run += 1;
    // An element that is only moved is back at once.
    queueMicrotask(() => {
      if (!this.isConnected) this.#ready.reject(new DOMException('<nut-graf> was removed from the page', 'AbortError'));
    });
  }

  adoptedCallback() {
    // A style sheet belongs to one document.
    if (this.shadowRoot) this.shadowRoot.adoptedStyleSheets = [];
    this.#frame = null;
  }

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name === 'length' || name === 'type') this.#readerLength = null;
    // What is said last counts.
    if (DIGEST_ATTRIBUTES.includes(name)) delete this.#options[/** @type {keyof Options} */ (name)];
    if (name === 'lang') this.#messages = null;
    if (name === 'theme') return void this.theme;
    this.#request(DIGEST_ATTRIBUTES.includes(name) ? 'digest' : 'view');
  }

  #upgrade() {
    // Set before the element was defined, a property hides the accessor of the class.
    for (const name of Object.keys(this)) {
      if (!(name in NutGrafElement.prototype)) continue;
      const value = /** @type {any} */ (this)[name];
      delete (/** @type {any} */ (this)[name]);
      /** @type {any} */ (this)[name] = value;
    }
  }

  #build() {
    if (this.#frame) return;
    try {
      this.#internals ??= this.attachInternals();
    } catch {
      // An old browser, or one that has given them out already: no custom states.
    }
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const window = /** @type {Window & typeof globalThis} */ (own(this.ownerDocument, 'defaultView'));
    adopt(root, lookFor(this.ownerDocument, window));
    const frame = build(this.ownerDocument, this.headingLevel);
    root.replaceChildren(frame.frame);
    this.#frame = frame;
    this.#listen(frame);
    if (this.#messages) speak(frame, this.#messages);
  }

  /** @param {Frame} frame */
  #listen(frame) {
    frame.toggle.addEventListener('click', () => {
      this.#release();
      this.collapsed = !this.collapsed;
    });
    frame.points.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      // With a key held down the browser opens a tab, and the address says where.
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      if (this.jump(Number(link.dataset.index))) event.preventDefault();
    });
    frame.range.addEventListener('input', () => {
      this.#release();
      this.#readerLength = frame.range.valueAsNumber;
      this.#show();
    });
    frame.copy.addEventListener('click', () => this.#copyAndTell('text'));
    frame.copyMarkdown.addEventListener('click', () => this.#copyAndTell('markdown'));
    frame.back.addEventListener('click', () => this.back());
  }

  /** @param {'text' | 'markdown'} format */
  async #copyAndTell(format) {
    const done = await this.copy(format);
    if (!this.#frame || !this.#messages) return;
    const { strings } = this.#messages;
    const text = done ? strings.copied : strings.copyFailed;
    this.#frame.status.textContent = text;
    this.#announce(text);
  }

  // Updates: changes of a moment are handled together.

  /** @param {'view' | 'digest'} what */
  #request(what) {
    if (!this.isConnected) return;
    const idle = this.#pendingUpdate === null;
    if (this.#pendingUpdate !== 'digest') this.#pendingUpdate = what;
    if (idle) queueMicrotask(() => this.#update());
  }

  async #update() {
    const pending = this.#pendingUpdate;
    this.#pendingUpdate = null;
    if (!this.isConnected || !pending) return;
    if (pending === 'digest') return void this.#summarize().catch(() => {});
    await Promise.all([this.#translate(this.#state === 'loading' ? undefined : this.#result?.digest.language ?? null), this.#loadExtras()]);
    this.#show();
  }

  /**
   * Reads the source and shows what it found, unless a later run overtakes it.
   *
   * @param {AbortSignal} [signal]
   * @returns {Promise<Digest>}
   */
  async #summarize(signal) {
    const run = ++this.#run;
    const ready = this.#ready.isSettled ? (this.#ready = deferred()) : this.#ready;
    if (this.#state === 'loading') this.#translate().then(() => this.#show());
    try {
      const result = await this.#digest(signal);
      if (run !== this.#run) return result.digest;
      await Promise.all([this.#translate(result.digest.language), this.#loadExtras()]);
      if (run !== this.#run) return result.digest;
      this.#accept(result);
      ready.resolve(result.digest);
      return result.digest;
    } catch (error) {
      if (run === this.#run && !signal?.aborted) {
        await this.#translate(null);
        if (run === this.#run) this.#fail(error);
        ready.reject(error);
      }
      throw error;
    }
  }

  /** After a call that was given up: what is shown counts again; where nothing is shown yet, the markup's article is read. */
  #resume() {
    if (this.#result) this.#ready.resolve(this.#result.digest);
    else if (this.#error) this.#ready.reject(this.#error);
    else this.#request('digest');
  }

  /** @param {AbortSignal} [signal] @returns {Promise<Partial<DomDigest> & { digest: Digest }>} */
  async #digest(signal) {
    await parsed(this.ownerDocument);
    const source = this.#source = this.#locate();
    if (source === null) {
      const cure = this.for ? `no element has the id "${this.for}"` : 'give it for="…", a slot="source", or put it into the <article>';
      throw coded('source-not-found', `<nut-graf> finds no article: ${cure}`);
    }
    const length = this.#read('length', readLength, /** @type {Length} */ ('medium'));
    const { type, language, focusWords: focus } = this;
    const options = { length, type, focus, ...(language ? { language } : {}), ...this.#options };
    if (typeof source === 'string') return { digest: await summarize(source, { ...options, signal }) };
    const result = await summarizeDom(source, options);
    signal?.throwIfAborted();
    return result;
  }

  /** Where the article is; null when there is none. */
  #locate() {
    if (this.#assignedSource !== null) return this.#assignedSource;
    const root = this.getRootNode();
    const document = this.ownerDocument;
    if (this.for) {
      const selector = `#${CSS.escape(this.for)}`;
      return find(root, selector) ?? find(document, selector);
    }
    const slotted = [...this.children].find((child) => child.getAttribute('slot') === 'source');
    if (slotted) return slotted;
    const holder = around(this, ARTICLE);
    if (holder) return holder;
    return this.#ownText() ? this : find(root, ARTICLE) ?? find(document, ARTICLE);
  }

  /** Whether the page put anything but white space into the default slot. */
  #ownText() {
    return [...this.childNodes].some((node) => {
      if (node instanceof Element) return !node.hasAttribute('slot');
      return node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim();
    });
  }

  /** Looks for changes of the article, and for an article that comes late. */
  #watch() {
    this.#observer?.disconnect();
    this.#observer = new MutationObserver((records) => this.#changed(records));
    const document = this.ownerDocument;
    const root = this.getRootNode();
    for (const node of new Set([root, document])) this.#observer.observe(node, { childList: true, characterData: true, subtree: true });
    this.#observer.observe(own(document, 'documentElement'), { attributes: true, attributeFilter: ['lang'] });
  }

  /** @param {MutationRecord[]} records */
  #changed(records) {
    if (records.some(({ type }) => type === 'attributes')) {
      this.#messages = null;
      this.#request('view');
    }
    const source = this.#source;
    // A text doesn't change; what can't be read now may be readable later.
    if (typeof source === 'string' || this.#state === 'loading') return;
    const isNews = source === null || !source.isConnected ? this.#locate() !== source
      : records.some(({ target }) => source.contains(target) && !this.#isOwn(target));
    if (!isNews) return;
    const now = Date.now();
    if (!this.#changingSince) this.#changingSince = now;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.#changingSince = 0;
      this.#request('digest');
    }, Math.max(0, Math.min(PAUSE, this.#changingSince + PATIENCE - now)));
  }

  /** Whether a node of the article belongs to this element, not to the article. @param {Node} node */
  #isOwn(node) {
    const source = this.#source;
    const isInside = source instanceof Node && this.contains(source);
    if (!isInside && this.contains(node)) return true;
    const element = node instanceof Element ? node : node.parentElement;
    return Boolean(element?.closest('[data-nut-graf-live]'));
  }

  // What came of it.

  /** @param {Partial<DomDigest> & { digest: Digest }} result */
  #accept(result) {
    const before = this.#result;
    this.#result = result;
    this.#error = null;
    const { digest } = result;
    const isEmpty = this.#order(digest).length === 0;
    const isNews = this.#state !== 'ready' || !before || !sameSummary(before.digest, digest);
    this.#enter(isEmpty ? 'empty' : 'ready');
    this.#show();
    if (isEmpty || !isNews) return;
    if (!this.#announcedReady) this.#emit('nut-graf-ready', { version: digest.version });
    else if (this.#messages) this.#announce(this.#messages.strings.updated);
    this.#announcedReady = true;
    this.#emit('nut-graf-summary', { digest });
  }

  /** @param {unknown} thrown */
  #fail(thrown) {
    const error = /** @type {CodedError} */ (thrown instanceof Error ? thrown : new Error(String(thrown)));
    const { code = 'failed', message } = error;
    if (this.#error?.message !== message) console.warn(`nut-graf: ${message} (${code})`, this);
    this.#error = Object.assign(error, { code });
    this.#result = null;
    this.#enter('error');
    this.#show();
    this.#emit('nut-graf-error', { code, message, error });
  }

  /** @param {State} state */
  #enter(state) {
    this.#state = state;
    const states = this.#internals?.states;
    try {
      states?.clear();
      states?.add(state);
    } catch {
      // An older syntax of custom states.
    }
    if (state === 'loading') this.#reserve();
    else if (state !== 'ready') this.#release();
  }

  /**
   * Chooses the language of the interface: the nearest that the markup names, else the article's.
   *
   * @param {string | null} [article] undefined as long as nobody knows
   */
  async #translate(article) {
    if (this.#messages) return;
    const wanted = around(this, '[lang]')?.getAttribute('lang') || own(this.ownerDocument, 'documentElement').lang || article;
    if (!wanted && article === undefined) return;
    const messages = await messagesFor(wanted || 'en');
    this.#messages = { ...messages, strings: { ...messages.strings, ...this.#strings } };
    if (this.#frame) speak(this.#frame, this.#messages);
  }

  /** Without that file the summary has to do. */
  async #loadExtras() {
    if (this.withReasons || this.withKeywords) this.#extras ??= await import('./element/extras.js').catch(() => null);
  }

  #show() {
    const frame = this.#frame;
    const messages = this.#messages;
    if (!frame || !messages) return;
    const digest = this.#state === 'ready' ? this.#result?.digest : null;
    const hasFallback = this.#source !== this && this.#ownText();
    frame.base.hidden = !digest && hasFallback;
    frame.fallback.hidden = Boolean(digest) && this.#source !== this;
    frame.toggle.setAttribute('aria-expanded', String(!this.collapsed));
    frame.base.ariaBusy = String(this.#state === 'loading');
    frame.body.hidden = !digest || this.collapsed;
    frame.message.hidden = Boolean(digest) || this.collapsed;
    frame.slider.hidden = !this.withSlider;
    setLevel(frame, this.headingLevel);
    if (!digest) {
      const { loading, empty, error } = messages.strings;
      frame.message.textContent = this.#state === 'empty' ? empty : this.#state === 'error' ? error : loading;
      return;
    }
    const chosen = this.#chosen(digest);
    show(frame, messages, {
      digest,
      chosen,
      longest: Math.min(LONGEST, this.#order(digest).length),
      inProse: this.#shownType() !== 'key-points',
      withKeywords: this.withKeywords,
      withReasons: this.withReasons,
      extras: this.#extras,
      link: this.#result?.nodes ? (sentence) => this.#linkTo(sentence) : null,
    });
    frame.slider.hidden = !this.withSlider || Boolean(digest.headline);
  }

  /** The sentences that can be chosen, best first. @param {Digest} digest */
  #order({ sentences }) {
    return [...sentences.keys()]
      .filter((i) => sentences[i]?.rank !== null)
      .sort((a, b) => Number(sentences[a]?.rank) - Number(sentences[b]?.rank));
  }

  /** Those shown: the engine's choice, or as many as the reader asked for. @param {Digest} digest */
  #chosen(digest) {
    if (this.#readerLength === null) return digest.summary;
    return this.#order(digest).slice(0, this.#readerLength).sort((a, b) => a - b);
  }

  /** What kind of summary the digest is. */
  #shownType() {
    return this.#options.type ?? this.type;
  }

  /** @param {Sentence} sentence */
  #rangeOf(sentence) {
    const { text, nodes, starts } = this.#result ?? {};
    return text !== undefined && nodes && starts ? rangeOf({ text, nodes, starts }, sentence) : null;
  }

  /** @param {Sentence} sentence */
  #linkTo({ start, end }) {
    const text = this.#result?.text;
    return text === undefined ? null : linkTo(address(), text.slice(start, end), text);
  }

  /** @param {Range} range */
  #visit(range) {
    this.#endVisit?.();
    const frame = this.#frame;
    const from = this.shadowRoot?.activeElement;
    const unmark = mark(range);
    const block = visit(range);
    const visiting = new AbortController();
    this.#endVisit = () => {
      this.#endVisit = null;
      visiting.abort();
      unmark();
      if (!frame) return;
      frame.back.hidden = true;
      if (!this.isConnected) return;
      const target = from?.isConnected && from instanceof HTMLElement ? from : frame.toggle;
      target.focus();
      target.scrollIntoView({ block: 'nearest' });
    };
    block?.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.back();
    }, { signal: visiting.signal });
    if (frame) {
      frame.back.hidden = false;
      // In the top layer nothing of the page covers it.
      frame.back.showPopover?.();
    }
    if (this.#messages) this.#announce(this.#messages.strings.shown);
  }

  /** Keeps the height free that the summary will probably take, so that nothing moves when it comes. */
  #reserve() {
    const { frame } = this.#frame ?? {};
    const width = frame?.clientWidth;
    const window = own(this.ownerDocument, 'defaultView');
    if (!frame || !width || !window) return;
    const size = parseFloat(window.getComputedStyle(own(this.ownerDocument, 'documentElement')).fontSize) || 16;
    const length = this.#read('length', readLength, /** @type {Length} */ ('medium'));
    const { type, withKeywords, withReasons, withSlider } = this;
    const lines = linesNeeded({ type, length, withKeywords, withReasons, withSlider }, (width - 3 * size) / (0.47 * size), this.#locate());
    const height = this.collapsed ? '' : `${Math.round(lines * 1.5 * size)}px`;
    frame.style.setProperty('--_reserve', `var(--nut-graf-reserve, ${height || HEADING})`);
  }

  /** Once the reader changes the height, nothing needs keeping. */
  #release() {
    this.#frame?.frame.style.removeProperty('--_reserve');
  }

  /** @param {string} text */
  #announce(text) {
    announce(this.ownerDocument, text, this.#messages?.tag ?? 'en');
  }

  /**
   * @param {string} type
   * @param {object} detail
   * @param {boolean} [cancelable]
   */
  #emit(type, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(type, { detail, cancelable, bubbles: true, composed: true }));
  }

  /**
   * The meaning of an attribute; what means nothing is named once and counts as absent.
   *
   * @template T
   * @param {string} name
   * @param {(value: string) => T | null} read
   * @param {T} instead
   * @returns {T}
   */
  #read(name, read, instead) {
    const value = this.getAttribute(name);
    if (value === null || value === '') return instead;
    const meaning = read(value);
    if (meaning === null) warn(name, value, instead);
    return meaning ?? instead;
  }

  /** @param {string} name @param {string | number | null | undefined} value */
  #write(name, value) {
    if (value === null || value === undefined) this.removeAttribute(name);
    else this.setAttribute(name, String(value));
  }
}

const ARTICLE = 'article, main, [role=article], [role=main]';

/** @template {string} T @param {readonly T[]} names @returns {(value: string) => T | null} */
function oneOf(names) {
  return (value) => names.find((name) => name === value.trim().toLowerCase()) ?? null;
}

/** The page's address without its fragment. */
function address() {
  return globalThis.location?.href.replace(/#.*$/s, '') ?? '';
}

/** @param {Digest} a @param {Digest} b */
function sameSummary(a, b) {
  const texts = (/** @type {Digest} */ { language, headline, summary, sentences }) => JSON.stringify([language, headline, summary.map((i) => sentences[i]?.text), sentences.length]);
  return texts(a) === texts(b);
}

/** When the whole page has arrived. @param {Document} document @returns {Promise<void> | void} */
function parsed(document) {
  if (own(document, 'readyState') !== 'loading') return;
  return new Promise((done) => {
    EventTarget.prototype.addEventListener.call(document, 'DOMContentLoaded', () => done(), { once: true });
  });
}

function deferred() {
  /** @type {(digest: Digest) => void} */
  let resolve = () => {};
  /** @type {(error: unknown) => void} */
  let reject = () => {};
  const promise = /** @type {Promise<Digest>} */ (new Promise((done, failed) => {
    resolve = done;
    reject = failed;
  }));
  const state = {
    promise,
    isSettled: false,
    /** @param {Digest} digest */
    resolve(digest) {
      state.isSettled = true;
      resolve(digest);
    },
    /** @param {unknown} error */
    reject(error) {
      state.isSettled = true;
      reject(error);
    },
  };
  // Nobody has to listen.
  promise.catch(() => {});
  return state;
}
