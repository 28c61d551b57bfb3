// A copy of a routine of one's own: pure.

import { newOwn } from "../shared/own.js";

/** @typedef {import("../shared/own.js").Own} Own */

/** What the page of one's own play looks for: the words are another person's. */
const FILE = "file";

/** Another person's notes stay marked as theirs. @param {Own} own @param {string} title @returns {Own} not kept yet */
export function copied({ id, routine, from }, title) {
  return newOwn({ ...routine, title }, from === FILE ? FILE : `own/${id}`);
}
