// Errors with a stable `code`, whose message names the cause and the cure.

/** @import { CodedError } from './types.d.ts' */

/**
 * @param {string} code
 * @param {string} message
 * @param {unknown} [cause]
 * @returns {CodedError}
 */
export function coded(code, message, cause) {
  return Object.assign(new Error(message, cause === undefined ? undefined : { cause }), { code });
}
