// The contract between the Rust core and everything in JavaScript.

/** How long the summary should be. */
export type Length =
  | 'short'
  | 'medium'
  | 'long'
  | { sentences: number }
  | { words: number }
  | { characters: number }
  /** A share of the article, from 0 to 1. */
  | { ratio: number };

/** What to ask for; every key may be left out, an unknown one is an error. */
export interface Options {
  /** Default: 'medium'. */
  length?: Length;
  /** Default: 'key-points'. */
  type?: 'tldr' | 'key-points' | 'teaser' | 'headline';
  /** BCP-47 tag, when the language is known. */
  language?: string;
  /** The article's title, when it isn't in the text. */
  title?: string;
  /** Words the summary should turn around. */
  focus?: string[];
  /** More abbreviations that don't end a sentence. */
  abbreviations?: string[];
}

/** Options of the headless API. */
export interface CallOptions extends Options {
  /** Gives up. */
  signal?: AbortSignal;
}

/** Offsets (`start`, `end`) count UTF-16 code units of the text that was given. */
export interface Digest {
  /** BCP-47 tag, or null when the text doesn't tell. */
  language: string | null;
  title: string | null;
  /** Every sentence of the article, in order. */
  sentences: Sentence[];
  /** The chosen sentences: indices into `sentences`, in order. */
  summary: number[];
  /** For type 'headline' only. */
  headline?: string;
  keywords: Keyword[];
  entities: Entity[];
  /** What was set aside, and why. */
  dropped: Dropped[];
  stats: Stats;
  /** The version of the engine. */
  version: string;
}

export interface Sentence {
  text: string;
  start: number;
  end: number;
  /** The number of its block. */
  block: number;
  /** What its block is: a paragraph, a heading, … */
  kind: string;
  score: number;
  /** The summary of k sentences is the k first ranks; null can't be chosen. */
  rank: number | null;
  /** What each feature gave; they add up to the score. */
  reasons: Record<string, number>;
  /** Of a chosen sentence: the place it would have without a term, where that is further back. */
  counterfactual?: { term: string; rank: number };
}

export interface Keyword {
  text: string;
  weight: number;
  count: number;
}

export interface Entity {
  text: string;
  kind: string;
  count: number;
  weight: number;
}

export interface Dropped {
  text: string;
  start: number;
  end: number;
  reason: string;
}

export interface Stats {
  words: number;
  sentences: number;
  summaryWords: number;
  /** The share of the article that the summary leaves out. */
  reduction: number;
  /** For the whole article. */
  readingSeconds: number;
}

/** The digest of a page, with the text it speaks of and the nodes that text came from. */
export interface DomDigest {
  digest: Digest;
  text: string;
  nodes: Text[];
  /** Where in `text` each node begins. */
  starts: Uint32Array;
}

/** An error with a stable code. */
export interface CodedError extends Error {
  code: string;
}

/** What wasm-pack generates, as far as the loader uses it. */
export interface Glue {
  default(init: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  version(): string;
  summarize(text: string, options?: Options): Digest;
  summarizeDom?(root: Document | Element, options?: Options): DomDigest;
}

/** What the element says to its reader. */
export interface Strings {
  heading: string;
  loading: string;
  empty: string;
  error: string;
  /** With `{n}` and `{all}`. */
  count: string;
  /** With `{short}` and `{long}`. */
  time: string;
  length: string;
  keywords: string;
  why: string;
  copy: string;
  copyMarkdown: string;
  copied: string;
  copyFailed: string;
  shown: string;
  back: string;
  updated: string;
  note: string;
  reasons: Record<'position' | 'centrality' | 'keywords' | 'title' | 'names' | 'length' | 'form' | 'cue' | 'focus' | 'coverage', string>;
}

/** What `diagnose()` says. */
export interface Diagnosis {
  version: string;
  engine: string | null;
  state: string | null;
  error: { code: string; message: string } | null;
  source: string | null;
  sentences: number;
  language: string | null;
  /** The language of the interface. */
  interface: string | null;
  supports: Record<'webAssembly' | 'highlight' | 'clipboard', boolean>;
}

/** The events of `<nut-graf>`. */
export interface NutGrafEvents {
  'nut-graf-ready': CustomEvent<{ version: string }>;
  'nut-graf-summary': CustomEvent<{ digest: Digest }>;
  'nut-graf-error': CustomEvent<{ code: string; message: string; error: unknown }>;
  'nut-graf-jump': CustomEvent<{ index: number; sentence: Sentence; range: Range }>;
}

declare global {
  interface HTMLElementTagNameMap {
    'nut-graf': import('./nut-graf.js').NutGrafElement;
  }
  interface HTMLElementEventMap extends NutGrafEvents {}
}
