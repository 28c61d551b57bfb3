// Asks the browser once to promise that it keeps what is here: when there is something to lose.

import { read, write } from "./store.js";

const KEY = "limber.promised";

/** Some browsers ask the person then, who is not to be asked again and again. @param {import("./screen.js").Store} store */
export function askToKeep(store, { storage } = globalThis.navigator) {
  if (read(store, KEY) === null && write(store, KEY, "1")) {
    storage?.persist?.().catch(() => false);
  }
}
