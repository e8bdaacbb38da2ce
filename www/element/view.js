// What readers see of the element: its shadow tree, filled from what was read.

import { announce } from './announce.js';
import { Box } from './box.js';
import { choose, order } from './choice.js';
import { adopt, around, find, make, own, styleSheet } from './dom.js';
import { build, setLevel, showPoints, speak } from './frame.js';
import { LOOK } from './look.js';
import { messagesFor } from './messages.js';
import { linkTo, pageAddress } from './passage.js';
import { VIEW_ATTRIBUTES } from './properties.js';
import { hasOwnText } from './source.js';

/** @import { Extras } from './extras.js' */
/** @import { Messages } from './frame.js' */
/** @import { Properties } from './properties.js' */
/** @import { Reading } from './reading.js' */
/** @import { Digest, Sentence, Strings } from '../types.d.ts' */

// Beyond this a list of sentences is no summary any more.
const LONGEST = 24;

// A summary that leaves out less of the article than this is most of it.
const LEAST = 0.4;

/**
 * What readers can do.
 *
 * @typedef {object} Actions
 * @property {(index: number) => boolean} jump to the passage of a sentence, if it has one
 * @property {() => void} back
 * @property {(format: 'text' | 'markdown') => Promise<boolean>} copy whether it was possible
 */

export class View {
  /** @type {Messages | null} */
  messages = null;

  /** @type {Box} */
  box;

  #element;
  #reading;
  #actions;
  #frame;

  /** What was asked for by an attribute, once it was. @type {Extras | null} */
  #extras = null;

  /** The page's address that the links have. */
  #address = '';

  /** Throws where there are no style sheets to adopt. @param {Properties} element @param {Reading} reading @param {Actions} actions */
  constructor(element, reading, actions) {
    this.#element = element;
    this.#reading = reading;
    this.#actions = actions;
    const { ownerDocument } = element;
    // Before what is in the element loses its place.
    const sheet = styleSheet(ownerDocument, LOOK);
    const frame = this.#frame = build(ownerDocument);
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    adopt(root, sheet);
    root.replaceChildren(frame.frame);
    this.box = new Box(frame);
    this.#listen(actions);
  }

  /** The button that leads back from a passage. */
  get back() {
    return this.#frame.back;
  }

  /** @param {Actions} actions */
  #listen({ jump, back }) {
    const frame = this.#frame;
    frame.toggle.addEventListener('click', () => { this.#element.collapsed = !this.#element.collapsed; });
    frame.more.addEventListener('click', () => this.#open(!this.box.isOpen));
    frame.points.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const index = link?.dataset.index;
      // With a key held down the browser opens a tab, and the address says where.
      if (!index || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      if (jump(Number(index))) event.preventDefault();
    });
    // The page may have got another address since.
    for (const type of ['pointerover', 'focusin']) frame.points.addEventListener(type, () => this.#renewLinks());
    frame.back.addEventListener('click', back);
  }

  /** @param {boolean} is */
  #open(is) {
    this.box.isOpen = is;
    this.#fit();
  }

  /** @param {string} text */
  announce(text) {
    announce(this.#element.ownerDocument, text, this.messages?.tag ?? 'en');
  }

  /**
   * Chooses the language of the interface: the nearest that the markup names, else the article's.
   *
   * @param {Partial<Strings>} strings what the page says instead
   * @param {string | null} [article] undefined as long as nobody knows
   */
  async translate(strings, article) {
    if (this.messages && (!this.wantsExtras || isWhole(this.messages))) return;
    const { ownerDocument } = this.#element;
    const wanted = around(this.#element, '[lang]')?.getAttribute('lang') || own(ownerDocument, 'documentElement').lang || article;
    if (!wanted && article === undefined) return;
    const messages = await messagesFor(wanted || 'en', this.wantsExtras);
    this.messages = { ...messages, strings: { ...messages.strings, ...strings } };
    speak(this.#frame, this.messages);
  }

  /** Whether an attribute asks for more than the sentences. */
  get wantsExtras() {
    return this.#element.keep.length > 0 || VIEW_ATTRIBUTES.some((name) => name.startsWith('with-') && this.#element.hasAttribute(name));
  }

  /** Waits for what the summary is shown with. @param {Digest} [digest] */
  async prepare(digest) {
    const text = digest?.summary.map((i) => digest.sentences[i]?.text).join(' ');
    await Promise.all([
      this.wantsExtras && this.#loadExtras().catch(() => {}),
      text && this.box.settle(text),
    ]);
  }

  /** Without that file the summary has to do. */
  async #loadExtras() {
    const { Extras, copying } = await import('./extras.js');
    await copying;
    this.#extras ??= new Extras(this.#frame, {
      make,
      adopt: (css) => adopt(/** @type {ShadowRoot} */ (this.#element.shadowRoot), styleSheet(this.#element.ownerDocument, css)),
      choose: (count) => {
        this.#reading.readerLength = count;
        this.box.isOpen = true;
        this.show('ready');
      },
      open: () => this.#open(true),
      copy: this.#actions.copy,
      announce: (text) => this.announce(text),
    });
  }

  /**
   * @param {'loading' | 'ready' | 'empty' | 'error'} state
   * @returns {boolean} whether it steps aside, with nothing of its own to show
   */
  show(state) {
    const { messages } = this;
    const frame = this.#frame;
    const element = this.#element;
    if (!messages) return false;
    const reading = this.#reading;
    const digest = state === 'ready' ? reading.result?.digest ?? null : null;
    const isInside = reading.source === element;
    const stepsAside = this.#stepsAside(state, digest);
    const hasFallback = !isInside && hasOwnText(element);
    const isShown = !stepsAside && (Boolean(digest) || !hasFallback);
    frame.base.hidden = !isShown;
    frame.fallback.hidden = isShown && !isInside;
    // The element's own text stands below the summary, and is as long as it is.
    const holder = isInside ? frame.frame : frame.box;
    if (frame.fallback.parentNode !== holder) holder.append(frame.fallback);
    frame.base.ariaBusy = String(state === 'loading');
    frame.toggle.setAttribute('aria-expanded', String(!element.collapsed));
    frame.body.hidden = !digest || element.collapsed;
    frame.message.hidden = Boolean(digest) || element.collapsed;
    setLevel(frame, element.headingLevel);
    const type = reading.options.type ?? element.type;
    const isBare = type === 'headline' || type === 'teaser';
    frame.base.classList.toggle('bare', isBare);
    frame.heading.hidden = isBare;
    frame.base.ariaLabel = isBare ? null : this.#name(messages.strings.heading);
    frame.message.textContent = isBare && state === 'loading' ? '' : messages.strings[state === 'ready' ? 'loading' : state] ?? '';
    this.box.items = digest && isShown ? this.#showDigest(messages, digest, type) : [];
    this.box.isLoose = stepsAside;
    this.box.mayOpen = !isBare;
    this.#fit();
    return stepsAside && !hasFallback && !isInside && !find(element, '[slot=source]');
  }

  /** A name that no other one on the page has. @param {string} heading */
  #name(heading) {
    const { ownerDocument, localName } = this.#element;
    const place = [...Document.prototype.querySelectorAll.call(ownerDocument, localName)].indexOf(this.#element);
    const text = find(this.#element, '[slot=heading]')?.textContent?.trim() || heading;
    return place > 0 ? `${text} ${place + 1}` : text;
  }

  #fit() {
    this.box.refit();
    const { strings } = this.messages ?? {};
    if (strings) this.#frame.more.textContent = this.box.isOpen ? strings.less : strings.more;
  }

  /** @param {string | null} state @param {Digest | null} digest */
  #stepsAside(state, digest) {
    const { keep } = this.#element;
    if (state === 'error' || state === 'empty') return !keep.includes(state);
    if (!digest || digest.headline !== undefined || keep.includes('short')) return false;
    return digest.stats.reduction < LEAST;
  }

  /** @param {Messages} messages @param {Digest} digest @param {string} type */
  #showDigest(messages, digest, type) {
    const element = this.#element;
    const reading = this.#reading;
    const chosen = choose(digest, reading.readerLength, element.withoutLede);
    // All of a list has one direction, that of the article, lest some bullets stand on the other side.
    const { source, result } = reading;
    const isFromRight = source instanceof Element && getComputedStyle(source).direction === 'rtl';
    const quoted = { dir: isFromRight ? 'rtl' : 'auto', ...(digest.language ? { lang: digest.language } : {}) };
    this.#address = pageAddress();
    this.#lookLikeThePage();
    const items = showPoints(this.#frame, {
      document: element.ownerDocument, digest, quoted, chosen,
      inProse: type !== 'key-points',
      href: element.href,
      link: result?.nodes ? (sentence) => this.linkTo(sentence) : null,
    });
    if (isWhole(messages)) this.#extras?.show({ element, digest, chosen, longest: Math.min(LONGEST, order(digest).length), quoted, messages });
    return items;
  }

  /** Takes the colour of the links beside it. */
  #lookLikeThePage() {
    const { source } = this.#reading;
    const page = this.#element.ownerDocument;
    const link = [source, page].map((holder) => holder instanceof Node && find(holder, 'a[href]')).find(Boolean);
    if (link) this.#frame.base.style.setProperty('--_link', getComputedStyle(link).color);
  }

  #renewLinks() {
    const digest = this.#reading.result?.digest;
    if (!digest || this.#address === pageAddress()) return;
    this.#address = pageAddress();
    for (const link of this.#frame.points.querySelectorAll('a')) {
      const sentence = digest.sentences[Number(link.dataset.index)];
      if (link.dataset.index && sentence) link.href = this.linkTo(sentence) ?? link.href;
    }
  }

  /** @param {Sentence} sentence */
  linkTo({ start, end }) {
    const text = this.#reading.result?.text;
    return text === undefined ? null : linkTo(pageAddress(), text.slice(start, end), text);
  }

  /** Shows the button that leads back from a passage. @returns {(leadsBack: boolean) => void} hides it and may give the focus back to where it was */
  leave() {
    const { back, toggle, points } = this.#frame;
    const from = /** @type {HTMLElement | null | undefined} */ (this.#element.shadowRoot?.activeElement);
    return (leadsBack) => {
      back.hidden = true;
      if (!leadsBack || !this.#element.isConnected) return;
      const target = from?.isConnected ? from : points.querySelector('a') ?? toggle;
      target.focus();
      target.scrollIntoView({ block: 'nearest' });
    };
  }

  showBack() {
    const { back } = this.#frame;
    back.hidden = false;
    // In the top layer nothing of the page covers it.
    back.showPopover?.();
  }
}

/** Whether the strings of what attributes bring are there, too. @param {Messages} messages @returns {messages is Messages & { strings: Strings }} */
function isWhole(messages) {
  return 'note' in messages.strings;
}
