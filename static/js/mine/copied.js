// A copy of a routine of one's own: pure.

import { FROM_OTHERS, newOwn } from "../shared/own.js";

/** @typedef {import("../shared/own.js").Own} Own */

/** Another person's notes stay marked as theirs. @param {Own} own @param {string} title @returns {Own} not kept yet */
export function copied({ id, routine, from }, title) {
  return newOwn({ ...routine, title }, from === FROM_OTHERS ? from : `own/${id}`);
}
