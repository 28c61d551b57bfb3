// Reminders that somebody has answered: until when, so that nobody is asked twice about one moment.

import { record } from "./screen.js";
import { write } from "./store.js";
import { DAY_MS } from "./time.js";

const KEY = "limber.heard";

/** @typedef {import("./screen.js").Store} Store */

/** By their ids, in milliseconds. @param {Store} store @returns {Record<string, number>} */
export function heard(store) {
  const kept = Object.entries(record(KEY, store));
  return Object.fromEntries(kept.filter(([, at]) => typeof at === "number"));
}

/** @param {string} id @param {Store} store @param {number} now */
export function hear(id, store, now) {
  const kept = Object.entries(heard(store)).filter(([, at]) => now - at < DAY_MS);
  return write(store, KEY, JSON.stringify({ ...Object.fromEntries(kept), [id]: now }));
}
