// What the panel says beside the page's own strings.

/** @typedef {{ tagline: string, unreadable: string, unreadableMore: string, changed: string, readAgain: string, selection: string, wholePage: string }} PanelWords */

/** @type {Record<string, PanelWords>} */
const WORDS = {
  en: {
    tagline: 'The key sentences of the page you are on. Nothing leaves this panel.',
    unreadable: 'This page can’t be read from here',
    unreadableMore: 'Extensions may not read the browser’s own pages, stores and its PDF viewer, nor a page you have gone to since. Click nutgraf’s button again, paste the text, or open the file here.',
    changed: 'The page shows something else now.',
    readAgain: 'Read it',
    selection: 'This is the summary of the selection.',
    wholePage: 'The whole page',
  },
};

/** @param {string} tag */
export function wordsIn(tag) {
  return /** @type {PanelWords} */ (WORDS[tag] ?? WORDS.en);
}
