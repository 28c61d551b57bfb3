// A copy of a routine of one's own: pure.

import { newOwn } from "../shared/own.js";

/** @typedef {import("../shared/own.js").Own} Own */

/** Another person's notes stay marked as theirs, and what a routine of the library says is still said. @param {Own} own @param {string} title @returns {Own} not kept yet */
export function copied({ id, routine, from }, title) {
  return newOwn({ ...routine, title }, from || `own/${id}`);
}
