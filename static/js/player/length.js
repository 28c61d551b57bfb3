// The form of a session that fits into a time: which of its doses are done shorter.

import { adjusted } from "./adjust.js";
import { lasts } from "./fit.js";
import { stepSeconds } from "./timeline.js";

/**
 * @typedef {import("./adjust.js").Adjustments} Adjustments
 * @typedef {import("./timeline.js").Session} Session
 */

const MINUTE = 60;

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

/** @param {number} seconds */
function nextMinute(seconds) {
  return (Math.floor(seconds / MINUTE) + 1) * MINUTE;
}
