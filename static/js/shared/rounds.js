// The rounds of cold and heat that this device keeps, beside its sessions and in the same way.

import { fits, isAmount, isMoment } from "./shapes.js";
import { ask, deviceShelf, done } from "./shelf.js";

/**
 * @typedef {object} Entry a round that is over
 * @property {number} began in milliseconds as of `Date.now()`; no two begin at once
 * @property {"cold" | "heat"} kind
 * @property {number} ended when it was off, or was to be off where nobody has said so
 * @property {number} seconds that it was to lie on the skin until it was stopped
 * @property {"whole" | "early" | "skin" | "unanswered" | "over" | "clock" | "closed"} end
 * @property {"usual" | "not" | null} skin null where nobody has said
 */

const ROUND = "compress";
const ENDS = ["whole", "early", "skin", "unanswered", "over", "clock", "closed"];

const SHAPE = {
  began: isMoment,
  kind: (/** @type {unknown} */ value) => value === "cold" || value === "heat",
  ended: isMoment,
  seconds: isAmount,
  end: (/** @type {any} */ value) => ENDS.includes(value),
  skin: (/** @type {unknown} */ value) => value === null || value === "usual" || value === "not",
};

/**
 * Keeps a round, in place of one that began at the same moment.
 * @param {Entry} entry
 * @returns {Promise<boolean>} whether it is kept
 */
export async function keepRound(entry, shelf = DEVICE) {
  return isRound(entry) && done(() => shelf.set([ROUND, entry.began], entry));
}

/**
 * @param {number} began
 * @returns {Promise<boolean>} whether there is none of that moment any longer
 */
export async function dropRound(began, shelf = DEVICE) {
  return done(() => shelf.del([ROUND, began]));
}

/** @returns {Promise<Entry[]>} newest first */
export async function allRounds(shelf = DEVICE) {
  const found = await ask(() => shelf.all(), []);
  return found.filter(isRound).sort((one, other) => other.began - one.began);
}

/** @param {unknown} found @returns {found is Entry} */
export function isRound(found) {
  return fits(found, SHAPE);
}

const DEVICE = deviceShelf(ROUND);
