// What the page may do under Trusted Types: parse HTML into a document where nothing runs, and start its own scripts.

import { isOwnScript } from './own-scripts.js';

const { trustedTypes } = /** @type {any} */ (globalThis);

// For parsing only: the document has no window, so its scripts don't run and its images don't load.
const inert = trustedTypes?.createPolicy('nutgraf', { createHTML: (/** @type {string} */ html) => html });

// Asked for every other script address; null makes the browser throw.
try {
  trustedTypes?.createPolicy('default', {
    createScriptURL: (/** @type {string} */ url) => (isOwnScript(url) ? url : null),
  });
} catch {
  // The host has a policy of that name: no worker and no offline copy, the rest works.
}

/** Parses markup into a document that is never shown, where nothing runs or loads. @param {string} markup @param {DOMParserSupportedType} [type] */
export function parseInert(markup, type = 'text/html') {
  return new DOMParser().parseFromString(inert?.createHTML(markup) ?? markup, type);
}
