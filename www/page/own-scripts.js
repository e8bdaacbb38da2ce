// The scripts that the page may start besides those in its HTML. The page in one file has another list (scripts/single.mjs).

const OWN_SCRIPTS = ['worker.js', 'sw.js', 'pkg/documents/pdf.worker.js'].map((name) => new URL(`../${name}`, import.meta.url).href);

/** @param {string} url */
export function isOwnScript(url) {
  return OWN_SCRIPTS.includes(new URL(url, location.href).href);
}
