// Why a file can't be read.

/** @typedef {'damaged' | 'noText' | 'wrongKind' | 'tooLarge' | 'needsFiles' | 'unreached'} Reason a key of the strings in documents/locales */

/** Told by its `key`: each bundled adapter has a class of its own. */
export class Unreadable extends Error {
  /** @param {Reason} key @param {Record<string, string | number>} [values] for the string's placeholders */
  constructor(key, values = {}) {
    super(key);
    this.key = key;
    this.values = values;
  }
}
