// Which sentences of a digest are shown.

/** @import { Digest } from '../types.d.ts' */

/** The sentences that can be chosen, best first. @param {Digest} digest */
export function order({ sentences }) {
  return [...sentences.keys()]
    .filter((i) => sentences[i]?.rank !== null)
    .sort((a, b) => Number(sentences[a]?.rank) - Number(sentences[b]?.rank));
}

/**
 * The engine's choice, or as many as the reader asked for; in the order of the article.
 *
 * @param {Digest} digest
 * @param {number | null} readerLength
 * @param {boolean} [withoutLede] passes over the article's first block of sentences, while there are others
 */
export function choose(digest, readerLength, withoutLede = false) {
  if (readerLength === null && !withoutLede) return digest.summary;
  const lede = withoutLede ? digest.sentences.find(({ kind }) => kind !== 'heading')?.block : undefined;
  const all = order(digest);
  const others = all.filter((i) => digest.sentences[i]?.block !== lede);
  return (others.length > 0 ? others : all).slice(0, readerLength ?? digest.summary.length).sort((a, b) => a - b);
}

/** Whether readers see the same. @param {Digest} a @param {Digest} b */
export function isSame(a, b) {
  const texts = (/** @type {Digest} */ { language, headline, summary, sentences }) => JSON.stringify([language, headline, summary.map((i) => sentences[i]?.text), sentences.length]);
  return texts(a) === texts(b);
}
