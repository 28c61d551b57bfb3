// Whether somebody on this device has read what Limber is and is not; frame/first.js reads it.

import { write } from "./store.js";

const KEY = "limber.welcomed";

/** Where it cannot be kept, nobody is asked to read it. @param {import("./screen.js").Store} store */
export function welcome(store) {
  write(store, KEY, "1");
}
