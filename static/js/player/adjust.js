// How the person adjusts what is written: pace, rests, rounds, shorter doses, steps left out, easier
// or harder forms. Pure: an adjusted session is a session again. Whatever is asked for, the movement
// that a warm-up for cold water must have stays.

import { duration } from "../shared/numbers.js";

/**
 * @typedef {import("./timeline.js").Session} Session
 * @typedef {import("./timeline.js").Step} Step
 * @typedef {import("./timeline.js").TempoPart} TempoPart
 * @typedef {{
 *   pace: number, rests: number, rounds: number, count: "clock" | "tap",
 *   shorter: Record<number, number>, leftOut: number[], forms: Record<number, "easier" | "harder">,
 * }} Adjustments `pace` and `rests` are factors, of speed and of time; `rounds` of 0 are those
 *   written; `shorter` says by step which of its shorter doses is done, from 1
 */

/** @type {Adjustments} */
export const AS_WRITTEN = {
  pace: 1,
  rests: 1,
  rounds: 0,
  count: "clock",
  shorter: {},
  leftOut: [],
  forms: {},
};
export const MOST_ROUNDS = 10;
// In all: whoever wrote a step may have slowed it already, and nobody breathes any slower.
const SLOWEST = 0.5;

/**
 * The session as adjusted; as written where a warm-up for cold water would be less than that.
 * @param {Session} session
 * @param {Adjustments} adjustments
 * @returns {Session}
 */
export function adjusted(session, adjustments) {
  return adjustments === AS_WRITTEN
    ? session
    : (warmsUp(session, adjustments) && keepMoving(session, apply(session, adjustments))) ||
        session;
}

/**
 * Whether the movement that the session must have can be kept.
 * @param {Session} session
 * @param {Adjustments} adjustments
 */
export function movesEnough(session, adjustments) {
  return keepMoving(session, apply(session, adjustments)) !== null;
}

/** @param {TempoPart[]} tempo */
export function cycleSeconds(tempo) {
  return tempo.reduce((sum, part) => sum + part.seconds, 0);
}

/**
 * Whether each stage of a warm-up for cold water keeps a step.
 * @param {Session} session
 * @param {Adjustments} adjustments
 */
export function warmsUp({ steps, leastMoving }, { leftOut }) {
  const kept = steps.filter((_, i) => !leftOut.includes(i)).map(({ stage }) => stage);
  return !leastMoving || steps.every(({ stage }) => kept.includes(stage));
}

/**
 * Seconds in which something is done in one round, at the pace that is written.
 * @param {import("./timeline.js").Written} written
 * @param {import("./timeline.js").Written} changed
 */
export function movingSeconds(written, changed) {
  const once = changed.steps.map(({ dose, leftOut }, i) => {
    const count = dose.repetitions ?? dose.breaths ?? 0;
    const side = dose.seconds ?? count * cycleSeconds(written.steps[i].tempo);
    return leftOut ? 0 : side * dose.sets * (dose.sides === "each" ? 2 : 1);
  });
  return once.reduce((sum, seconds) => sum + seconds, 0);
}

/** @param {Session} session @param {Adjustments} adjustments @returns {Session} */
function apply(session, adjustments) {
  const { rests, rounds } = adjustments;
  return {
    ...session,
    steps: session.steps.map((step, i) => applyTo(step, i, adjustments)),
    rounds: rounds || session.rounds,
    rest: session.rest * rests,
    switch: session.switch * rests,
  };
}

/** @param {Step} step @param {number} i @param {Adjustments} adjustments @returns {Step} */
function applyTo(step, i, { pace, rests, count, shorter, leftOut, forms }) {
  const { dose, doseText } = step.shorter[(shorter[i] ?? 0) - 1] ?? step;
  return {
    ...step,
    dose: { ...dose, rest: dose.rest * rests },
    doseText,
    ready: step.ready * rests,
    tempo: step.tempo.map((part) => slowed(part, Math.max(pace, SLOWEST / (step.pace ?? 1)))),
    form: forms[i],
    leftOut: leftOut.includes(i),
    tapped: count === "tap",
  };
}

/** How long a position is kept is a dose, not a pace. @param {TempoPart} part @param {number} pace */
export function slowed(part, pace) {
  return part.kind === "move" ? { ...part, seconds: part.seconds / pace } : part;
}

/**
 * What is missing of the movement that must be goes to a step that is done for a time.
 * @param {Session} written
 * @param {Session} changed
 * @returns {Session | null} null when no step can take it
 */
function keepMoving(written, changed) {
  const least = written.leastMoving / changed.rounds;
  const missing = Math.ceil(least - movingSeconds(written, changed));
  if (missing <= 0) {
    return changed;
  }
  const index = changed.steps.findIndex(canTakeMore);
  const steps = changed.steps.map((step, i) =>
    i === index ? lengthened(step, missing, changed) : step,
  );
  return index < 0 ? null : { ...changed, steps };
}

/** @param {Step} step */
function canTakeMore({ leftOut, dose, tempo }) {
  return !leftOut && dose.seconds && dose.sides !== "each" && dose.sets === 1 && isMoved(tempo);
}

/** @param {TempoPart[]} tempo */
function isMoved(tempo) {
  return tempo.every(({ kind }) => kind === "move");
}

/** @param {Step} step @param {number} more seconds @param {Session} session @returns {Step} */
function lengthened(step, more, { locale, words }) {
  const seconds = (step.dose.seconds ?? 0) + more;
  return { ...step, dose: { ...step.dose, seconds }, doseText: duration(seconds, locale, words) };
}
