// Somebody has said that they go into the water: where and until when, kept on this device only.

import { record } from "./screen.js";
import { write } from "./store.js";

const KEY = "limber.swimming";
// Of yesterday nobody is in the water any longer.
const STALE_MS = 24 * 3600 * 1000;

/**
 * @typedef {import("./screen.js").Store} Store
 * @typedef {{ since: number, where: string, out: string, cold: boolean }} Swim `since` in
 *   milliseconds as of `Date.now()`, `out` the hour and minute wished for, as 14:05
 */

/** @param {Swim} swim @param {Store} store @returns {boolean} whether it could be kept */
export function beginSwim(swim, store) {
  return write(store, KEY, JSON.stringify(swim));
}

/** @param {Store} store */
export function endSwim(store) {
  write(store, KEY, "{}");
}

/**
 * The swim that goes on, null where there is none.
 * @param {Store} store
 * @param {number} now
 * @returns {Swim | null}
 */
export function swimNow(store, now) {
  const { since, where, out, cold } = record(KEY, store);
  const goesOn = Number.isFinite(since) && now - since < STALE_MS;
  return goesOn && typeof where === "string" && typeof out === "string"
    ? { since, where, out, cold: cold !== false }
    : null;
}

/**
 * Whether the time to be out by has passed; one before the start is of the next day.
 * @param {Swim} swim
 * @param {number} now
 */
export function isLate({ since, out }, now) {
  const [hours, minutes] = out.split(":").map(Number);
  const by = new Date(since).setHours(hours, minutes, 0, 0);
  return now > (by < since ? by + STALE_MS : by);
}
