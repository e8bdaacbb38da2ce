// The strings that only a reader who opens a file sees.

/** @typedef {typeof import('./locales/en.js').default} DocumentWords */

/** @param {string} language of the interface; English stands in for one without a file @returns {Promise<DocumentWords>} */
export async function documentWords(language) {
  const { default: words } = await import(`./locales/${language}.js`).catch(() => import('./locales/en.js'));
  return words;
}
