// Starts the worker. The page in one file has another way (scripts/single.mjs).

/** @returns {Worker} */
export function startWorker() {
  return new Worker(new URL('./far-worker.js', import.meta.url), { type: 'module', name: 'nutgraf' });
}
