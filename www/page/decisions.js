// The reader's decisions: asking why, keeping a sentence or leaving it out, bringing a discarded block back.

import { byId } from './dom.js';
import { closeExplanation, focusPassage, light, openExplanation, points, setLevel, showReading } from './panes.js';
import { readBlock } from './reader.js';
import { Reading } from './reading.js';
import { state } from './state.js';
import { whyPanel } from './why.js';

/** @import { Dropped } from '../types.d.ts' */

/** Opens the reasons of a sentence below what was asked about; a second time, closes them. @param {number} start @param {Element} from */
export function explain(start, from) {
  const { reading, explained, level } = state;
  const sentence = reading?.at(start);
  if (!reading || !sentence) return;
  const isOpen = explained?.start === start && explained.panel.isConnected && explained.opener === from;
  closeExplanation();
  if (isOpen) return;
  light(start, from.closest('#reading') ? 'article' : 'points');
  openExplanation(start, from, whyPanel(sentence, reading, level, { choose, close: closeExplanation }));
}

/** @param {number} start @param {'kept' | 'left' | null} choice null leaves it to the engine */
function choose(start, choice) {
  const opener = state.explained?.opener;
  const { kept, left } = state.choices;
  kept.delete(start);
  left.delete(start);
  if (choice === 'kept') kept.add(start);
  if (choice === 'left') left.add(start);
  closeExplanation();
  setLevel(state.level);
  const button = points.item(start)?.querySelector('button');
  const next = button ?? (opener?.isConnected && opener instanceof HTMLElement ? opener : byId('summary-label'));
  next.focus({ preventScroll: true });
}

/** Brings a discarded block back: its sentences join the article, the best of them joins the summary. @param {Dropped} block */
export async function restore(block) {
  const found = await readBlock(block, state.reading?.digest.language ?? null);
  state.choices.restored.set(block.start, found);
  const best = found.find((sentence) => sentence.best) ?? found[0];
  if (best) state.choices.kept.add(best.start);
  redraw();
  if (!best) return;
  light(best.start, 'map');
  focusPassage(best.start);
}

/** Discards again what was brought back. @param {number} start of the block's first sentence */
export function putAside(start) {
  const { restored, kept, left } = state.choices;
  for (const [block, sentences] of restored) {
    if (!sentences.some((sentence) => sentence.start === start)) continue;
    restored.delete(block);
    for (const sentence of sentences) {
      kept.delete(sentence.start);
      left.delete(sentence.start);
    }
  }
  redraw();
  byId('reading').focus({ preventScroll: true });
}

/** Shows the same digest after another decision, where the reader was. */
function redraw() {
  if (!state.reading) return;
  const { scrollTop } = byId('reading');
  state.wanted = state.level >= state.reading.full ? 'full' : state.level;
  state.reading = new Reading(state.reading.digest, state.choices);
  showReading(false);
  byId('reading').scrollTop = scrollTop;
}
