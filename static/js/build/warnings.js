// What is worth a second look before a routine is published. Pure; none of it holds anything up.

import { secondsOf } from "../shared/session_of.js";
import { looksPersonal } from "./personal.js";

/**
 * @typedef {import("../shared/routine.js").Routine} Routine
 * @typedef {import("../shared/session_of.js").Catalog} Catalog
 * @typedef {import("./personal.js").Personal} Personal
 * @typedef {{ kind: "cold" | "beginner" }
 *   | { kind: "unreviewed", step: number }
 *   | { kind: "condition", step: number, condition: string, text: string }
 *   | { kind: "personal", field: "title" | "whatFor" | "notes" | "note", what: Personal }} Warning
 * @typedef {import("./personal.js").Rules & { raising: string[], beginnerMinutes: number }} Rules
 *   `raising` are the exercises that raise warmth
 */

/**
 * @param {Routine} routine whose exercises are all known
 * @param {Catalog} catalog
 * @param {Rules} rules
 * @returns {Warning[]}
 */
export function warnings(routine, catalog, rules) {
  return [
    ...session(routine, catalog, rules),
    ...conditions(routine, catalog),
    ...personal(routine, rules),
  ];
}

/** @param {Routine} routine @param {Catalog} catalog @param {Rules} rules @returns {Generator<Warning>} */
function* session(routine, catalog, { raising, beginnerMinutes }) {
  const { steps, need, beginner } = routine;
  if (need === "before-cold" && steps.length && !raising.includes(steps[0].exercise)) {
    yield { kind: "cold" };
  }
  if (beginner && secondsOf(routine, catalog) > beginnerMinutes * 60) {
    yield { kind: "beginner" };
  }
  for (const [step, { exercise }] of beginner ? steps.entries() : []) {
    if (catalog.exercises[exercise].awaitsInstructor) {
      yield { kind: "unreviewed", step };
    }
  }
}

/** @param {Routine} routine @param {Catalog} catalog @returns {Generator<Warning>} */
function* conditions(routine, { exercises }) {
  for (const [step, { exercise }] of routine.steps.entries()) {
    const { cautions } = exercises[exercise];
    for (const condition of routine.conditions.filter((each) => Object.hasOwn(cautions, each))) {
      yield { kind: "condition", step, condition, text: cautions[condition] };
    }
  }
}

/** Each field once. @param {Routine} routine @param {Rules} rules @returns {Generator<Warning>} */
function* personal({ title, whatFor, notes, steps }, rules) {
  const fields = { title, whatFor, notes, note: steps.map(({ note }) => note).join("\n") };
  for (const [field, words] of Object.entries(fields)) {
    const what = looksPersonal(words, rules);
    if (what) {
      yield { kind: "personal", field: /** @type {any} */ (field), what };
    }
  }
}

/**
 * The cautions of all exercises, by condition, each exercise once.
 * @param {Routine} routine
 * @param {Catalog} catalog
 * @returns {[condition: string, advice: { name: string, text: string }[]][]}
 */
export function gathered({ steps }, { exercises, conditions: known }) {
  const used = [...new Set(steps.map(({ exercise }) => exercise))].map((slug) => exercises[slug]);
  return Object.keys(known)
    .map(
      (condition) =>
        /** @type {[string, { name: string, text: string }[]]} */ ([
          condition,
          used
            .filter(({ cautions }) => Object.hasOwn(cautions, condition))
            .map(({ name, cautions }) => ({ name, text: cautions[condition] })),
        ]),
    )
    .filter(([, advice]) => advice.length);
}
