// Where the person is, by the two letters of ISO 3166-1: it decides which emergency number counts.

import { read, write } from "./store.js";

const KEY = "limber.region";

/** @typedef {import("./screen.js").Store} Store */

/** @param {Store} store @returns {string} two letters, or nothing where none was chosen */
export function chosenRegion(store) {
  const kept = read(store, KEY) ?? "";
  return /^[A-Z]{2}$/.test(kept) ? kept : "";
}

/** @param {string} region @param {Store} store @returns {boolean} whether it could be kept */
export function chooseRegion(region, store) {
  return write(store, KEY, region);
}
