// What is about to be done, ready to be led through: the adjusted session, its phases and its calls.

import { adjusted } from "./adjust.js";
import { cues } from "./cues.js";
import { stepsToDo, timeline, totalSeconds } from "./timeline.js";

/**
 * @typedef {import("./timeline.js").Phase} Phase
 * @typedef {import("./timeline.js").Session} Session
 * @typedef {ReturnType<typeof planned>} Plan
 */

const MOVING = ["move", "stay"];

/** @param {Session} session @param {import("./adjust.js").Adjustments} adjustments */
export function planned(session, adjustments) {
  const changed = adjusted(session, adjustments);
  const phases = timeline(changed);
  return { session: changed, phases, cues: cues(phases), seconds: totalSeconds(phases) };
}

/**
 * Seconds between two moments in which something was done.
 * @param {Phase[]} phases
 * @param {number} from seconds since the start of the session
 * @param {number} to likewise
 */
export function movingBetween(phases, from, to) {
  return phases
    .filter(({ kind }) => MOVING.includes(kind))
    .map(({ start, seconds }) => Math.min(to, start + seconds) - Math.max(from, start))
    .reduce((sum, seconds) => sum + Math.max(0, seconds), 0);
}

/**
 * How many steps there are, and how many were begun when this phase runs; after the last, all.
 * @param {Session} session
 * @param {Phase | null} phase
 */
export function stepsBegun(session, phase) {
  const all = stepsToDo(session);
  const of = all.length * session.rounds;
  const begun = phase ? (phase.round - 1) * all.length + all.indexOf(phase.step) + 1 : of;
  return { steps: begun, of };
}
