// Errors with a stable `code` and a message that names the cause and the remedy.

/** @import { CodedError, ErrorCode } from './types.d.ts' */

/**
 * @param {ErrorCode} code
 * @param {string} message
 * @param {unknown} [cause]
 * @returns {CodedError}
 */
export function coded(code, message, cause) {
  return Object.assign(new Error(message, cause === undefined ? undefined : { cause }), { code });
}
