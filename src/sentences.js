// The sentences of a digest as objects, all in one call: crossing from WebAssembly for each property took longer than
// finding the sentences did.

/**
 * @param {string} text the sentences one after the other
 * @param {Uint32Array} places for each: where it ends in `text`, start, end, block, kind, rank from 1 or 0
 * @param {Float64Array} values for each: score, and what each reason contributes to it, 0 where it doesn't
 * @param {string} kinds with spaces between
 * @param {string} reasons likewise
 */
export function sentences(text, places, values, kinds, reasons) {
  const kindNames = kinds.split(' ');
  const reasonNames = reasons.split(' ');
  let from = 0;
  let place = 0;
  let value = 0;
  const all = [];
  while (place < places.length) {
    const sentence = {
      text: text.slice(from, from = places[place++]),
      start: places[place++],
      end: places[place++],
      block: places[place++],
      kind: kindNames[places[place++]],
      score: values[value++],
      rank: places[place] ? places[place] - 1 : null,
      reasons: {},
    };
    place++;
    for (const reason of reasonNames) {
      const contribution = values[value++];
      if (contribution) sentence.reasons[reason] = contribution;
    }
    all.push(sentence);
  }
  return all;
}
