// What this device keeps under a name, also in a browser that refuses.

/** @typedef {import("./screen.js").Store} Store */

/**
 * @param {Store} store
 * @param {string} key
 * @returns {string | null | undefined} null where nothing is kept, undefined where nothing can be
 */
export function read(store, key) {
  try {
    return store.getItem(key);
  } catch {
    return undefined;
  }
}

/**
 * @param {Store} store
 * @param {string} key
 * @param {string} value
 * @returns {boolean} whether it could be kept
 */
export function write(store, key, value) {
  try {
    store.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
