// What the page holds: one article, as it was read and as the reader has changed it.

import { noChoices } from './reading.js';

/** @import { Choices, Reading } from './reading.js' */
/** @import { Source } from './source.js' */

/** @typedef {{ source: Source, sampleName: string | null, choices: Choices, wanted: number | 'full' | null }} Taken */

export const state = {
  /** The text that is read. @type {Source} */
  source: { text: '', root: null },

  /** @type {string | null} */
  sampleName: null,

  /** @type {Reading | null} */
  reading: null,

  choices: noChoices(),

  /** The level that the reader asked for; null takes the engine's. @type {number | 'full' | null} */
  wanted: null,

  /** The level that is shown. */
  level: 1,

  /** Whether the article is in the text box instead of laid out. */
  editing: true,

  /** The sentence whose reasons are shown. @type {{ start: number, opener: Element | null, panel: HTMLElement } | null} */
  explained: null,

  /** Aborts the reading in progress. @type {AbortController | null} */
  running: null,

  /** The article shown so far, to return to if reading the next one is cancelled. @type {Taken | null} */
  before: null,
};

/** Forgets what belonged to the previous article. */
export function startOver() {
  state.choices = noChoices();
  state.wanted = null;
  state.explained = null;
}
