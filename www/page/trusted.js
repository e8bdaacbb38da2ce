// What the page may do under Trusted Types: read HTML where nothing runs, and start its own two scripts.

const OWN_SCRIPTS = ['page/far-worker.js', 'sw.js'].map((name) => new URL(`../${name}`, import.meta.url).href);

const { trustedTypes } = /** @type {any} */ (globalThis);

// Parsing is all this policy is for: the document it makes has no window, so its scripts and images stay text.
const inert = trustedTypes?.createPolicy('nutgraf', { createHTML: (/** @type {string} */ html) => html });

// Asked for every other address of a script; what it refuses throws.
try {
  trustedTypes?.createPolicy('default', {
    createScriptURL: (/** @type {string} */ url) => (OWN_SCRIPTS.includes(new URL(url, location.href).href) || url.startsWith('blob:') ? url : null),
  });
} catch {
  // A policy of the host's: no worker and no copy for offline, the rest works.
}

/** A document that nobody sees, where nothing runs or loads. @param {string} html */
export function parseInert(html) {
  return new DOMParser().parseFromString(inert?.createHTML(html) ?? html, 'text/html');
}
