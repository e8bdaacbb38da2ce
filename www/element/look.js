// What the element looks like: the page's own typeface and colour, nothing else of the page's style.

const CSS = `
:host {
  display: block;
}

:host([theme='light']) {
  color-scheme: light;
  --_ink: #1c1b1a;
  --_paper: #f7f5f2;
}

:host([theme='dark']) {
  color-scheme: dark;
  --_ink: #eceae6;
  --_paper: #232220;
}

.frame {
  min-block-size: var(--_reserve, auto);
}

slot {
  display: block;
}

slot[name='heading'] {
  display: contents;
}

[hidden], :host([hidden]) {
  display: none !important;
}

.base {
  all: initial;
  display: block;
  box-sizing: border-box;
  color: var(--nut-graf-color, var(--_ink, inherit));
  color-scheme: inherit;
  visibility: inherit;
  pointer-events: inherit;
  font-family: var(--nut-graf-font-family, inherit);
  font-size: var(--nut-graf-font-size, 1rem);
  line-height: 1.5;
  padding: var(--nut-graf-padding, 0.75em 1em);
  border: 1px solid var(--nut-graf-border-color, color-mix(in srgb, currentColor 22%, transparent));
  border-inline-start: 4px solid var(--nut-graf-accent, currentColor);
  border-radius: var(--nut-graf-radius, 4px);
  background: var(--nut-graf-background, var(--_paper, color-mix(in srgb, currentColor 3%, transparent)));
  overflow-wrap: anywhere;
}

h1, h2, h3, h4, h5, h6, p, ol, ul {
  margin: 0;
  padding: 0;
  font: inherit;
  list-style: none;
}

button, input, summary, a {
  font: inherit;
  color: inherit;
}

.toggle {
  display: inline-flex;
  align-items: center;
  gap: 0.5em;
  min-block-size: 2rem;
  padding: 0;
  border: 0;
  background: none;
  font-weight: 700;
  text-align: start;
  cursor: pointer;
}

.toggle::before {
  content: '';
  flex: none;
  inline-size: 0.4em;
  block-size: 0.4em;
  margin-block-end: 0.2em;
  border: solid currentColor;
  border-width: 0 2px 2px 0;
  rotate: 45deg;
}

.toggle[aria-expanded='false']::before {
  margin-block-end: 0;
  rotate: -45deg;
}

[dir='rtl'] .toggle[aria-expanded='false']::before {
  rotate: 135deg;
}

.meta, .note, .reasons, .slider, .keywords, .actions {
  font-size: 0.875em;
}

.list {
  display: grid;
  gap: 0.5em;
  margin-block: 0.5em;
  padding-inline-start: 1.25em;
}

.list > li {
  position: relative;
}

.list > li::before {
  content: '';
  position: absolute;
  inset-block-start: 0.6em;
  inset-inline-start: -1em;
  inline-size: 0.35em;
  block-size: 0.35em;
  border-radius: 50%;
  background: var(--nut-graf-accent, currentColor);
}

.text {
  margin-block: 0.5em;
}

.note {
  margin-block-start: 0.5em;
}

.headline {
  font-size: 1.25em;
  font-weight: 700;
  line-height: 1.3;
}

a {
  text-decoration: underline 1px dotted;
  text-decoration-color: color-mix(in srgb, currentColor 55%, transparent);
  text-underline-offset: 0.2em;
}

a:hover {
  text-decoration: underline 1px solid;
}

.list > li > a {
  display: inline-block;
  min-block-size: 1.5rem;
}

summary {
  inline-size: fit-content;
  min-block-size: 1.5rem;
  cursor: pointer;
}

.reasons ul {
  padding-inline-start: 1em;
}

.reasons b {
  font-weight: 400;
}

.slider {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0 0.75em;
}

.slider input {
  flex: 1 1 8rem;
  min-inline-size: 4rem;
  max-inline-size: 20rem;
  min-block-size: 1.5rem;
  margin: 0;
  accent-color: var(--nut-graf-accent, currentColor);
}

.keywords {
  margin-block: 0.5em;
}

.keywords > ul, .actions {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25em 1em;
}

.actions {
  align-items: center;
  margin-block-start: 0.5em;
}

.actions button {
  min-block-size: 2rem;
  padding: 0.125em 0.75em;
  border: 1px solid color-mix(in srgb, currentColor 55%, transparent);
  border-radius: var(--nut-graf-radius, 4px);
  background: none;
  cursor: pointer;
}

.actions button:hover {
  border-color: currentColor;
}

.back {
  all: initial;
  display: block;
  position: fixed;
  inset: auto;
  inset-block-end: 1rem;
  inset-inline-end: 1rem;
  padding: 0.375em 1em;
  border: 1px solid CanvasText;
  border-radius: 4px;
  font-family: inherit;
  font-size: var(--nut-graf-font-size, 1rem);
  line-height: 1.5;
  color: CanvasText;
  color-scheme: inherit;
  background: Canvas;
  cursor: pointer;
  z-index: 2147483647;
}

:focus-visible {
  outline: 2px solid currentColor;
  outline-offset: 2px;
}

@media (forced-colors: active), (prefers-contrast: more) {
  .base, .actions button { border-color: CanvasText; }
  .list > li::before { background: CanvasText; forced-color-adjust: none; }
}

@media (prefers-reduced-motion: no-preference) {
  .toggle::before { transition: rotate 120ms; }
}

@media print {
  .base { border-color: #888; background: none; break-inside: avoid; }
  .toggle::before, .actions, .slider, .back, .reasons { display: none; }
  .body[hidden] { display: block !important; }
  a { text-decoration: none; }
}
`;

/** @type {WeakMap<Document, CSSStyleSheet>} */
const sheets = new WeakMap();

/** The style sheet for a document's elements, made once. @param {Document} document @param {Window & typeof globalThis} window */
export function lookFor(document, window) {
  let sheet = sheets.get(document);
  if (!sheet) {
    sheet = new window.CSSStyleSheet();
    sheet.replaceSync(CSS);
    sheets.set(document, sheet);
  }
  return sheet;
}
