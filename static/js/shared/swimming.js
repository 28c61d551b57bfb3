// Somebody has said that they go into the water: where and until when, kept on this device only; and
// for a while after they are out, so that they can tell whoever waits.

import { record } from "./screen.js";
import { write } from "./store.js";

const KEY = "limber.swimming";
// Of yesterday nobody is in the water any longer.
const STALE_MS = 24 * 3600 * 1000;
// Who has not told in so long tells in another way.
const TELLING_MS = 3600 * 1000;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * @typedef {import("./screen.js").Store} Store
 * @typedef {{ since: number, where: string, out: string, cold: boolean, ended: number | null }} Swim
 *   `since` and `ended` in milliseconds as of `Date.now()`, `out` the hour and minute wished for, as
 *   14:05
 */

/** @param {Omit<Swim, "ended">} swim @param {Store} store @returns {boolean} whether it could be kept */
export function beginSwim(swim, store) {
  return write(store, KEY, JSON.stringify({ ...swim, ended: null }));
}

/** Whoever is out has somebody to tell. @param {Store} store @param {number} now */
export function endSwim(store, now) {
  const swim = swimNow(store, now);
  if (swim && swim.ended === null) {
    write(store, KEY, JSON.stringify({ ...swim, ended: now }));
  }
}

/** @param {Store} store */
export function forgetSwim(store) {
  write(store, KEY, "{}");
}

/**
 * The swim that goes on, or is just over; null where there is none.
 * @param {Store} store
 * @param {number} now
 * @returns {Swim | null}
 */
export function swimNow(store, now) {
  const { since, where, out, cold, ended } = record(KEY, store);
  const isFresh = Number.isFinite(ended) ? now - ended < TELLING_MS : now - since < STALE_MS;
  const isSwim = Number.isFinite(since) && typeof where === "string" && TIME.test(String(out));
  return isSwim && isFresh
    ? { since, where, out, cold: cold !== false, ended: Number.isFinite(ended) ? ended : null }
    : null;
}

/**
 * Whether the time to be out by has passed, on the day of the swim.
 * @param {Swim} swim
 * @param {number} now
 */
export function isLate({ since, out }, now) {
  const [hours, minutes] = out.split(":").map(Number);
  return now > new Date(since).setHours(hours, minutes, 0, 0);
}
