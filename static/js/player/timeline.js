// The plan of a session: a pure function of what is written and of how the person adjusted it. The
// server only sums the seconds of what is written.

import { adjusted, AS_WRITTEN, cycleSeconds } from "./adjust.js";

/**
 * @typedef {{
 *   name: string, kind: "move" | "stay", seconds: number, cue: string, breath?: "in" | "out",
 * }} TempoPart without `breath` one breathes freely
 * @typedef {{
 *   repetitions?: number, seconds?: number, breaths?: number,
 *   sides: "none" | "each" | "alternate", sets: number, rest: number,
 * }} Dose
 * @typedef {{ slug: string, address: string }} FigureFile
 * @typedef {{
 *   name: string, native?: { characters: string, pinyin: string }, ready: number, dose: Dose, doseText: string, note: string,
 *   how: string[], tempo: TempoPart[], figure: FigureFile | null, pace?: number,
 *   stage: number | null, shorter: { dose: Dose, doseText: string }[], easier: string, harder: string,
 *   cautions: Record<string, string>, asks?: string,
 *   form?: "easier" | "harder", leftOut?: boolean, tapped?: boolean,
 * }} Step `pace` is one at which its tempo is written already, `cautions` by condition, `asks` is the caution that is the person's, before which the player waits; `shorter` are doses to choose from when time is short, each shorter than the one before;
 *   the last three are how the person adjusted it
 * @typedef {{
 *   kind: import("../shared/journal.js").Entry["kind"], slug: string, doses: import("../shared/doses.js").Forms,
 *   steps: Step[], rounds: number, rest: number, switch: number, leastMoving: number,
 *   cautions: Record<string, string>, asks?: string, paces: number[], rests: number[], locale: string, words: Record<string, string>,
 * }} Session `slug` is a shared one's code, an own one's id; `cautions` and `asks` are of the whole
 *   session; `leastMoving` are the seconds of movement that no adjustment may go below
 * @typedef {Omit<Session, "steps"> & { steps: Omit<Step, "shorter">[] }} Written as a page holds it
 * @typedef {"ready" | "move" | "stay" | "rest" | "switch"} Kind
 * @typedef {{
 *   kind: Kind, seconds: number, step: number, round: number, set: number,
 *   side: number, sides: number, repetition: number, repetitions: number, part: number,
 *   waits: boolean,
 * }} Entry `step` counts from 0 over one round, everything else that counts from 1; 0 where it
 *   does not apply; `part` is the index of the tempo part, -1 where there is none; one that
 *   `waits` ends when the person says so, its seconds are what it takes by the clock.
 * @typedef {Entry & { start: number }} Phase `start` and `seconds` in seconds
 */

const NOTHING = {
  set: 0,
  side: 0,
  sides: 0,
  repetition: 0,
  repetitions: 0,
  part: -1,
  waits: false,
};

/**
 * Every second of the session belongs to exactly one phase.
 * @param {Session} session as written, or already adjusted
 * @param {import("./adjust.js").Adjustments} adjustments
 * @returns {Phase[]}
 */
export function timeline(session, adjustments = AS_WRITTEN) {
  let start = 0;
  return [...entries(adjusted(session, adjustments))]
    .filter((entry) => entry.seconds > 0)
    .map((entry) => {
      const phase = { ...entry, start };
      start += entry.seconds;
      return phase;
    });
}

/**
 * @param {Phase[]} phases
 * @returns {number} seconds of the whole session
 */
export function totalSeconds(phases) {
  const last = phases.at(-1);
  return last ? last.start + last.seconds : 0;
}

/**
 * The same seconds without the phases: quick enough to try many forms of a session.
 * @param {Session} session as adjusted
 */
export function sessionSeconds(session) {
  const steps = stepsToDo(session).map((index) => stepSeconds(session, index));
  const round = steps.reduce((sum, seconds) => sum + seconds, 0);
  return session.rounds * round + (session.rounds - 1) * session.rest;
}

/**
 * Of one step in one round, with getting ready.
 * @param {Session} session as adjusted
 * @param {number} index
 */
export function stepSeconds({ steps, switch: switching }, index) {
  const { ready, dose, tempo } = steps[index];
  const sides = dose.sides === "each" ? 2 : 1;
  const count = dose.repetitions ?? dose.breaths ?? 0;
  const side = dose.seconds ?? count * cycleSeconds(tempo);
  const set = sides * side + (sides - 1) * switching;
  return ready + dose.sets * set + (dose.sets - 1) * dose.rest;
}

/**
 * The steps that are done in each round, by their index.
 * @param {Session} session
 */
export function stepsToDo({ steps }) {
  return [...steps.keys()].filter((index) => !steps[index].leftOut);
}

/**
 * The index of the step after the one that runs; null at the end.
 * @param {Session} session
 * @param {Pick<Phase, "step" | "round">} phase
 */
export function following(session, { step, round }) {
  const all = stepsToDo(session);
  return all.find((each) => each > step) ?? (round < session.rounds ? all[0] : null);
}

/**
 * @param {Session} session
 * @returns {Generator<Entry>}
 */
function* entries(session) {
  const all = stepsToDo(session);
  for (let round = 1; round <= session.rounds; round += 1) {
    if (round > 1) {
      yield { ...NOTHING, kind: "rest", seconds: session.rest, step: all[0], round };
    }
    for (const step of all) {
      const plan = session.steps[step];
      const asks = plan.asks || (step === all[0] && session.asks);
      const waits = Boolean(asks) && round === 1;
      yield { ...NOTHING, kind: "ready", seconds: plan.ready, step, round, waits };
      for (const entry of sets(plan, session.switch)) {
        yield { ...entry, step, round };
      }
    }
  }
}

/**
 * @param {Step} plan
 * @param {number} switchSeconds
 */
function* sets(plan, switchSeconds) {
  const { dose } = plan;
  const sides = dose.sides === "each" ? 2 : 1;
  for (let set = 1; set <= dose.sets; set += 1) {
    if (set > 1) {
      yield { ...NOTHING, kind: /** @type {Kind} */ ("rest"), seconds: dose.rest, set };
    }
    for (let side = 1; side <= sides; side += 1) {
      const where = { set, side: sides > 1 ? side : 0, sides: sides > 1 ? sides : 0 };
      if (side > 1) {
        yield {
          ...NOTHING,
          ...where,
          kind: /** @type {Kind} */ ("switch"),
          seconds: switchSeconds,
        };
      }
      for (const entry of repetitions(plan)) {
        yield { ...where, ...entry };
      }
    }
  }
}

/** @param {Step} plan */
function* repetitions({ dose, tempo, tapped }) {
  const kind = /** @type {Kind} */ (tempo[0].kind);
  const whole = { kind, repetition: 0, repetitions: 0, part: 0 };
  const count = dose.repetitions ?? dose.breaths ?? 0;
  if (dose.seconds) {
    yield { ...whole, seconds: dose.seconds, waits: false };
  } else if (tapped) {
    yield { ...whole, seconds: count * cycleSeconds(tempo), waits: true };
  } else {
    yield* paced(tempo, count);
  }
}

/** @param {TempoPart[]} tempo @param {number} count */
function* paced(tempo, count) {
  for (let repetition = 1; repetition <= count; repetition += 1) {
    for (const [part, { kind, seconds }] of tempo.entries()) {
      yield {
        kind: /** @type {Kind} */ (kind),
        seconds,
        repetition,
        repetitions: count,
        part,
        waits: false,
      };
    }
  }
}
