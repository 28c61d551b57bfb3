// What may be shown of own sweat tests: the highest that is surely not more than what is lost, from
// tests of the same kind in equal or cooler conditions. Without such a test there is nothing to show.

import {
  ceiling,
  floor,
  isSweat,
  MOST_AN_HOUR,
  sweatRate,
  rawFloor,
  SHORTEST_MINUTES,
  TINY,
  WEIGHING_ERROR,
} from "./sums.js";

/** L/h to which is rounded down (evidence §5). */
const STEP = 0.05;

/**
 * @typedef {import("../shared/sweat_tests.js").SweatTest} SweatTest
 * @typedef {import("../shared/sweat_tests.js").Session} Session
 * @typedef {{ kind: Session, celsius: number }} Day
 */

/** @param {SweatTest} test @returns {import("./sums.js").Weighing} */
export function weighing({ before, after, drunk, passed, food, minutes }) {
  return { before, after, drunk, passed, food, hours: minutes / 60 };
}

/** Whether a test says something: long enough, and measured so that there was sweat. @param {SweatTest} test */
export function counts(test) {
  return test.minutes >= SHORTEST_MINUTES && isSweat(weighing(test));
}

/** L/h of a test, less what the scale may have added; may be below zero. @param {SweatTest} test */
export function surely(test) {
  return sweatRate(weighing(test)) - (60 * WEIGHING_ERROR) / test.minutes;
}

/**
 * Of the same kind in equal or cooler conditions.
 * @param {SweatTest[]} tests
 * @param {Day} day
 */
export function matching(tests, { kind, celsius }) {
  return tests.filter(
    (test) => counts(test) && test.kind === kind && test.celsius <= celsius + TINY,
  );
}

/**
 * L/h, a multiple of 0.05; null without a test that fits the day.
 * @param {SweatTest[]} tests
 * @param {Day} day
 */
export function shownCeiling(tests, day) {
  const own = matching(tests, day).map((test) => ceiling(surely(test)));
  return own.length ? roundDown(Math.min(...own)) : null;
}

/**
 * L/h below which two percent would be lost, never above the ceiling; null without a test that fits.
 * @param {SweatTest[]} tests
 * @param {Day} day
 * @param {number} hours of the session planned
 */
export function shownFloor(tests, day, hours) {
  const highest = shownCeiling(tests, day);
  const own = matching(tests, day).map((test) =>
    floor(sweatRate(weighing(test)), test.before, hours),
  );
  return highest === null ? null : Math.min(highest, roundDown(Math.min(...own)));
}

/**
 * Whether a session planned so long would lose more than may be drunk.
 * @param {SweatTest[]} tests
 * @param {Day} day
 * @param {number} hours
 */
export function isTooLong(tests, day, hours) {
  return matching(tests, day).some(
    (test) => rawFloor(sweatRate(weighing(test)), test.before, hours) > MOST_AN_HOUR + TINY,
  );
}

/** @param {number} litres */
export function roundDown(litres) {
  return Math.round(100 * STEP * Math.floor(litres / STEP + TINY)) / 100;
}
