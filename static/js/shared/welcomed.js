// Whether somebody on this device has read what Limber is and is not.

const KEY = "limber.welcomed";

/** @typedef {import("./screen.js").Store} Store */

/** A browser that keeps nothing is not asked again and again. @param {Store} store */
export function isNew(store) {
  try {
    return store.getItem(KEY) === null;
  } catch {
    return false;
  }
}

/** @param {Store} store */
export function welcome(store) {
  try {
    store.setItem(KEY, "1");
  } catch {
    // Nothing to do: Today offers the page once more.
  }
}
