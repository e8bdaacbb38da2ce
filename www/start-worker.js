// Starts the worker. Builds without a worker file replace this module (scripts/package.mjs, scripts/single.mjs).

/** @returns {Worker} */
export function startWorker() {
  return new Worker(new URL('./worker.js', import.meta.url), { type: 'module', name: 'nutgraf' });
}
