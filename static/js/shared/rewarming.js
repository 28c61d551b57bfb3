// Somebody has come out of cold water: since when, kept on this device, so that nothing hot, cold or
// rubbing starts before they have said that they are warm.

import { read, write } from "./store.js";

const KEY = "limber.rewarming";
// Whoever has not answered for so long has slept in a bed since.
const STALE_MS = 24 * 3600 * 1000;

/** @typedef {import("./screen.js").Store} Store */

/** @param {Store} store @param {number} now in milliseconds as of `Date.now()` @returns {boolean} whether it could be kept */
export function beginRewarming(store, now) {
  return write(store, KEY, String(now));
}

/** A yes to the question about cold water begins it, wherever it is asked. @param {ParentNode} page @param {Store} store */
export function heedCold(page, store) {
  for (const link of page.querySelectorAll("[data-cold]")) {
    link.addEventListener("click", () => beginRewarming(store, Date.now()));
  }
}

/** @param {Store} store */
export function endRewarming(store) {
  write(store, KEY, "");
}

/**
 * Since when somebody gets warm, null where nobody does. A clock that was set back ends nothing.
 * @param {Store} store
 * @param {number} now
 */
export function rewarmingSince(store, now) {
  const since = Number(read(store, KEY) || 0);
  return since && now - since < STALE_MS ? Math.min(since, now) : null;
}
