// What applies to the person: kept on this device, sent nowhere, marked on the page's root by
// `frame/first.js`, where the style sheet shows the cautions that are theirs.

import { read, write } from "./store.js";

const KEY = "limber.conditions";
// Stands beside those with which a doctor comes before any exercise.
export const DOCTOR = "doctor";

/** @typedef {import("./screen.js").Store} Store */

/** @param {Store} store @returns {string[]} */
export function conditions(store) {
  try {
    const kept = JSON.parse(read(store, KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((each) => typeof each === "string") : [];
  } catch {
    return [];
  }
}

/** @param {string[]} chosen @param {Store} store @returns {boolean} whether it could be kept */
export function keepConditions(chosen, store) {
  return write(store, KEY, JSON.stringify(chosen));
}
