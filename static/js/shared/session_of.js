// What the player is given of a routine that no page holds ready: made from the catalog of exercises.

import { movingSeconds, slowed } from "../player/adjust.js";
import { sessionSeconds } from "../player/timeline.js";
import { doseText } from "./doses.js";
import { fill } from "./words.js";

/**
 * @typedef {import("../player/timeline.js").Session} Session
 * @typedef {import("../player/timeline.js").Step} PlayedStep
 * @typedef {import("../player/timeline.js").Written} Written
 * @typedef {import("./routine.js").Routine} Routine
 * @typedef {import("./doses.js").Dose} Dose
 * @typedef {"repetitions" | "seconds" | "breaths"} Count
 * @typedef {Omit<PlayedStep, "figure" | "shorter" | "doseText" | "note" | "stage"> & {
 *   stop: string[], isMassage?: boolean, awaitsInstructor?: boolean,
 * }} Exercise `dose` is its own
 * @typedef {{ before: string[], stop: string[], after: string[], cautions: Record<string, string> }} Saying
 *   what is said of a whole session, by what it is for
 * @typedef {Pick<Session, "switch" | "paces" | "rests" | "locale" | "words" | "doses" | "cautions"> & {
 *   exercises: Record<string, Exercise>, figures: string, conditions: Record<string, string>,
 *   needs?: Record<import("./routine.js").Need, Saying>, faults: Record<string, string>, theirNote: string,
 *   roundRest: number, leastMoving: number,
 *   longestStay: number, longestStayBeforeCold: number, longestSession: number,
 * }} Catalog as `webapp/player/catalog.py` makes it, in the reader's language; the builder plays nothing,
 *   and has nothing of what is said before
 * @typedef {Catalog & {
 *   needs: Record<import("./routine.js").Need, Saying>, massage: string[], unreviewed: string,
 *   sayings: Record<string, Saying & { need: import("./routine.js").Need }>,
 * }} PlayedCatalog
 */

/** @type {Count[]} */
export const COUNTS = ["repetitions", "seconds", "breaths"];
/** Of a session that is only measured. */
const NAMELESS = /** @type {const} */ ({ kind: "own", slug: "" });

/**
 * @param {Routine} routine whose exercises are all known
 * @param {Catalog} catalog
 * @param {Pick<Session, "kind" | "slug">} name
 * @returns {Written}
 */
export function sessionOf(routine, catalog, name) {
  const { cautions, paces, rests, locale, words, doses } = catalog;
  return {
    ...name,
    steps: routine.steps.map((step) => stepOf(step, catalog)),
    rounds: routine.rounds,
    rest: routine.rounds > 1 ? routine.rest : catalog.roundRest,
    switch: catalog.switch,
    leastMoving: routine.need === "before-cold" ? catalog.leastMoving : 0,
    cautions: { ...cautions, ...catalog.needs?.[routine.need].cautions },
    ...{ paces, rests, locale, words, doses },
  };
}

/**
 * Of the whole session.
 * @param {Routine} routine whose exercises are all known
 * @param {Catalog} catalog
 */
export function secondsOf(routine, catalog) {
  return sessionSeconds(/** @type {Session} */ (sessionOf(routine, catalog, NAMELESS)));
}

/**
 * Of the whole session, in which something is done.
 * @param {Routine} routine whose exercises are all known
 * @param {Catalog} catalog
 */
export function movingOf(routine, catalog) {
  const session = sessionOf(routine, catalog, NAMELESS);
  return routine.rounds * movingSeconds(session, session);
}

/** What a dose of it may be counted in: a length of time is one phase with one clock. @param {Exercise} exercise */
export function countsOf({ tempo, dose }) {
  const counts = { repetitions: true, seconds: tempo.length === 1, breaths: dose.breaths };
  return COUNTS.filter((each) => counts[each]);
}

/** What a dose of it may be done with: taking turns goes with repetitions only. @param {Exercise} exercise @param {string} count @returns {Dose["sides"][]} */
export function sidesOf({ dose }, count) {
  if (dose.sides === "none") {
    return ["none"];
  }
  return count === "repetitions" ? ["each", "alternate"] : ["each"];
}

/** @param {Routine["steps"][number]} step @param {Catalog} catalog @returns {Written["steps"][number]} */
function stepOf({ exercise, dose, pace, note }, { exercises, figures, doses, locale }) {
  const { name, native, ready, easier, harder, how, cautions, tempo } = exercises[exercise];
  return {
    ...{ name, ready, easier, harder, how, cautions, dose, note, pace },
    ...(native && { native }),
    figure: { slug: exercise, address: fill(figures, { slug: exercise }) },
    stage: null,
    doseText: doseText(dose, doses, locale),
    tempo: tempo.map((part) => slowed(part, pace)),
  };
}
