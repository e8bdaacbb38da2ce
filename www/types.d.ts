// The contract between the Rust core and everything in JavaScript. src/typescript.rs checks the unions against the core.

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

/** The gist in prose, a list of points, an opening that makes one want to read on, or a few words. */
export type SummaryType = 'tldr' | 'key-points' | 'teaser' | 'headline';

/** What a block of the article is. Headings, code and tables are never chosen. */
export type BlockKind = 'heading' | 'paragraph' | 'list-item' | 'quote' | 'caption' | 'code' | 'table';

/** Why a block or sentence is not part of the article. */
export type DropReason =
  | 'advert' | 'byline' | 'caption' | 'comments' | 'consent' | 'greeting' | 'interface' | 'message' | 'outside'
  | 'paywall' | 'references' | 'related' | 'repeated' | 'rights' | 'share' | 'subscribe';

/** What kind of text it is. */
export type Genre =
  | 'article' | 'transcript' | 'mail' | 'chat' | 'subtitles' | 'forum' | 'reference' | 'paper' | 'legal' | 'list' | 'newsletter';

/** What contributes to a sentence's score. */
export type ScoreReason =
  | 'position' | 'keywords' | 'title' | 'names' | 'centrality' | 'length' | 'form' | 'cue' | 'focus' | 'doubt' | 'coverage';

export type EntityKind = 'name' | 'date' | 'amount';

/** The stable codes of errors. */
export type ErrorCode =
  | 'invalid-option' | 'input-too-large'
  | 'engine-unsupported' | 'engine-unreachable' | 'engine-not-found' | 'engine-not-wasm' | 'engine-blocked' | 'engine-invalid'
  | 'engine-skew' | 'engine-trapped'
  | 'source-not-found';

/** Options of a summary. Every key may be left out; an unknown one is an error. */
export interface Options {
  /** Default: 'medium'. */
  length?: Length;
  /** Default: 'key-points'. */
  type?: SummaryType;
  /** BCP-47 tag, when the language is known. */
  language?: string;
  /** The article's title, when it isn't in the text. */
  title?: string;
  /** Words the summary should focus on. */
  focus?: string[];
  /** More abbreviations that don't end a sentence. */
  abbreviations?: string[];
}

/** Options of the headless API. */
export interface CallOptions extends Options {
  /** Aborts the call: its promise is rejected with the signal's reason. */
  signal?: AbortSignal;
}

/** Offsets (`start`, `end`) count UTF-16 code units of the text that was given. */
export interface Digest {
  /** BCP-47 tag, or null when it can't be told from the text. */
  language: string | null;
  /** What kind of text it is; 'article' where nothing speaks for another kind. */
  genre: Genre;
  title: string | null;
  /** Every sentence of the article, in order. */
  sentences: Sentence[];
  /** The chosen sentences: indices into `sentences`, in order. */
  summary: number[];
  /** For type 'headline' only. */
  headline?: string;
  keywords: Keyword[];
  entities: Entity[];
  /** The blocks and sentences that are not part of the article, and why. */
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
  /** What its block is. */
  kind: BlockKind;
  /** Who says it, as a transcript, an interview or a chat names them. */
  speaker?: string;
  score: number;
  /** From 0: the summary of k sentences has the ranks below k. Null if it can't be chosen. */
  rank: number | null;
  /** What each feature contributes; they add up to the score. Those that contribute nothing are left out. */
  reasons: Partial<Record<ScoreReason, number>>;
  /** Of a chosen sentence: the rank it would have without one of its terms, if that rank is lower. */
  counterfactual?: { term: string; rank: number };
}

export interface Keyword {
  text: string;
  weight: number;
  count: number;
}

export interface Entity {
  text: string;
  kind: EntityKind;
  count: number;
  weight: number;
}

export interface Dropped {
  text: string;
  start: number;
  end: number;
  reason: DropReason;
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

/** The digest of a document, with the text its offsets count in and the nodes that text comes from. */
export interface DomDigest {
  digest: Digest;
  text: string;
  nodes: Text[];
  /** The offset in `text` at which each node begins. */
  starts: Uint32Array;
}

/** An error with a stable code. */
export interface CodedError extends Error {
  code: ErrorCode;
}

/** The generated bindings, as far as the loader uses them. */
export interface Bindings {
  default(init: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  version(): string;
  summarize(text: string, options?: Options): Digest;
  summarizeDom?(root: Document | Element, options?: Options): DomDigest;
}

/** The strings of the element's interface. */
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
  /** Shows the rest of the summary. */
  more: string;
  less: string;
  copy: string;
  copyMarkdown: string;
  copied: string;
  copyFailed: string;
  shown: string;
  back: string;
  updated: string;
  note: string;
  reasons: Record<ScoreReason, string>;
  /** What the element says of a sentence for each reason; those of `keywords` and `names` with `{terms}`. */
  because: Record<ScoreReason, string>;
}

/** What `diagnose()` returns. */
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
