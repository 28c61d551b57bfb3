// The sweat tests that this device keeps, beside its sessions and in the same way.

import { fits, isAmount, isMoment } from "./shapes.js";
import { ask, deviceShelf, done } from "./shelf.js";

const TEST = "sweat";
/** Where somebody sweats alike; swims by the temperature of the water, the others by the air's. */
export const SESSIONS = /** @type {const} */ ([
  "pool",
  "open-water",
  "wetsuit",
  "run",
  "ride",
  "gym",
]);
const IN_WATER = ["pool", "open-water", "wetsuit"];

/**
 * What can have been measured, as it is kept; anything else was mistyped, or in another unit.
 * @type {Record<string, [number, number]>}
 */
export const BOUNDS = {
  before: [20, 300],
  after: [20, 300],
  minutes: [1, 1440],
  water: [-2, 45],
  air: [-30, 50],
  drunk: [0, 10],
  passed: [0, 5],
  food: [0, 5],
};

/**
 * @typedef {typeof SESSIONS[number]} Session
 * @typedef {object} SweatTest
 * @property {number} at when it was weighed out, in milliseconds as of `Date.now()`; no two at once
 * @property {Session} kind
 * @property {number} celsius of the water, or of the air
 * @property {number} minutes
 * @property {number} before kg
 * @property {number} after kg
 * @property {number} drunk L
 * @property {number} passed L of urine
 * @property {number} food kg
 */

const SHAPE = {
  at: isMoment,
  kind: (/** @type {any} */ value) => SESSIONS.includes(value),
  celsius: Number.isFinite,
  minutes: within("minutes"),
  before: within("before"),
  after: within("after"),
  drunk: within("drunk"),
  passed: within("passed"),
  food: within("food"),
};

/** Whose temperature counts. @param {Session} kind */
export function placeOf(kind) {
  return IN_WATER.includes(kind) ? "water" : "air";
}

/**
 * Keeps a test, in place of one of the same moment.
 * @param {SweatTest} test
 * @returns {Promise<boolean>} whether it is kept
 */
export async function keepTest(test, shelf = DEVICE) {
  return isTest(test) && done(() => shelf.set([TEST, test.at], test));
}

/**
 * @param {number} at
 * @returns {Promise<boolean>} whether there is none of that moment any longer
 */
export async function dropTest(at, shelf = DEVICE) {
  return done(() => shelf.del([TEST, at]));
}

/** @returns {Promise<SweatTest[] | null>} newest first; null where the device could not be read */
export async function allTests(shelf = DEVICE) {
  const found = await ask(() => shelf.all(), null);
  return found && found.filter(isTest).sort((one, other) => other.at - one.at);
}

/** @param {unknown} found @returns {found is SweatTest} */
export function isTest(found) {
  return fits(found, SHAPE) && hasItsTemperature(/** @type {any} */ (found));
}

/** @param {SweatTest} test */
function hasItsTemperature({ kind, celsius }) {
  return within(placeOf(kind))(celsius);
}

/** @param {string} name @returns {(value: unknown) => boolean} */
function within(name) {
  const [low, high] = BOUNDS[name];
  return (value) => typeof value === "number" && isAmount(value - low) && value <= high;
}

const DEVICE = deviceShelf(TEST);
