// Whether an adjustment can be followed, and where one goes on.

import { adjusted, MOST_ROUNDS, movesEnough, warmsUp } from "./adjust.js";
import { at } from "./clock.js";
import { movingBetween } from "./plan.js";
import { sessionSeconds, timeline, totalSeconds } from "./timeline.js";

/**
 * @typedef {import("./adjust.js").Adjustments} Adjustments
 * @typedef {import("./timeline.js").Session} Session
 * @typedef {import("./timeline.js").Phase} Phase
 * @typedef {"empty" | "moving" | "stage" | "long" | "passed"} Refusal nothing would be left; too
 *   little movement, or not all of a warm-up, before cold water; too long a session; or nothing
 *   would come after the place that was reached
 * @typedef {{ phase: Phase, seconds: number, moved: number }} Place where somebody is in a session:
 *   the phase, seconds since it began, and those of movement that were done
 */

// Product safety rule 8.
export const LONGEST_SECONDS = 90 * 60;
const ROUNDING = 1e-6;

/**
 * Why these adjustments cannot be followed; null when they can.
 * @param {Session} session
 * @param {Adjustments} adjustments
 * @returns {Refusal | null}
 */
export function refusal(session, adjustments) {
  if (session.steps.every((_, i) => adjustments.leftOut.includes(i))) {
    return "empty";
  }
  if (!warmsUp(session, adjustments)) {
    return "stage";
  }
  if (!movesEnough(session, adjustments)) {
    return "moving";
  }
  const tooLong = lasts(session, adjustments) > LONGEST_SECONDS;
  return tooLong || adjustments.rounds > MOST_ROUNDS ? "long" : null;
}

/**
 * The same for somebody who is in the middle of it: what is done cannot be done over.
 * @param {Session} session
 * @param {{ now: Adjustments, wanted: Adjustments }} adjustments
 * @param {Place} place in the plan as it is `now`
 * @returns {Refusal | null}
 */
export function refusalAt(session, { now, wanted }, place) {
  const why = refusal(session, wanted);
  const phases = timeline(session, wanted);
  if (why || !at(phases, placeIn(phases, place.phase, place.seconds))) {
    return why ?? "passed";
  }
  const [before, after] = [now, wanted].map((each) => movesInAll(session, each, place));
  return after < Math.min(before, session.leastMoving) - ROUNDING ? "moving" : null;
}

/** Seconds of movement that were done and are to come, at the pace that is written. @param {Session} session @param {Adjustments} adjustments @param {Place} place */
function movesInAll(session, adjustments, { phase, seconds, moved }) {
  const phases = timeline(session, { ...adjustments, pace: 1 });
  return moved + movingBetween(phases, placeIn(phases, phase, seconds), totalSeconds(phases));
}

/** @param {Session} session @param {Adjustments} adjustments @returns {number} seconds */
export function lasts(session, adjustments) {
  return sessionSeconds(adjusted(session, adjustments));
}

/**
 * Where a moment of one plan lies in another; a step that is gone leads to the next.
 * @param {Phase[]} phases
 * @param {Phase} phase of the other plan
 * @param {number} seconds since it began
 * @returns {number} seconds since the start of the session
 */
export function placeIn(phases, phase, seconds) {
  const found = phases.find((each) => order(each, phase) >= 0);
  if (!found) {
    return totalSeconds(phases);
  }
  return found.start + (order(found, phase) ? 0 : done(found, phase, seconds));
}

/** How much of a phase is done for who was in the other: parts keep their share, what lasts for a time or waits its seconds. @param {Phase} found @param {Phase} phase @param {number} seconds */
function done(found, phase, seconds) {
  if (found.repetition === 0) {
    return Math.min(seconds, found.seconds);
  }
  return phase.waits ? 0 : Math.min(1, seconds / phase.seconds) * found.seconds;
}

/** Whether one comes after the other in every plan; a side that waits is all its repetitions. @param {Phase} a @param {Phase} b */
function order(a, b) {
  const whole = a.waits || b.waits;
  const [left, right] = [a, b].map((each) => [
    each.round,
    each.kind === "rest" && each.set === 0 ? -1 : each.step,
    each.set,
    each.side,
    Math.sign(each.part + 1),
    whole ? 0 : each.repetition,
    whole ? 0 : each.part,
  ]);
  const i = left.findIndex((value, index) => value !== right[index]);
  return i < 0 ? 0 : left[i] - right[i];
}
