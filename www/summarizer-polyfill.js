// Installs the stand-in as globalThis.Summarizer, where the browser has none.

import { Summarizer } from './summarizer.js';

if (!('Summarizer' in globalThis)) {
  Object.defineProperty(globalThis, 'Summarizer', { value: Summarizer, writable: true, configurable: true, enumerable: false });
}

export { Summarizer };
