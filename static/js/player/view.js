// What the screen says at a moment: words only, from the plan and the time left.

import { clock, number } from "../shared/numbers.js";
import { fill } from "../shared/words.js";
import { following, stepsToDo } from "./timeline.js";

/**
 * @typedef {import("./timeline.js").Phase} Phase
 * @typedef {import("./timeline.js").Session} Session
 * @typedef {import("./timeline.js").Step} Step
 */

// From here on a phase shows minutes and seconds.
const LONG_SECONDS = 60;
const ANNOUNCED = ["ready", "rest", "switch"];

/**
 * @param {Session} session
 * @param {Phase} phase
 */
export function view(session, phase) {
  const step = session.steps[phase.step];
  return {
    kind: phase.kind,
    waits: phase.waits,
    offersEasier: phase.waits && phase.kind === "ready" && Boolean(step.asks) && !step.form,
    name: step.name,
    native: step.native,
    note: note(session, step),
    how: how(step, phase),
    phaseName: phaseName(session, phase),
    cue: cue(session, phase),
    count: counts(session, phase).join(" · "),
    position: position(session, phase.step),
    next: next(session, phase),
    long: phase.seconds >= LONG_SECONDS,
    announce: announce(session, phase),
  };
}

/**
 * The seconds left of a phase, rounded up so that the last second reads 1.
 * @param {Session} session
 * @param {Phase} phase
 * @param {number} left seconds
 */
export function digits(session, phase, left) {
  const whole = Math.ceil(Math.min(phase.seconds, left));
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

/**
 * Which of the steps that are done this is; nothing when there is only one.
 * @param {Session} session
 * @param {number} step its index
 */
export function position(session, step) {
  const all = stepsToDo(session);
  const at = values(session, all.indexOf(step) + 1, all.length);
  return all.length > 1 ? fill(session.words.step, at) : "";
}

/** @param {Session} session @param {Phase} phase */
function announce(session, phase) {
  const { words, steps } = session;
  const { name } = steps[phase.step];
  const spoken = { phase: phaseName(session, phase), name, cue: cue(session, phase) };
  const begins = phase.part === 0 && phase.repetition <= 1;
  return ANNOUNCED.includes(phase.kind) || begins ? fill(words.announce, spoken) : "";
}

/** What is noted for the step, and the form of it that was chosen. @param {Session} session @param {Step} step */
function note({ words }, step) {
  const form = step.form ? fill(words[step.form], { text: step[step.form] }) : "";
  return [step.note, form].filter(Boolean).join(" ");
}

/** While one gets ready, the first line stands as the cue. @param {Step} step @param {Phase} phase */
function how({ how: lines }, { kind }) {
  return kind === "ready" ? lines.slice(1) : lines;
}

/** @param {Session} session @param {Phase} phase */
function phaseName(session, phase) {
  if (phase.waits) {
    return session.words[phase.kind === "ready" ? "takeCare" : "ownTime"];
  }
  return phase.part < 0
    ? session.words[phase.kind]
    : session.steps[phase.step].tempo[phase.part].name;
}

/** What is said before a step: of the whole session first, and the easier form last. @param {Session} session @param {Phase} phase */
export function asked(session, phase) {
  const { asks, easier } = session.steps[phase.step];
  const whole = phase.step === stepsToDo(session)[0] ? session.asks : "";
  return [whole, asks, asks && fill(session.words.easier, { text: easier })]
    .filter(Boolean)
    .join(" ");
}

/** @param {Session} session @param {Phase} phase */
function cue(session, phase) {
  const { steps, words } = session;
  const step = steps[phase.step];
  switch (phase.kind) {
    case "ready":
      return phase.waits ? asked(session, phase) : step.how[0];
    case "rest":
      return words.restCue;
    case "switch":
      return words.switchCue;
    default:
      return phase.waits ? words.ownTimeCue : step.tempo[phase.part].cue;
  }
}

/** @param {Session} session @param {Phase} phase */
function counts(session, phase) {
  const { words, steps, rounds } = session;
  const { dose, doseText } = steps[phase.step];
  const shown = /** @type {[string, number, number][]} */ ([
    [dose.breaths ? words.breath : words.repetition, phase.repetition, phase.repetitions],
    [words.side, phase.side, phase.sides],
    [words.set, phase.set, dose.sets > 1 ? dose.sets : 0],
    [words.round, phase.round, rounds > 1 ? rounds : 0],
  ]);
  const counted = shown
    .filter(([, n, total]) => n && total)
    .map(([message, n, total]) => fill(message, values(session, n, total)));
  return phase.waits ? [doseText, ...counted] : counted;
}

/** @param {Session} session @param {Phase} phase */
function next(session, phase) {
  const { steps, words } = session;
  const betweenRounds = phase.kind === "rest" && phase.set === 0;
  const index = betweenRounds ? phase.step : following(session, phase);
  if (index === null) {
    return stepsToDo(session).length > 1 ? words.last : "";
  }
  return fill(words.next, { name: steps[index].name, dose: steps[index].doseText });
}

/** @param {Session} session @param {number} n @param {number} total */
function values({ locale }, n, total) {
  return { n: number(n, locale), total: number(total, locale) };
}
