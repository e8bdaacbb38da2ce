// Which file reads which kind of document. The page in one file has a list without libraries (scripts/single.mjs).

import { Unreadable } from './unreadable.js';

/** @import { Adapter } from './open.js' */

// Kinds whose adapter needs a library: bundled with it, and loaded when such a file comes.
const BUNDLED = new Set(['pdf', 'docx', 'odt', 'epub', 'eml']);

/** @param {string} kind @returns {Promise<Adapter>} */
export async function load(kind) {
  const address = BUNDLED.has(kind) ? `../pkg/documents/${kind}.js` : './plain.js';
  const module = await import(address).catch(() => { throw new Unreadable('unreached'); });
  return BUNDLED.has(kind) ? module.default : module[kind];
}
