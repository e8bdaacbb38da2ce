// The samples: invented news with the clutter of a real page around it.

import { words } from './strings.js';

/** @param {string} name @returns {Promise<string>} */
export async function sample(name) {
  const response = await fetch(new URL(`../samples/${name}.txt`, import.meta.url)).catch(() => null);
  if (!response?.ok) throw new Error(words.sampleGone);
  return response.text();
}
