// A round of cold or heat: where it is at a moment, computed from when it began and never counted, so
// that an app switch, a reload or a phone that slept does not make it longer. Nothing here moves the
// hard stop to later.

import { left } from "../shared/countdown.js";

/**
 * @typedef {"cold" | "heat"} Kind
 * @typedef {{ usual: number, longest: number, checks: number[], answer: number, gap: number }} Limits
 *   minutes, but `answer` in seconds and `gap` in hours
 * @typedef {"whole" | "early" | "skin" | "unanswered" | "clock" | "closed"} Why a round is stopped:
 *   `closed` by a warning sign or by getting warm
 * @typedef {Why | "over"} End `over`: taken off a minute or more after the stop
 * @typedef {"usual" | "not" | "again"} Skin `again`: was not as usual, and is now
 * @typedef {{ at: number, why: Why }} Stop
 */

/**
 * What is stored of a round. Moments are milliseconds as of `Date.now()`.
 * @typedef {object} Round
 * @property {Kind} kind
 * @property {number} began
 * @property {number} seconds until the hard stop
 * @property {number[]} checks of the skin, in seconds after it began
 * @property {number} answer for so many seconds a check waits
 * @property {number} gap hours until the next round
 * @property {number} answered so many checks were answered with yes
 * @property {number} seen the last moment at which it was looked at
 * @property {Stop | null} stopped
 * @property {number | null} ended when it was off and the skin looked at
 * @property {Skin | null} skin
 */

/**
 * @typedef {{ is: "running", left: number, check: number | null }} Running seconds to the end and to
 *   the next check
 * @typedef {{ is: "check", left: number, answer: number }} Check seconds to the end and for the answer
 * @typedef {{ is: "off", why: Why, over: number }} Off whole minutes since the stop
 * @typedef {Running | Check | Off | { is: "done" }} State
 */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
// What a phone corrects by itself; more than that and the time on the skin is no longer known.
const CLOCK_MS = 2000;
// Who does not hear the first call of a check hears the next.
const CALL_SECONDS = 15;

/** @param {number} minutes @param {Limits} limits */
export function allowed(minutes, { usual, longest }) {
  return Math.min(longest, Math.max(usual, Math.round(minutes)));
}

/**
 * @param {Kind} kind
 * @param {Limits} limits
 * @param {{ minutes: number, now: number }} start
 * @returns {Round}
 */
export function begin(kind, limits, { minutes, now }) {
  const whole = allowed(minutes, limits);
  // Who stays longer than usual looks once more when the usual time is over.
  const checks = whole > limits.usual ? [...limits.checks, limits.usual] : limits.checks;
  return {
    kind,
    began: now,
    seconds: whole * 60,
    checks: checks.map((minute) => minute * 60),
    answer: limits.answer,
    gap: limits.gap,
    answered: 0,
    seen: now,
    stopped: null,
    ended: null,
    skin: null,
  };
}

/** @param {Round} round @param {number} now @returns {State} */
export function at(round, now) {
  if (round.ended !== null) {
    return { is: "done" };
  }
  const stop = stopOf(round, now);
  if (stop) {
    return { is: "off", why: stop.why, over: minutesOver(stop, now) };
  }
  return underway(round, now);
}

/** @param {Round} round @param {number} now @returns {Running | Check} */
function underway({ began, seconds, checks, answered, answer }, now) {
  const end = left(began, now, seconds);
  const next = checks[answered];
  if (next === undefined) {
    return { is: "running", left: end, check: null };
  }
  const until = left(began, now, next);
  return until > 0
    ? { is: "running", left: end, check: until }
    : { is: "check", left: end, answer: Math.min(end, left(began, now, next + answer)) };
}

/**
 * The round with what has become of it: it is stopped once and for all, and a clock that was set back
 * makes nothing that is over last longer.
 * @param {Round} round
 * @param {number} now
 * @returns {Round}
 */
export function settle(round, now) {
  if (round.ended !== null) {
    return round.ended > now ? { ...round, ended: now } : round;
  }
  const stopped = stopOf(round, now);
  return stopped ? { ...round, stopped } : { ...round, seen: Math.max(round.seen, now) };
}

/** @param {Round} round @param {number} now @returns {Stop | null} */
function stopOf(round, now) {
  if (round.stopped) {
    return round.stopped;
  }
  if (now < round.seen - CLOCK_MS) {
    return { at: round.seen, why: "clock" };
  }
  const unanswered = (round.checks[round.answered] ?? Infinity) + round.answer;
  const moment = round.began + 1000 * Math.min(round.seconds, unanswered);
  const why = unanswered < round.seconds ? "unanswered" : "whole";
  return now >= moment ? { at: moment, why } : null;
}

/** @param {Stop} stop @param {number} now */
function minutesOver({ at: moment, why }, now) {
  // Who ends early takes it off with that tap.
  return why === "early" ? 0 : Math.max(0, Math.floor((now - moment) / MINUTE_MS));
}

/** The skin was as usual at a check. @param {Round} round @param {number} now @returns {Round} */
export function goOn(round, now) {
  return at(round, now).is === "check" ? { ...round, answered: round.answered + 1 } : round;
}

/** @param {Round} round @param {"early" | "closed"} why @param {number} now @returns {Round} */
export function stop(round, why, now) {
  const settled = settle(round, now);
  return settled.stopped || settled.ended !== null
    ? settled
    : { ...settled, stopped: { at: now, why } };
}

/** At a check the skin was not as usual, or the person not sure. @param {Round} round @param {number} now @returns {Round} */
export function refuse(round, now) {
  if (at(round, now).is !== "check") {
    return settle(round, now);
  }
  return { ...round, stopped: { at: now, why: "skin" }, ended: now, skin: "not" };
}

/** It is off, and somebody has looked. @param {Round} round @param {"usual" | "not"} skin @param {number} now @returns {Round} */
export function look(round, skin, now) {
  const settled = settle(round, now);
  return settled.stopped && settled.ended === null ? { ...settled, ended: now, skin } : settled;
}

/** @param {Round} round @returns {Round} */
export function healed(round) {
  return round.skin === "not" ? { ...round, skin: "again" } : round;
}

/** How it ended; null while it has not. @param {Round} round @returns {End | null} */
export function endOf({ stopped, ended }) {
  if (stopped?.why === "whole" && ended !== null && minutesOver(stopped, ended) > 0) {
    return "over";
  }
  return stopped && stopped.why;
}

/**
 * From when the next round may begin, once it is off and the skin as usual: after the gap of the last
 * or of the next, whichever is longer. After skin that was not, there is none on the same day.
 * @param {Round} round the last
 * @param {number} nextGap hours, of the kind that would come next
 */
export function opensAt({ ended, gap, skin }, nextGap) {
  if (ended === null) {
    return Infinity;
  }
  const rested = ended + Math.max(gap, nextGap) * HOUR_MS;
  return skin === "usual" ? rested : Math.max(rested, new Date(ended).setHours(24, 0, 0, 0));
}

/** @param {Round | null} round @param {number} nextGap hours @param {number} now */
export function isOpen(round, nextGap, now) {
  return round === null || (round.skin !== "not" && now >= opensAt(round, nextGap));
}

/**
 * What is called out, and anew when it changes: a check until it is answered, a stop each
 * minute for as long as nobody has said that it is off.
 * @param {State} state
 * @returns {string} empty while there is nothing to call
 */
export function callOf(state) {
  if (state.is === "check") {
    return `switch ${Math.ceil(state.answer / CALL_SECONDS)}`;
  }
  return state.is === "off" ? `end ${state.over}` : "";
}

/** As the history keeps it. @param {Round} round that is stopped @returns {import("../shared/rounds.js").Entry} */
export function entryOf(round) {
  const stop = /** @type {Stop} */ (round.stopped);
  return {
    began: round.began,
    kind: round.kind,
    ended: round.ended ?? stop.at,
    seconds: Math.max(0, Math.round((stop.at - round.began) / 1000)),
    end: /** @type {End} */ (endOf(round)),
    skin: round.skin === "again" ? "not" : round.skin,
  };
}
