// How tall the box is: a budget that its type, its length and the width of the page decide, never the text, so that a style
// sheet knows it before there is a text.
//
// scripts/package.mjs writes the same rules for the element that is not defined yet into dist/nut-graf.css; hence each
// selector here is :host, with or without one more selector in parentheses.

/** `--_unit` is the size of the text: the page's, but never so small that it can't be read. */
export const SIZE = `
:host {
  display: block;
  margin-block: var(--nut-graf-margin, 1.5em);
  --_unit: var(--nut-graf-font-size, max(1em, 16px));
  --_point: clamp(var(--_unit) * 3.6, var(--_unit) * 6.5 - 7cqi, var(--_unit) * 4.8);
  --_height: calc(var(--_unit) * (4.5 + var(--_meta, 0) + var(--_note, 0) + var(--_slider, 0) + var(--_keywords, 0) + var(--_tools, 0)) + var(--_points, 5) * (var(--_point) + var(--_unit) * var(--_reasons, 0)));
  --_box: var(--nut-graf-block-size, var(--_height));
}
:host([length='short' i]), :host([length='3']), :host([type='tldr' i]) { --_points: 3; }
:host([length='long' i]), :host([length='6']), :host([length='7']), :host([length='8']) { --_points: 7; }
:host([type='tldr' i][length='short' i]) { --_points: 1.5; }
:host([type='tldr' i][length='long' i]) { --_points: 4.5; }
:host([length='1']) { --_points: 1; }
:host([length='2']) { --_points: 2; }
:host([length='4']) { --_points: 4; }
:host([with-meta]) { --_meta: 1.75; }
:host([with-note]) { --_note: 2.5; }
:host([with-slider]) { --_slider: 3; }
:host([with-keywords]) { --_keywords: 5; }
:host([with-tools]) { --_tools: 3; }
:host([with-reasons]) { --_reasons: 1.75; }
:host([type='teaser' i]) { --_height: clamp(var(--_unit) * 6, var(--_unit) * 13.2 - 16cqi, var(--_unit) * 9); }
:host([type='teaser' i][length='short' i]), :host([type='teaser' i][length='1']) { --_height: clamp(var(--_unit) * 3, var(--_unit) * 8.4 - 12cqi, var(--_unit) * 6); }
:host([type='headline' i]) { --_height: clamp(var(--_unit) * 3.25, var(--_unit) * 7.8 - 12cqi, var(--_unit) * 4.875); }
:host([collapsed]) { --_box: calc(var(--_unit) * 3 + 4px); }
`;
