// Text for people and for Markdown, from values.

/**
 * Replaces each `{name}` by its value; a name without a value stays as it is.
 *
 * @param {string} template
 * @param {Record<string, string | number>} values
 */
export function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (placeholder, name) => String(own(values, name) ?? placeholder));
}

/**
 * The value of an object's own key; undefined for what every object inherits, such as `constructor`.
 *
 * @template T
 * @param {Record<string, T>} object
 * @param {string} key
 * @returns {T | undefined}
 */
export function own(object, key) {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/**
 * A reading time: to five seconds below a minute, to a minute below two hours, else to an hour.
 *
 * @param {string} locale a BCP-47 tag
 * @param {number} seconds
 * @param {'short' | 'long'} [unitDisplay]
 */
export function duration(locale, seconds, unitDisplay = 'short') {
  /** @type {['second' | 'minute' | 'hour', number]} */
  const [unit, value] =
    seconds < 57.5 ? ['second', Math.max(5, Math.round(seconds / 5) * 5)]
    : seconds < 7170 ? ['minute', Math.round(seconds / 60)]
    : ['hour', Math.round(seconds / 3600)];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay }).format(value);
}

/**
 * Escapes what Markdown, or HTML inside it, would interpret; runs of white space become one space.
 *
 * @param {string} text
 */
export function escapeMarkdown(text) {
  return text.replace(/[\\`*_[\]<>#|~&]/g, '\\$&').replace(/\s+/g, ' ');
}
