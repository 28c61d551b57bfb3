// A database tells nobody what is written to it: this tells other pages, and the worker, which tells
// the server when to remind.

import { ask, isSupported } from "../offline/bridge.js";
import { prepare } from "./reminder_rules.js";
import { write } from "./store.js";

const CHANGED = "limber.changed";

/** Other pages, and the server through the worker. @param {import("./screen.js").Store} store */
export async function tellOthers(store) {
  tellPages(store);
  await prepare();
  if (isSupported()) {
    ask("remind", { changed: true });
  }
}

/** @param {import("./screen.js").Store} store */
export function tellPages(store) {
  write(store, CHANGED, String(Math.random())); // the same once more would be no change
}
