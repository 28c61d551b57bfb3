// The plan of a session: a pure function of what is to be done. The server only sums its seconds.

/**
 * @typedef {{ name: string, kind: "move" | "stay", seconds: number, cue: string }} TempoPart
 * @typedef {{
 *   repetitions?: number, seconds?: number, breaths?: number,
 *   sides: "none" | "each" | "alternate", sets: number, rest: number,
 * }} Dose
 * @typedef {{ slug: string, address: string, label: string }} FigureFile
 * @typedef {{
 *   name: string, ready: number, dose: Dose, doseText: string, note: string,
 *   how: string[], tempo: TempoPart[], figure: FigureFile | null,
 * }} Step
 * @typedef {{
 *   steps: Step[], rounds: number, rest: number, switch: number, locale: string,
 *   words: Record<string, string>,
 * }} Session
 * @typedef {"ready" | "move" | "stay" | "rest" | "switch"} Kind
 * @typedef {{
 *   kind: Kind, seconds: number, step: number, round: number, set: number,
 *   side: number, sides: number, repetition: number, repetitions: number, part: number,
 * }} Entry `step` counts from 0 over one round, everything else that counts from 1; 0 where it
 *   does not apply; `part` is the index of the tempo part, -1 where there is none.
 * @typedef {Entry & { start: number }} Phase `start` and `seconds` in seconds
 */

const NOTHING = { set: 0, side: 0, sides: 0, repetition: 0, repetitions: 0, part: -1 };

/**
 * Every second of the session belongs to exactly one phase.
 * @param {Session} session
 * @returns {Phase[]}
 */
export function timeline(session) {
  let start = 0;
  return [...entries(session)]
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
 * @param {Session} session
 * @returns {Generator<Entry>}
 */
function* entries(session) {
  for (let round = 1; round <= session.rounds; round += 1) {
    if (round > 1) {
      yield { ...NOTHING, kind: "rest", seconds: session.rest, step: 0, round };
    }
    for (const [step, plan] of session.steps.entries()) {
      yield { ...NOTHING, kind: "ready", seconds: plan.ready, step, round };
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
function* repetitions({ dose, tempo }) {
  if (dose.seconds) {
    const kind = /** @type {Kind} */ (tempo[0].kind);
    yield { kind, seconds: dose.seconds, repetition: 0, repetitions: 0, part: 0 };
    return;
  }
  const count = dose.repetitions ?? dose.breaths ?? 0;
  for (let repetition = 1; repetition <= count; repetition += 1) {
    for (const [part, { kind, seconds }] of tempo.entries()) {
      yield { kind: /** @type {Kind} */ (kind), seconds, repetition, repetitions: count, part };
    }
  }
}
