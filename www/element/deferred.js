// A promise that somebody else settles.

/** @template T */
export function deferred() {
  /** @type {PromiseWithResolvers<T>['resolve']} */
  let resolve = () => {};
  /** @type {PromiseWithResolvers<T>['reject']} */
  let reject = () => {};
  const promise = /** @type {Promise<T>} */ (new Promise((done, failed) => {
    resolve = done;
    reject = failed;
  }));
  const state = {
    promise,
    isSettled: false,
    /** @param {T} value */
    resolve(value) {
      state.isSettled = true;
      resolve(value);
    },
    /** @param {unknown} error */
    reject(error) {
      state.isSettled = true;
      reject(error);
    },
  };
  // Nobody has to listen.
  promise.catch(() => {});
  return state;
}
