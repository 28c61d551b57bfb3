// Changes to a routine, each a new one. Pure. What is not changed stays the very same object, by which
// the list knows its rows again.

import { cycleSeconds } from "../player/adjust.js";
import { RANGES } from "../shared/routine.js";

/**
 * @typedef {import("../shared/routine.js").Routine} Routine
 * @typedef {import("../shared/routine.js").Step} Step
 * @typedef {import("../shared/routine.js").Dose} Dose
 * @typedef {import("../shared/session_of.js").Exercise} Exercise
 * @typedef {import("../shared/session_of.js").Count} Count
 */

/** @type {Count[]} */
export const COUNTS = ["repetitions", "seconds", "breaths"];
// Of a time that is suggested: every day, from the morning on.
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const FIRST_HOUR = 8;
// Between sets, where there was no rest before.
const SET_REST_SECONDS = 30;
// Seconds go in steps that can be said.
const ROUND_SECONDS = 5;

/** @param {Routine} routine @param {Step} step @param {number} at @returns {Routine} */
export function added(routine, step, at = routine.steps.length) {
  const { steps } = routine;
  return { ...routine, steps: [...steps.slice(0, at), step, ...steps.slice(at)] };
}

/** @param {Routine} routine @param {number} at @returns {Routine} */
export function removed(routine, at) {
  return { ...routine, steps: routine.steps.filter((_, i) => i !== at) };
}

/** @param {Routine} routine @param {number} from @param {number} to beyond the ends it stays there @returns {Routine} */
export function moved(routine, from, to) {
  const place = Math.min(Math.max(to, 0), routine.steps.length - 1);
  const step = routine.steps[from];
  return added(removed(routine, from), step, place);
}

/** @param {Routine} routine @param {number} at @param {Step} step @returns {Routine} */
export function changed(routine, at, step) {
  return { ...routine, steps: routine.steps.map((each, i) => (i === at ? step : each)) };
}

/** One more time, at the first hour that is free. @param {Routine} routine @returns {Routine} */
export function timed(routine) {
  const { times } = routine;
  const hours = [...times.keys(), times.length].map((n) => `${FIRST_HOUR + n}:00`.padStart(5, "0"));
  const at = hours.find((hour) => times.every((time) => time.at !== hour)) ?? hours[0];
  return { ...routine, times: [...times, { at, days: EVERY_DAY }] };
}

/** What a dose is counted in. @param {Dose} dose @returns {Count} */
export function countOf(dose) {
  return COUNTS.find((count) => dose[count] !== undefined) ?? "repetitions";
}

/** The next number in steps, within what can be. @param {number} value @param {number} by @param {number[]} range */
export function stepped(value, by, [least, most]) {
  const size = Math.abs(by);
  const next =
    by > 0 ? Math.floor(value / size) * size + size : Math.ceil(value / size) * size - size;
  return Math.min(Math.max(next, least), most);
}

/** @param {string} name @param {Dose} dose @returns {number[]} from least to most */
export function rangeOf(name, dose) {
  if (name === "amount") {
    return RANGES[countOf(dose)];
  }
  const range = RANGES[/** @type {"rest" | "sets"} */ (name)];
  return name === "rest" && dose.sets > 1 ? [ROUND_SECONDS, range[1]] : range;
}

/** @param {Dose} dose @param {number} amount @returns {Dose} */
export function withAmount(dose, amount) {
  return { ...dose, [countOf(dose)]: amount };
}

/** Sets have rests between them. @param {Dose} dose @param {number} sets @returns {Dose} */
export function withSets(dose, sets) {
  return { ...dose, sets, rest: sets > 1 && !dose.rest ? SET_REST_SECONDS : dose.rest };
}

/**
 * As much of it, counted in something else.
 * @param {Dose} dose
 * @param {Count} count
 * @param {Exercise} exercise
 * @returns {Dose}
 */
export function counted(dose, count, exercise) {
  const { repetitions, seconds, breaths, ...rest } = dose;
  const cycle = cycleSeconds(exercise.tempo);
  const long = seconds ?? (repetitions ?? breaths ?? 0) * cycle;
  const amount =
    count === "seconds"
      ? Math.round(long / ROUND_SECONDS) * ROUND_SECONDS
      : Math.round(long / cycle);
  const [least, most] = RANGES[count];
  const sides = count !== "repetitions" && rest.sides === "alternate" ? "each" : rest.sides;
  return { ...rest, sides, [count]: Math.min(Math.max(amount, least), most) };
}
