/** @import { Strings } from '../types.d.ts' */

/** @type {Strings} */
export default {
  heading: 'In brief',
  loading: 'Reading the article…',
  empty: 'There is too little text here to sum up.',
  error: 'No summary could be made.',
  count: 'Sentences: {n} of {all}',
  time: '{short} instead of {long}',
  length: 'Length',
  keywords: 'Keywords',
  why: 'Why this sentence',
  copy: 'Copy',
  copyMarkdown: 'Copy as Markdown',
  copied: 'Copied',
  copyFailed: 'The browser does not allow copying here.',
  shown: 'The passage is marked. Escape leads back to the summary.',
  back: 'Back to the summary',
  updated: 'The summary was updated.',
  note: 'Quoted word for word. Found on your device: nothing was sent.',
  reasons: {
    position: 'Place in the article',
    centrality: 'Shared with other sentences',
    keywords: 'Key terms',
    title: 'Words of the title',
    names: 'Names and numbers',
    length: 'Length',
    form: 'Form',
    cue: 'Announces the point',
    focus: 'Words asked for',
    coverage: 'Says something new',
  },
};
