// What the element looks like: the page's own typeface, ink and link colour, nothing else of the page's style.

import { SIZE } from './size.js';

export const LOOK = `${SIZE}
:host([theme='light' i]) {
  color-scheme: light;
  --_ink: #1c1b1a;
  --_paper: #f7f5f2;
  --_inset: 1em;
}

:host([theme='dark' i]) {
  color-scheme: dark;
  --_ink: #eceae6;
  --_paper: #232220;
  --_inset: 1em;
}

.box, .box > .fallback {
  block-size: var(--_box);
  break-inside: avoid;
}

.box > .fallback {
  overflow: hidden;
}

.box.open, .open > .fallback {
  block-size: auto;
}

slot {
  display: block;
}

slot[name='heading'] {
  display: contents;
}

[hidden], .rest, :host([hidden]) {
  display: none !important;
}

:host(:state(aside)) {
  display: none !important;
}

.base, .back {
  all: initial;
  font-family: var(--nut-graf-font-family, inherit);
  font-size: var(--nut-graf-font-size, max(1em, 16px));
  line-height: 1.5;
  color-scheme: inherit;
}

.base {
  display: flex;
  flex-direction: column;
  box-sizing: border-box;
  block-size: 100%;
  color: var(--nut-graf-color, var(--_ink, inherit));
  visibility: inherit;
  pointer-events: inherit;
  padding: var(--nut-graf-padding, 0.625em var(--_inset, 0px) 0.75em);
  border: 0 solid var(--nut-graf-border-color, color-mix(in srgb, currentColor 22%, transparent));
  border-block-width: 3px 1px;
  border-block-start-color: var(--nut-graf-accent, currentColor);
  border-radius: var(--nut-graf-radius, 0);
  background: var(--nut-graf-background, var(--_paper));
  overflow-wrap: anywhere;
}

.base.bare {
  padding: var(--nut-graf-padding, 0);
  border-width: 0;
}

.body {
  display: flex;
  flex: 1 1 auto;
  flex-direction: column;
  min-block-size: 0;
}

.body > * {
  flex: none;
}

.open .base {
  block-size: auto;
}

.open .body {
  flex: none;
}

.points.cut {
  flex: 0 1 auto;
  min-block-size: 0;
  overflow: hidden;
}

.cut p, .cut li > :first-child {
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: var(--_lines);
  overflow: hidden;
}

.tail.cut > * {
  display: none;
}

.heading, p, ol, ul {
  margin: 0;
  padding: 0;
  font: inherit;
  list-style: none;
}

button, input, summary, a {
  font: inherit;
  color: inherit;
}

.heading {
  display: flex;
}

.toggle, .more {
  display: flex;
  align-items: center;
  gap: 0.5em;
  min-block-size: max(1.75em, 24px);
  padding: 0;
  border: 0;
  background: none;
  text-align: start;
  cursor: pointer;
}

.toggle {
  font-weight: 700;
}

.more {
  margin-block-start: auto;
  align-self: start;
  color: var(--_ink, var(--_link, inherit));
}

.more:hover {
  text-decoration: underline;
}

.toggle::before {
  content: '';
  flex: none;
  inline-size: 0.375em;
  block-size: 0.375em;
  border: solid currentColor;
  border-width: 2px 0 0 2px;
  translate: 0 0.125em;
  rotate: 45deg;
}

.toggle[aria-expanded='false']::before {
  translate: 0 -0.125em;
  rotate: 225deg;
}

:host([collapsed]) .base {
  justify-content: center;
  padding-block: 0;
}

:host([collapsed]) .toggle {
  white-space: nowrap;
}

.list {
  display: grid;
  gap: 0.5em;
  padding-block: 0.25em;
  padding-inline-start: 1.125em;
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

.headline {
  font-size: 1.25em;
  font-weight: 700;
  line-height: 1.3;
}

a {
  text-decoration: none;
}

a[data-index]::after {
  content: '\\a0\\2193';
  content: '\\a0\\2193' / '';
  color: var(--_ink, var(--_link, inherit));
}

a:hover {
  color: var(--_ink, var(--_link, inherit));
  text-decoration: underline;
}

.list > li > a {
  display: block;
  min-block-size: 24px;
}

.back {
  display: block;
  position: fixed;
  inset: auto;
  inset-block-end: 1rem;
  inset-inline-end: 1rem;
  padding: 0.375em 1em;
  border: 1px solid CanvasText;
  border-radius: 4px;
  color: CanvasText;
  background: Canvas;
  cursor: pointer;
  z-index: 2147483647;
}

:focus-visible {
  outline: 2px solid currentColor;
  outline-offset: 2px;
}

@media (forced-colors: active), (prefers-contrast: more) {
  .base { border-color: CanvasText; }
  .list > li::before { background: CanvasText; forced-color-adjust: none; }
}

@media print {
  .box, .box > .fallback, .base { block-size: auto; }
  .base { border-color: #888; background: none; }
  .body, .body[hidden] { display: block !important; }
  .list > .rest { display: list-item !important; }
  .rest { display: inline !important; }
  .cut { overflow: visible; }
  .cut * { -webkit-line-clamp: none !important; }
  .toggle::before, .more, .back, .message, .reasons { display: none !important; }
}
`;
