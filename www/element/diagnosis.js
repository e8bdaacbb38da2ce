// What diagnose() says.

import { VERSION } from '../nutgraf.js';

/** @import { Diagnosis } from '../types.d.ts' */
/** @import { Reading } from './reading.js' */

/**
 * @param {string | null} state
 * @param {Reading} reading
 * @param {string | null} language of the interface
 * @returns {Diagnosis}
 */
export function diagnosis(state, { source, error, result }, language) {
  const { digest } = result ?? {};
  return {
    version: VERSION,
    engine: digest?.version ?? null,
    state,
    error: error && { code: error.code, message: error.message },
    source: source === null ? null : typeof source === 'string' ? `text, ${source.length} characters` : `<${source.nodeName.toLowerCase()}>`,
    sentences: digest?.sentences.length ?? 0,
    language: digest?.language ?? null,
    interface: language,
    supports: {
      webAssembly: typeof WebAssembly === 'object',
      highlight: typeof Highlight === 'function',
      clipboard: isSecureContext,
    },
  };
}
