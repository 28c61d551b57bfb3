// What is worth a second look before a routine is published. Pure; none of it holds anything up.

import { secondsOf } from "../shared/session_of.js";

/**
 * @typedef {import("../shared/routine.js").Routine} Routine
 * @typedef {import("../shared/session_of.js").Catalog} Catalog
 * @typedef {"email" | "phone" | "birth" | "person"} Personal
 * @typedef {{ kind: "cold" | "beginner" }
 *   | { kind: "condition", step: number, condition: string, text: string }
 *   | { kind: "personal", field: "title" | "whatFor" | "notes" | "note", what: Personal }} Warning
 * @typedef {{ raising: string[], beginnerMinutes: number, titles: string[] }} Rules `raising` are the
 *   exercises that raise warmth; `titles` are words that stand before a person's name
 */

const EMAIL = /[^\s@]+@[^\s@]+\.[^\s@]+/;
// Day, month and year in any order, with one sign between: 3.4.1962, 03/04/62, 1962-04-03.
const BIRTH =
  /(?<!\d)(\d{1,2}[./-]\d{1,2}[./-]((19|20)?\d\d)|(19|20)\d\d[./-]\d{1,2}[./-]\d{1,2})(?!\d)/;
// Seven digits or more with at most one sign between two of them.
const PHONE = /(?<!\d)\d([\s()./-]{0,2}\d){6,}/;
const NAME_BEGINS = /^[\p{Lu}\p{Lo}]/u;

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

/**
 * What the words look like, if they look like something personal: an e-mail address, a date of
 * birth, a telephone number, or a name after a title such as Mrs.
 * @param {string} words
 * @param {string[]} titles in small letters
 * @returns {Personal | null}
 */
export function looksPersonal(words, titles) {
  const [email, birth, phone] = [EMAIL, BIRTH, PHONE].map((each) => each.test(words));
  const isPerson = () => hasName(words.split(/\s+/), titles);
  return email ? "email" : birth ? "birth" : phone ? "phone" : isPerson() ? "person" : null;
}

/** @param {string[]} words @param {string[]} titles */
function hasName(words, titles) {
  return words.some((word, i) => {
    const plain = word.toLowerCase().replace(/[^\p{L}\p{M}]/gu, "");
    return titles.includes(plain) && NAME_BEGINS.test(words[i + 1] ?? "");
  });
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
function* personal({ title, whatFor, notes, steps }, { titles }) {
  const fields = { title, whatFor, notes, note: steps.map(({ note }) => note).join("\n") };
  for (const [field, words] of Object.entries(fields)) {
    const what = looksPersonal(words, titles);
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
