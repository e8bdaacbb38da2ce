// What the address remembers: how far the reader zoomed in, the lens, the sample. Never the text; and what stands behind # is
// not sent to a server.

/** @typedef {{ level: number | 'full' | null, focus: string[], sample: string | null, shared: boolean }} State */

/** @returns {State} */
export function readAddress() {
  const values = new URLSearchParams(location.hash.slice(1));
  const level = values.get('level');
  return {
    level: level === 'full' ? level : /^\d+$/.test(level ?? '') ? Number(level) : null,
    focus: values.getAll('focus').filter(Boolean).slice(0, 50),
    sample: values.get('sample'),
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
