// What the screen says at a moment: words only, from the plan and the time left.

import { clock, number } from "../shared/numbers.js";
import { fill } from "../shared/words.js";

/**
 * @typedef {import("./timeline.js").Phase} Phase
 * @typedef {import("./timeline.js").Session} Session
 */

// From here on a phase shows minutes and seconds.
const LONG_SECONDS = 60;
const ANNOUNCED = ["ready", "rest", "switch"];

/**
 * @param {Session} session
 * @param {Phase} phase
 */
export function view(session, phase) {
  const { words } = session;
  const step = session.steps[phase.step];
  return {
    kind: phase.kind,
    name: step.name,
    note: step.note,
    how: step.how,
    phaseName: phaseName(session, phase),
    cue: cue(session, phase),
    count: counts(session, phase).join(" · "),
    position: fill(words.step, values(session, phase.step + 1, session.steps.length)),
    next: next(session, phase),
    long: phase.seconds >= LONG_SECONDS,
    announce: ANNOUNCED.includes(phase.kind)
      ? fill(words.announce, {
          phase: phaseName(session, phase),
          name: step.name,
          cue: cue(session, phase),
        })
      : "",
  };
}

/**
 * The seconds left of a phase, rounded up so that the last second reads 1.
 * @param {Session} session
 * @param {Phase} phase
 * @param {number} left seconds
 */
export function digits(session, phase, left) {
  const whole = Math.min(phase.seconds, Math.ceil(left));
  return phase.seconds >= LONG_SECONDS
    ? clock(whole, session.locale)
    : number(whole, session.locale);
}

/**
 * @param {Session} session
 * @param {number} left seconds of the whole session
 */
export function remaining(session, left) {
  return fill(session.words.left, { time: clock(Math.ceil(left), session.locale) });
}

/** @param {Session} session @param {Phase} phase */
function phaseName(session, phase) {
  return phase.part < 0
    ? session.words[phase.kind]
    : session.steps[phase.step].tempo[phase.part].name;
}

/** @param {Session} session @param {Phase} phase */
function cue({ steps, words }, phase) {
  const step = steps[phase.step];
  switch (phase.kind) {
    case "ready":
      return step.how[0];
    case "rest":
      return words.restCue;
    case "switch":
      return words.switchCue;
    default:
      return step.tempo[phase.part].cue;
  }
}

/** @param {Session} session @param {Phase} phase */
function counts(session, phase) {
  const { words, steps, rounds } = session;
  const { sets } = steps[phase.step].dose;
  const shown = /** @type {[string, number, number][]} */ ([
    [words.repetition, phase.repetition, phase.repetitions],
    [words.side, phase.side, phase.sides],
    [words.set, phase.set, sets > 1 ? sets : 0],
    [words.round, phase.round, rounds > 1 ? rounds : 0],
  ]);
  return shown
    .filter(([, n, total]) => n && total)
    .map(([message, n, total]) => fill(message, values(session, n, total)));
}

/** @param {Session} session @param {Phase} phase */
function next(session, phase) {
  const { steps, rounds, words } = session;
  if (isBetweenRounds(phase)) {
    return fill(words.next, { name: steps[0].name, dose: steps[0].doseText });
  }
  const last = phase.step + 1 === steps.length;
  if (last && phase.round === rounds) {
    return words.last;
  }
  const step = steps[last ? 0 : phase.step + 1];
  return fill(words.next, { name: step.name, dose: step.doseText });
}

/** @param {Phase} phase */
function isBetweenRounds(phase) {
  return phase.kind === "rest" && phase.set === 0;
}

/** @param {Session} session @param {number} n @param {number} total */
function values({ locale }, n, total) {
  return { n: number(n, locale), total: number(total, locale) };
}
