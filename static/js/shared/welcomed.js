// Whether somebody on this device has read what Limber is and is not.

import { read, write } from "./store.js";

const KEY = "limber.welcomed";

/** @typedef {import("./screen.js").Store} Store */

/** A browser that keeps nothing is not asked again and again. @param {Store} store */
export function isNew(store) {
  return read(store, KEY) === null;
}

/** Where it cannot be kept, Today offers the page once more. @param {Store} store */
export function welcome(store) {
  write(store, KEY, "1");
}
