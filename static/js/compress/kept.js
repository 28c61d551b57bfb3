// The round that this device is in, or was last: kept until the next, also in a browser that closed.

import { record } from "../shared/screen.js";
import { fits, isAmount, isMoment } from "../shared/shapes.js";
import { write } from "../shared/store.js";

/**
 * @typedef {import("../shared/screen.js").Store} Store
 * @typedef {import("./round.js").Round} Round
 */

export const KEY = "limber.compress";
const WHY = ["whole", "early", "skin", "unanswered", "clock", "closed"];

/** What each part of a round must be. */
const SHAPE = {
  kind: oneOf("cold", "heat"),
  began: isMoment,
  seconds: isAmount,
  checks: (/** @type {unknown} */ value) => Array.isArray(value) && value.every(isAmount),
  answer: isAmount,
  gap: isAmount,
  answered: isAmount,
  seen: isMoment,
  stopped: (/** @type {any} */ value) =>
    value === null || (isMoment(value?.at) && WHY.includes(value.why)),
  ended: (/** @type {unknown} */ value) => value === null || isMoment(value),
  skin: oneOf(null, "usual", "not", "again"),
};

/** @param {Store} store @returns {Round | null} */
export function lastRound(store) {
  const found = record(KEY, store);
  return fits(found, SHAPE) ? /** @type {any} */ (found) : null;
}

/** @param {Store} store @param {Round} round @returns {boolean} whether it could be kept */
export function keepLast(store, round) {
  return write(store, KEY, JSON.stringify(round));
}

/** @param {unknown[]} values */
function oneOf(...values) {
  return (/** @type {unknown} */ value) => values.includes(value);
}
