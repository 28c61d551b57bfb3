// The shared routines that were opened on this device, beside its sessions and in the same way.

import { fits, isAmount, isMoment } from "./shapes.js";
import { ask, deviceShelf, done } from "./shelf.js";

/**
 * @typedef {object} Dose counted in one of the first three
 * @property {number} [repetitions]
 * @property {number} [seconds]
 * @property {number} [breaths]
 * @property {"none" | "each" | "alternate"} sides
 * @property {number} sets
 * @property {number} rest
 * @typedef {{ exercise: string, dose: Dose, pace: number, note: string }} Step
 * @typedef {{ at: string, days: number[] }} Time days of the week, 1 for Monday to 7
 * @typedef {object} Routine as its author has published it
 * @property {string} title
 * @property {string} [need] when it is done, which decides what is said before, while and after it
 * @property {string} whatFor
 * @property {string} notes
 * @property {number} rounds
 * @property {number} rest
 * @property {Time[]} times
 * @property {Step[]} steps
 *
 * @typedef {object} Opened
 * @property {string} code
 * @property {number} version that was opened last
 * @property {string} title
 * @property {number} opened when it was last, in milliseconds as of `Date.now()`
 * @property {boolean} kept under one's own routines
 * @property {number} seenVersion whose changes the person has seen, or that was opened first
 * @property {Routine} seen the same, as it was
 */

const OPENED = "opened";

const SHAPE = {
  code: isText,
  version: isAmount,
  title: isText,
  opened: isMoment,
  kept: (/** @type {unknown} */ value) => typeof value === "boolean",
  seenVersion: isAmount,
  seen: (/** @type {any} */ value) => Array.isArray(value?.steps) && Array.isArray(value.times),
};

/** @param {Opened} opened @returns {Promise<boolean>} whether it is kept */
export async function keepOpened(opened, shelf = DEVICE) {
  return isOpened(opened) && done(() => shelf.set([OPENED, opened.code], opened));
}

/** @param {string} code @returns {Promise<boolean>} whether there is none of this code any longer */
export async function dropOpened(code, shelf = DEVICE) {
  return done(() => shelf.del([OPENED, code]));
}

/** @returns {Promise<Opened[] | null>} the last first; null where the device could not be read */
export async function allOpened(shelf = DEVICE) {
  const found = await ask(() => shelf.all(), null);
  return found && found.filter(isOpened).sort((one, other) => other.opened - one.opened);
}

/**
 * A shared routine has been opened once more.
 * @param {Opened | undefined} before as this device had it
 * @param {Pick<Opened, "code" | "version"> & { routine: Routine }} found
 * @param {number} now in milliseconds
 * @returns {Opened}
 */
export function openedAgain(before, { code, version, routine }, now) {
  const first = { kept: false, seenVersion: version, seen: routine };
  return { ...first, ...before, code, version, title: routine.title, opened: now };
}

/** Whether something has changed since; a copy in another language may be of a version before. @param {Opened} opened */
export function hasNews({ version, seenVersion }) {
  return version > seenVersion;
}

/** What has changed is known to the person. @param {Opened} opened @param {Routine} routine as it is now @returns {Opened} */
export function changesSeen(opened, routine) {
  return { ...opened, seenVersion: opened.version, seen: routine };
}

/** @param {unknown} found @returns {found is Opened} */
export function isOpened(found) {
  return fits(found, SHAPE);
}

/** @param {unknown} value */
function isText(value) {
  return typeof value === "string" && value !== "";
}

const DEVICE = deviceShelf(OPENED);
