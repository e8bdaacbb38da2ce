// Registers <nut-graf>. Importing it twice, from two copies, or where there is no browser does no harm.

import { NutGrafElement } from './nut-graf.js';

export { NutGrafElement };

/**
 * @param {string} [tag]
 * @param {CustomElementRegistry} [registry]
 */
export function define(tag = 'nut-graf', registry = globalThis.customElements) {
  if (!registry || registry.get(tag)) return;
  // A class goes with one tag only.
  const isTaken = registry.getName?.(NutGrafElement);
  registry.define(tag, isTaken ? class extends NutGrafElement {} : NutGrafElement);
}

define();
