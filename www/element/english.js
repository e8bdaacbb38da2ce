// What the element itself says, in English: always there. All other strings are in locales/, English ones too.

/** @import { Strings } from '../types.d.ts' */

/** Word for word as in locales/en.js. @satisfies {Partial<Strings>} */
export const ENGLISH = {
  heading: 'In brief',
  loading: 'Reading the article…',
  more: 'More',
  less: 'Less',
  shown: 'The passage is marked. Escape leads back to the summary.',
  back: 'Back to the summary',
  updated: 'The summary was updated.',
};
