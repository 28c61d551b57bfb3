// A yes to an emergency sign: kept on this device for a day, in which nothing that moves may start.

import { read, write } from "./store.js";
import { DAY_MS } from "./time.js";

// Product safety rule 2: it holds for a day.
const KEY = "limber.locked";

/** @typedef {import("./screen.js").Store} Store */

/** @param {Store} store @param {number} now in milliseconds as of `Date.now()` @returns {boolean} whether it could be kept */
export function lock(store, now) {
  return write(store, KEY, JSON.stringify(now));
}

/** @param {Store} store @returns {boolean} whether it could be kept */
export function unlock(store) {
  return write(store, KEY, "null");
}

/**
 * Since when it is locked, null where it is not. A clock that was set back does not open it.
 * @param {Store} store
 * @param {number} now
 */
export function lockedAt(store, now) {
  const at = Number(read(store, KEY) || 0);
  return at && now - at < DAY_MS ? at : null;
}

/** As `frame/first.js` has marked it. */
export function isLocked({ dataset } = document.documentElement) {
  return dataset.locked !== undefined;
}
