// The message to somebody on land: what it needs, what it says.

import { timeOfDay } from "../shared/numbers.js";
import { fill } from "../shared/words.js";

/** @typedef {{ where: string, in: string, turn: string, out: string }} Plan times as 14:05 */

/** In the order of the form. */
export const FIELDS = /** @type {const} */ (["where", "in", "turn", "out"]);

/**
 * Which fields are wrong, in the order of the form: a time comes after the one before it, and nobody
 * is out by a time that has passed. A swim over midnight is for nobody alone with an app.
 * @param {Plan} plan
 * @param {string} now the hour and minute, as 14:05
 * @returns {(keyof Plan)[]}
 */
export function faults(plan, now) {
  const { in: start, turn, out } = plan;
  const fine = {
    where: plan.where.trim() !== "",
    in: start !== "",
    turn: turn !== "" && turn > start,
    out: out !== "" && out > turn && out > now,
  };
  return FIELDS.filter((field) => !fine[field]);
}

/**
 * @param {Plan} plan without faults
 * @param {{ locale: string, words: Record<string, string> }} guide
 */
export function message(plan, { locale, words }) {
  const times = Object.fromEntries(
    ["in", "turn", "out"].map((name) => [
      name,
      timeOfDay(plan[/** @type {keyof Plan} */ (name)], locale),
    ]),
  );
  return fill(words.message, { ...times, where: plan.where.trim() });
}
