// The zoom: one control from the headline to the full text.

import { fill } from '../shared/format.js';
import { button, byId } from './dom.js';
import { languageName, number, percent, time, words } from './strings.js';

/** @import { Reading } from './reading.js' */

// In seconds.
const PRESETS = [30, 60, 120, 300, 600];

export class Zoom {
  /** @type {HTMLInputElement} */
  #slider = byId('length');
  #presets = byId('presets');
  #onLevel;

  /** @param {(level: number) => void} onLevel */
  constructor(onLevel) {
    this.#onLevel = onLevel;
    this.#slider.addEventListener('input', () => onLevel(this.#slider.valueAsNumber));
  }

  /** @param {Reading} reading */
  start(reading) {
    this.#slider.min = String(reading.least);
    this.#slider.max = String(reading.full);
    const whole = reading.digest.stats.readingSeconds;
    /** @type {[label: string, level: number][]} */
    const stops = PRESETS.filter((seconds) => seconds < whole * 0.9).map((seconds) => [time(seconds), reading.levelFor(seconds)]);
    if (reading.least === 0) stops.unshift([words.headline, 0]);
    stops.push([words.full, reading.full]);
    this.#presets.replaceChildren(...stops.map(([label, level]) => {
      const preset = button(label, 'small', () => this.#onLevel(level));
      preset.dataset.level = String(level);
      return preset;
    }));
  }

  /**
   * Shows how long the summary is.
   *
   * @param {Reading} reading
   * @param {number} level
   * @returns {string} the same in short, to be spoken
   */
  show(reading, level) {
    const chosen = reading.chosen(level);
    const share = reading.share(chosen);
    const said =
      level === 0 ? words.headline
      : level >= reading.full ? words.full
      : fill(words.count, { n: number(chosen.length), all: number(reading.digest.stats.sentences) });
    this.#slider.value = String(level);
    this.#slider.setAttribute('aria-valuetext', said);
    byId('length-text').textContent = said;
    const seconds = reading.seconds(chosen);
    const saved = reading.digest.stats.readingSeconds - seconds;
    const parts = [
      level > 0 && fill(words.share, { percent: percent(share) }),
      level > 0 && fill(words.reading, { time: time(seconds) }),
      level > 0 && saved >= 5 && fill(words.saved, { time: time(saved) }),
      reading.digest.language && fill(words.written, { language: languageName(reading.digest.language) }),
    ];
    byId('time').textContent = parts.filter(Boolean).join(' · ');
    for (const preset of this.#presets.children) {
      preset.setAttribute('aria-pressed', String(preset instanceof HTMLElement && preset.dataset.level === String(level)));
    }
    return said;
  }
}
