// Routines of one's own: kept by this device's browser in its database, sent nowhere.

import { fits, isMoment } from "./shapes.js";
import { ask, deviceShelf, done } from "./shelf.js";

/**
 * @typedef {import("./routine.js").Routine} Routine
 * @typedef {object} Own
 * @property {string} id
 * @property {Routine} routine
 * @property {number} made in milliseconds as of `Date.now()`
 * @property {number} changed likewise
 * @property {string} from what it was copied from, such as `routines/cold-water-10`; else empty
 */

/** It came by a file or a code: its words are another person's, and its page marks them as that. */
export const FROM_OTHERS = "file";

const OWN = "own";
// Two routines of one device never meet by chance.
const ID_BYTES = 9;

const isWord = (/** @type {unknown} */ value) => typeof value === "string";
const SHAPE = {
  id: (/** @type {unknown} */ value) => isWord(value) && value !== "",
  // What else is in it is looked at by who does it, with `faults` of routine.js.
  routine: (/** @type {any} */ value) => isWord(value?.title) && Array.isArray(value.steps),
  made: isMoment,
  changed: isMoment,
  from: isWord,
};

/** A new one, not kept yet. @param {Routine} routine @param {string} from @returns {Own} */
export function newOwn(routine, from = "", now = Date.now()) {
  return { id: newId(), routine, made: now, changed: now, from };
}

/** Keeps it, in place of one with the same id. @param {Own} own @returns {Promise<boolean>} whether it is kept */
export async function keepOwn(own, shelf = DEVICE) {
  return isOwn(own) && done(() => shelf.set([OWN, own.id], own));
}

/** @param {string} id @returns {Promise<boolean>} whether there is none of this id any longer */
export async function dropOwn(id, shelf = DEVICE) {
  return done(() => shelf.del([OWN, id]));
}

/** @returns {Promise<Own[]>} what was changed last first */
export async function allOwn(shelf = DEVICE) {
  const found = await ask(() => shelf.all(), []);
  return found.filter(isOwn).sort((one, other) => other.changed - one.changed);
}

/** @param {string} id @returns {Promise<Own | null>} */
export async function ownOf(id, shelf = DEVICE) {
  return (await allOwn(shelf)).find((own) => own.id === id) ?? null;
}

/** @param {unknown} found @returns {found is Own} */
export function isOwn(found) {
  return fits(found, SHAPE);
}

/** Letters and digits only, because it stands in addresses. */
function newId({ crypto } = globalThis) {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  return [...bytes].map((byte) => byte.toString(36).padStart(2, "0")).join("");
}

const DEVICE = deviceShelf(OWN);
