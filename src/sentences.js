// The sentences of a digest as objects, all in one call: crossing from WebAssembly for each property took longer than
// finding the sentences did.

/**
 * @param {string} text the sentences one after the other
 * @param {Uint32Array} places for each: where it ends in `text`, start, end, block, kind, rank from 1 or 0 for none
 * @param {Float64Array} values for each: score, and what each reason contributes to it, 0 where it doesn't
 * @param {string} kinds with spaces between
 * @param {string} reasons likewise
 */
export function sentences(text, places, values, kinds, reasons) {
  const kindNames = kinds.split(' ');
  const reasonNames = reasons.split(' ');
  let [from, at, value] = [0, 0, 0];
  const place = () => places[at++] ?? 0;
  const rank = (/** @type {number} */ place) => (place ? place - 1 : null);
  const all = [];
  while (at < places.length) {
    const sentence = {
      text: text.slice(from, from = place()),
      start: place(),
      end: place(),
      block: place(),
      kind: kindNames[place()],
      score: values[value++],
      rank: rank(place()),
      reasons: /** @type {Record<string, number>} */ ({}),
    };
    for (const reason of reasonNames) {
      const contribution = values[value++];
      if (contribution) sentence.reasons[reason] = contribution;
    }
    all.push(sentence);
  }
  return all;
}
