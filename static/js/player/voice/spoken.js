// What is said in a session, and until when it is of use: a pure function of its plan. Of each saying
// as many sentences are kept as there is time for before the next one, so that nothing is said late.

import { cuesOf } from "../cues.js";
import { stepsToDo, totalSeconds } from "../timeline.js";
import { asked } from "../view.js";
import { fill } from "../../shared/words.js";
import { spokenDose, spokenOnce } from "./doses.js";
import { fitting, seconds, sentences } from "./speech.js";

/**
 * @typedef {import("../plan.js").Plan} Plan
 * @typedef {import("../timeline.js").Session} Session
 * @typedef {import("../timeline.js").Phase} Phase
 * @typedef {import("../cues.js").Call} Call
 * @typedef {import("./doses.js").Spoken} Spoken
 * @typedef {{ spoken: Spoken, much: string, speed: number }} Manner `much` is `names` or `all`
 * @typedef {{ at: number, until: number, seconds: number, rank: number, text: string }} Saying `at`
 *   and `until` in seconds since the start of the session, `seconds` that it takes at most
 * @typedef {{ at: number, end: number, rank: number, sentences: string[] }} Draft `end` is that of
 *   the phase; one that waits for the person has none
 */

/** A saying gives way to none of a lower rank; what keeps somebody safe gives way to none at all. */
export const CUE = 0;
export const NAME = 1;
export const SAFETY = 2;

/** @param {Pick<Plan, "session" | "phases">} plan @param {Manner} manner @returns {Saying[]} in order */
export function sayings({ session, phases }, manner) {
  const drafts = phases.flatMap((phase, i) => within(session, phase, phases[i - 1], manner));
  return drafts
    .map((draft, i) => timed(draft, drafts.slice(i + 1, i + AHEAD), manner.speed))
    .filter(({ text }) => text);
}

// Among so many that follow stands the one that a saying gives way to.
const AHEAD = 8;

/** Said once, after the last phase. @param {Phase[]} phases @param {Manner} manner @returns {Saying} */
export function ending(phases, { spoken }) {
  return lasting(totalSeconds(phases), spoken.words.end);
}

/** Where somebody is who comes back in the middle. @param {Session} session @param {Phase} phase @param {number} at @param {Manner} manner */
export function whereabouts({ steps }, { step, start, seconds: length, waits }, at, { speed }) {
  const { name } = steps[step];
  const until = waits ? Infinity : start + length;
  return { at, until, seconds: seconds(name) / speed, rank: NAME, text: name };
}

/** @param {number} at @param {string} text @returns {Saying} */
function lasting(at, text) {
  return { at, until: Infinity, seconds: seconds(text), rank: NAME, text };
}

/** @param {Draft} draft @param {Draft[]} later @param {number} speed @returns {Saying} */
function timed({ at, end, rank, sentences: all }, later, speed) {
  const waits = end === Infinity;
  const room = Math.min(end, later[0]?.at ?? end) - at;
  const text = waits ? all.join(" ") : fitting(all, room * speed);
  const until = waits ? end : Math.min(end, later.find((each) => each.rank >= rank)?.at ?? end);
  return { at, until, seconds: seconds(text) / speed, rank, text };
}

/** @param {Session} session @param {Phase} phase @param {Phase | undefined} previous @param {Manner} manner @returns {Draft[]} */
function within(session, phase, previous, manner) {
  const end = phase.waits ? Infinity : phase.start + phase.seconds;
  return cuesOf(phase, previous)
    .map(({ at, call }) => {
      const left = Math.round(phase.start + phase.seconds - at);
      const { rank, said } = SAID[call]({ session, phase, left, ...manner });
      return { at, end, rank, sentences: said.filter(Boolean) };
    })
    .filter((draft) => draft.sentences.length > 0);
}

/** @typedef {Manner & { session: Session, phase: Phase, left: number }} Moment */
/** @typedef {{ rank: number, said: string[] }} Said */

/** @type {Record<Call, (moment: Moment) => Said>} */
const SAID = {
  ready: (moment) => (moment.phase.waits ? caution(moment) : announced(moment)),
  begin: (moment) => (moment.phase.waits ? ownTime(moment) : begun(moment)),
  part: (moment) => cue(counted(moment), moment),
  rest: (moment) => ({ rank: NAME, said: [resting(moment)] }),
  switch: ({ spoken }) => ({ rank: NAME, said: [spoken.words.switch] }),
  half: (moment) => cue([moment.spoken.words.half], moment),
  count: (moment) => cue([String(moment.left)], moment),
  end: () => ({ rank: NAME, said: [] }),
};

/** @param {Moment} moment @returns {Said} */
function announced(moment) {
  const { session, phase, much } = moment;
  const how = much === "all" ? sentences(session.steps[phase.step].how[0]) : [];
  return { rank: NAME, said: [...named(moment), ...how] };
}

/** It waits for the person, so there is time for all of it. @param {Moment} moment @returns {Said} */
function caution(moment) {
  const text = asked(moment.session, moment.phase);
  const care = fill(moment.spoken.words.takeCare, { text });
  return { rank: SAFETY, said: [...named(moment), ...sentences(care)] };
}

/** The name of a step and how much of it is done. @param {Moment} moment */
function named({ session, phase: { step, round }, spoken }) {
  const { name, dose } = session.steps[step];
  const isFirst = round === 1 && step === stepsToDo(session)[0];
  const message = spoken.words[isFirst ? "step" : "next"];
  return sentences(fill(message, { name, dose: spokenDose(dose, session.doses, spoken) }));
}

/** @param {Moment} moment @returns {Said} */
function begun(moment) {
  const { phase, much, spoken } = moment;
  const isFirst = phase.round === 1 && phase.set === 1 && phase.side <= 1;
  const part = much === "all" && isFirst ? partly(moment) : [];
  const side = sided(phase, spoken);
  return { rank: side ? NAME : CUE, said: [side, ...part] };
}

/** @param {Moment} moment @returns {Said} */
function ownTime({ session, phase, spoken }) {
  const { dose } = session.steps[phase.step];
  const once = spokenOnce(
    { ...dose, sides: phase.side ? "none" : dose.sides },
    session.doses,
    spoken,
  );
  const message = fill(spoken.words.ownTime, { dose: once });
  return { rank: NAME, said: [sided(phase, spoken), ...sentences(message)] };
}

/** @param {Phase} phase @param {Spoken} spoken */
function sided({ side }, { words }) {
  return side ? words[side === 1 ? "firstSide" : "otherSide"] : "";
}

/** @param {Moment} moment */
function resting({ session, phase: { step, set, round }, spoken: { words } }) {
  return set
    ? fill(words.restSet, { n: String(set), total: String(session.steps[step].dose.sets) })
    : fill(words.restRound, { n: String(round), total: String(session.rounds) });
}

/** Of the first repetition how its parts are done, of those after it only the count. @param {Moment} moment */
function counted(moment) {
  const { repetition, part, round, set, side } = moment.phase;
  if (repetition > 1) {
    return part === 0 ? [String(repetition)] : [];
  }
  return round === 1 && set === 1 && side <= 1 ? partly(moment) : [];
}

/** @param {Moment} moment */
function partly({ session, phase, spoken }) {
  const { name, cue: how } = session.steps[phase.step].tempo[phase.part];
  return sentences(fill(spoken.words.part, { name, cue: how }));
}

/** @param {string[]} said @param {Moment} moment @returns {Said} */
function cue(said, { much }) {
  return { rank: CUE, said: much === "all" ? said : [] };
}
