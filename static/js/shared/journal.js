// The sessions done on this device: kept by its browser in one database, sent nowhere.

import { fits, isAmount, isMoment } from "./shapes.js";
import { ask, deviceShelf, done } from "./shelf.js";

/**
 * @typedef {object} Entry a session that is over
 * @property {number} id when it was begun, in milliseconds as of `Date.now()`
 * @property {"routine" | "exercise" | "own" | "shared"} kind
 * @property {string} slug of an own routine its id, of a shared one its code
 * @property {number} ended in milliseconds as well
 * @property {number} seconds of the session that were done
 * @property {number} steps reached
 * @property {number} of so many steps planned
 * @property {boolean} early ended before its end
 * @property {number | null} before pain from 0 to 10, null where it was not given
 * @property {number | null} after
 * @property {boolean} signs spreading, numb or dizzy
 * @property {string} note
 */

// What else is kept here has keys of its own first word.
const SESSION = "session";

const KINDS = ["routine", "exercise", "own", "shared"];
const PAIN_TO_STOP_AT = 4;
const PAIN_MORE = 2;

/** What each part of an entry must be: of an older version, or damaged, it may be anything. */
const SHAPE = {
  id: isMoment,
  kind: (/** @type {any} */ value) => KINDS.includes(value),
  slug: (/** @type {unknown} */ value) => typeof value === "string" && value !== "",
  ended: isMoment,
  seconds: isAmount,
  steps: isAmount,
  of: isAmount,
  early: (/** @type {unknown} */ value) => typeof value === "boolean",
  before: isPain,
  after: isPain,
  signs: (/** @type {unknown} */ value) => typeof value === "boolean",
  note: (/** @type {unknown} */ value) => typeof value === "string",
};

/**
 * Keeps a session, in place of one with the same id.
 * @param {Entry} entry
 * @returns {Promise<boolean>} whether it is kept
 */
export async function keepSession(entry, shelf = DEVICE) {
  return isEntry(entry) && done(() => shelf.set([SESSION, entry.id], entry));
}

/**
 * @param {number} id
 * @returns {Promise<boolean>} whether there is none of this id any longer
 */
export async function dropSession(id, shelf = DEVICE) {
  return done(() => shelf.del([SESSION, id]));
}

/**
 * @param {number} count at most so many
 * @returns {Promise<Entry[]>} newest first
 */
export async function lastSessions(count, shelf = DEVICE) {
  return ((await allSessions(shelf)) ?? []).slice(0, count);
}

/** @returns {Promise<Entry[] | null>} newest first; null where the device could not be read */
export async function allSessions(shelf = DEVICE) {
  const found = await ask(() => shelf.all(), null);
  return found && found.filter(isEntry).sort((one, other) => other.id - one.id);
}

/**
 * Whether a session ended so that it is time to stop and ask for advice.
 * @param {Pick<Entry, "before" | "after" | "signs">} entry
 */
export function isBad({ before, after, signs }) {
  const hurts = after !== null && after >= PAIN_TO_STOP_AT;
  const grew = before !== null && after !== null && after - before >= PAIN_MORE;
  return signs || hurts || grew;
}

/** @param {unknown} found @returns {found is Entry} */
export function isEntry(found) {
  return fits(found, SHAPE);
}

/** @param {unknown} value */
function isPain(value) {
  return value === null || (isAmount(value) && Number(value) <= 10);
}

const DEVICE = deviceShelf(SESSION);
