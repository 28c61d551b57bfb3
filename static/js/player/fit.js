// Whether an adjustment can be followed, the form that fits into a time, and where one goes on.

import { adjusted, MOST_ROUNDS, movesEnough } from "./adjust.js";
import { timeline, totalSeconds } from "./timeline.js";

/**
 * @typedef {import("./adjust.js").Adjustments} Adjustments
 * @typedef {import("./timeline.js").Session} Session
 * @typedef {import("./timeline.js").Phase} Phase
 * @typedef {"empty" | "moving" | "long"} Refusal nothing would be left, too little movement before
 *   cold water, or too long a session
 */

// Product safety rule 8.
export const LONGEST_SECONDS = 90 * 60;
const MINUTE = 60;

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
  if (!movesEnough(session, adjustments)) {
    return "moving";
  }
  const tooLong = lasts(session, adjustments) > LONGEST_SECONDS;
  return tooLong || adjustments.rounds > MOST_ROUNDS ? "long" : null;
}

/**
 * The longest form that takes no more than this time; steps before `from` stay as they are.
 * @param {Session} session
 * @param {Adjustments} adjustments
 * @param {number} seconds
 * @param {number} from index of a step
 * @returns {{ adjustments: Adjustments, enough: boolean }} `enough` time for what can be done
 */
export function fit(session, adjustments, seconds, from = 0) {
  const kept = Object.entries(adjustments.shorter).filter(([step]) => Number(step) < from);
  let best = { ...adjustments, shorter: Object.fromEntries(kept) };
  while (lasts(session, best) > seconds) {
    const next = shortened(session, best, from);
    if (!next) {
      return { adjustments: best, enough: false };
    }
    best = next;
  }
  return { adjustments: best, enough: true };
}

/**
 * The next longer form that a whole minute more leads to.
 * @param {Session} session
 * @param {Adjustments} now
 * @param {number} from index of a step
 * @returns {Adjustments} the same when there is none longer
 */
export function longer(session, now, from = 0) {
  const before = lasts(session, now);
  const whole = fit(session, now, Infinity, from).adjustments;
  const most = lasts(session, whole);
  for (let time = nextMinute(before); time < most; time = nextMinute(time)) {
    const { adjustments } = fit(session, now, time, from);
    if (lasts(session, adjustments) > before) {
      return adjustments;
    }
  }
  return most > before ? whole : now;
}

/**
 * The form that a whole minute less leads to.
 * @param {Session} session
 * @param {Adjustments} now
 * @param {number} from index of a step
 */
export function shorter(session, now, from = 0) {
  const minutes = Math.ceil(lasts(session, now) / MINUTE) - 1;
  return fit(session, now, minutes * MINUTE, from);
}

/** @param {Session} session @param {Adjustments} adjustments @returns {number} seconds */
export function lasts(session, adjustments) {
  return totalSeconds(timeline(session, adjustments));
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
  const share = order(found, phase) ? 0 : Math.min(1, seconds / phase.seconds);
  return found.start + share * found.seconds;
}

/** Whether one comes after the other in every plan. @param {Phase} a @param {Phase} b */
function order(a, b) {
  const [left, right] = [a, b].map((each) => [
    each.round,
    each.kind === "rest" && each.set === 0 ? -1 : each.step,
    each.set,
    each.side,
    each.repetition,
    each.part,
  ]);
  const i = left.findIndex((value, index) => value !== right[index]);
  return i < 0 ? 0 : left[i] - right[i];
}

/** One step shorter by one, the longest first; null when nothing makes it shorter. @param {Session} session @param {Adjustments} now @param {number} from @returns {Adjustments | null} */
function shortened(session, now, from) {
  const before = lasts(session, now);
  const plan = adjusted(session, now);
  const candidates = session.steps
    .map((step, i) => ({ i, rung: (now.shorter[i] ?? 0) + 1, most: step.shorter.length }))
    .filter(({ i, rung, most }) => i >= from && rung <= most && !plan.steps[i].leftOut)
    .map(({ i, rung }) => ({
      takes: stepSeconds(plan, i),
      next: { ...now, shorter: { ...now.shorter, [i]: rung } },
    }))
    .filter(({ next }) => lasts(session, next) < before);
  return candidates.sort((a, b) => b.takes - a.takes)[0]?.next ?? null;
}

/** @param {Session} session @param {number} index */
function stepSeconds(session, index) {
  const own = timeline(session).filter(({ step, round }) => step === index && round === 1);
  return own.reduce((sum, { seconds }) => sum + seconds, 0);
}

/** @param {number} seconds */
function nextMinute(seconds) {
  return (Math.floor(seconds / MINUTE) + 1) * MINUTE;
}
