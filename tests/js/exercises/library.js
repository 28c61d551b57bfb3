// A library for the filters' tests: what it offers, a few exercises, and filters by chance.

import { randomness } from "../player/sessions.js";

/** @typedef {import("../../../static/js/exercises/filters.js").Exercise} Exercise */
/** @typedef {import("../../../static/js/exercises/filters.js").Filter} Filter */
/** @typedef {import("../../../static/js/exercises/filters.js").Values} Values */

/** @type {Values} */
export const OFFERED = {
  position: ["standing", "all-fours", "lying"],
  region: ["lower-back", "hips", "legs"],
  time: ["2", "4", "6"],
};

/** @type {Exercise[]} */
export const EXERCISES = [
  exercise("march legs warm", "standing", ["legs"], ["4", "6"]),
  exercise("cat cow spine", "all-fours", ["lower-back"], ["2", "4", "6"]),
  exercise("bird dog steady", "all-fours", ["lower-back", "hips"], ["6"]),
  exercise("bridge hips up", "lying", ["hips"], ["2", "4", "6"]),
];

export const QUERIES = [
  "",
  "cat",
  "cat cow",
  "50 % & more + a=b",
  "الظهر",
  "云手",
  "Yúnshǒu",
  "#,?",
];

/** @param {string} text @param {string} position @param {string[]} region @param {string[]} time */
function exercise(text, position, region, time) {
  return { text, values: { position: [position], region, time } };
}

/** @param {number} seed @returns {Filter} */
export function randomFilter(seed) {
  const between = randomness(seed);
  const chosen = Object.entries(OFFERED).map(([group, values]) => [
    group,
    values.filter(() => between(0, 2) === 0),
  ]);
  return { q: QUERIES[between(0, QUERIES.length - 1)], chosen: Object.fromEntries(chosen) };
}
