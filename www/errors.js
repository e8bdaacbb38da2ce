// Errors with a stable `code`, whose message names the cause and the cure.

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
