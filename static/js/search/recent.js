// What was searched lately, on this device only: a search counts once somebody follows a result.

import { read, write } from "../shared/store.js";

/** @typedef {import("../shared/screen.js").Store} Store */

const KEY = "limber.searches";
const MOST = 6;

/** What came last first. @param {Store} store @returns {string[]} */
export function recent(store) {
  try {
    const kept = JSON.parse(read(store, KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((each) => typeof each === "string") : [];
  } catch {
    return [];
  }
}

/** @param {Store} store @param {string} typed */
export function remember(store, typed) {
  const others = recent(store).filter((each) => each !== typed);
  return write(store, KEY, JSON.stringify([typed, ...others].slice(0, MOST)));
}

/** @param {Store} store */
export function forget(store) {
  return write(store, KEY, "[]");
}
