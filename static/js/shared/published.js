// The routines that were published from this device, with the secrets that change them.

import { fits, isMoment } from "./shapes.js";
import { ask, deviceShelf, done } from "./shelf.js";

/**
 * @typedef {object} Publication
 * @property {string} code
 * @property {string} secret
 * @property {number} version the last one that this device knows
 * @property {string} title
 * @property {number} changed in milliseconds as of `Date.now()`
 * @property {string} [own] id of the routine of one's own that it is, if it is one
 * @property {string} [from] what its words come from, as of a routine of one's own
 */

const PUBLISHED = "published";
const SECRET = /^[A-Za-z0-9_-]{22,128}$/;

const SHAPE = {
  code: isCode,
  secret: isSecret,
  version: (/** @type {unknown} */ value) => Number.isInteger(value),
  title: (/** @type {unknown} */ value) => typeof value === "string",
  changed: isMoment,
  own: isWord,
  from: isWord,
};

/** @param {Publication} publication @returns {Promise<boolean>} whether it is kept */
export async function keepPublication(publication, shelf = DEVICE) {
  return (
    isPublication(publication) && done(() => shelf.set([PUBLISHED, publication.code], publication))
  );
}

/** @param {string} code @returns {Promise<boolean>} */
export async function dropPublication(code, shelf = DEVICE) {
  return done(() => shelf.del([PUBLISHED, code]));
}

/** @returns {Promise<Publication[]>} what was changed last first */
export async function allPublications(shelf = DEVICE) {
  const found = await ask(() => shelf.all(), []);
  return found.filter(isPublication).sort((one, other) => other.changed - one.changed);
}

/** @param {{ code: string } | { own: string }} sought @returns {Promise<Publication | null>} the one that was changed last */
export async function publicationOf(sought, shelf = DEVICE) {
  const [[name, value]] = Object.entries(sought);
  const all = await allPublications(shelf);
  return all.find((each) => each[/** @type {"code" | "own"} */ (name)] === value) ?? null;
}

/** From now on it is one of one's own too. @param {string} code @param {string} own */
export async function isOwnNow(code, own, shelf = DEVICE) {
  const known = await publicationOf({ code }, shelf);
  return known !== null && keepPublication({ ...known, own }, shelf);
}

/** @param {unknown} found @returns {found is Publication} */
export function isPublication(found) {
  return fits(found, SHAPE);
}

/** @param {unknown} value */
export function isCode(value) {
  return typeof value === "string" && /^[0-9a-hjkmnp-tv-z]{10}$/.test(value);
}

/** Or nothing, of what was published before it was kept. @param {unknown} value */
function isWord(value) {
  return typeof value === "string" || value === undefined;
}

/** @param {unknown} value */
export function isSecret(value) {
  return typeof value === "string" && SECRET.test(value);
}

/** As it is read out. @param {string} code */
export function spoken(code) {
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

const DEVICE = deviceShelf(PUBLISHED);
