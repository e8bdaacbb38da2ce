// What the address remembers: the zoom, the focus words, the sample. Never the text; and browsers don't send what follows `#`.

/** @typedef {{ level: number | 'full' | null, focus: string[], sample: string | null, shared: boolean }} State */

/** @returns {State} */
export function readAddress() {
  const values = new URLSearchParams(location.hash.slice(1));
  const level = values.get('level');
  const sample = values.get('sample') ?? '';
  return {
    level: level === 'full' ? level : /^\d+$/.test(level ?? '') ? Number(level) : null,
    focus: values.getAll('focus').filter(Boolean).slice(0, 50),
    // A sample's name, not a path.
    sample: /^[a-z]{2}$/.test(sample) ? sample : null,
    shared: values.has('shared'),
  };
}

/** @param {Omit<State, 'shared'>} state */
export function writeAddress({ level, focus, sample }) {
  const values = new URLSearchParams();
  if (sample) values.set('sample', sample);
  if (level !== null) values.set('level', String(level));
  for (const word of focus) values.append('focus', word);
  const hash = values.size > 0 ? `#${values}` : '';
  if (hash !== location.hash) history.replaceState(null, '', hash || location.pathname + location.search);
}
