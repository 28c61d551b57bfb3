// A routine of one's own or of a physio's: one shape in the file, the draft, on this device and
// published. What is wrong with it is found here as `webapp/share` finds it on the server.

import { fill } from "./words.js";
import { number } from "./numbers.js";
import { COUNTS, countsOf, movingOf, secondsOf, sidesOf } from "./session_of.js";

/**
 * @typedef {import("../player/timeline.js").Dose} Dose
 * @typedef {import("./session_of.js").Catalog} Catalog
 * @typedef {import("./session_of.js").Count} Count
 * @typedef {"any" | "before-cold" | "before-effort" | "after-cold"} Need what it is for: what is said before,
 *   while and after it depends on that
 * @typedef {{ at: string, days: number[] }} Time `days` from 1, Monday, to 7
 * @typedef {{ exercise: string, dose: Dose, pace: number, note: string }} Step
 * @typedef {{
 *   format: "limber-routine", version: 1, title: string, whatFor: string, notes: string,
 *   language: string, rounds: number, rest: number, beginner: boolean, need: Need,
 *   conditions: string[], times: Time[], steps: Step[],
 * }} Routine
 * @typedef {{ field: string, why: string, values?: Record<string, string | string[] | number> }} Fault `field`
 *   such as `steps.3.dose.seconds`, counted from 0; `why` names the remedy in the catalog's `faults`
 */

/** @type {Routine} */
export const EMPTY = {
  format: "limber-routine",
  version: 1,
  title: "",
  whatFor: "",
  notes: "",
  language: "en",
  rounds: 1,
  rest: 0,
  beginner: false,
  need: "any",
  conditions: [],
  times: [],
  steps: [],
};
export const MOST = {
  title: 80,
  whatFor: 300,
  notes: 2000,
  note: 300,
  language: 35,
  steps: 30,
  times: 6,
  conditions: 100,
};
export const PACES = [1, 0.75, 0.5];
/** From least to most. */
export const RANGES = {
  rounds: [1, 10],
  rest: [0, 300],
  repetitions: [1, 100],
  seconds: [5, 1800],
  breaths: [1, 100],
  sets: [1, 10],
};
/** @type {Need[]} */
export const NEEDS = ["any", "before-cold", "before-effort", "after-cold"];
/** Whoever does these is about to get cold, or is: product safety rule 3. @type {Need[]} */
const WITHOUT_MASSAGE = ["before-cold", "after-cold"];
const SIDES = ["none", "each", "alternate"];
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const TIME = /^([01][0-9]|2[0-3]):[0-5][0-9]$/;
const CONTROL = /\p{Cc}/u;
const LINES = /(?!\n)\p{Cc}/u;
const STEP = { exercise: "", dose: {}, pace: 1, note: "" };
const DOSE = { repetitions: 0, seconds: 0, breaths: 0, sides: "", sets: 0, rest: 0 };
const TIMES = { at: "", days: [] };

/**
 * Whether it has the shape of one, a draft's too; whether its exercises are known is another thing.
 * @param {unknown} value
 * @returns {value is Routine}
 */
export function isRoutine(value) {
  return [...shapeFaults(value, 0)].length === 0;
}

/**
 * What stands in the way of doing it; nothing where it can be started.
 * @param {unknown} routine
 * @param {Catalog} catalog
 * @returns {Fault[]}
 */
export function faults(routine, catalog) {
  const found = [...shapeFaults(routine, 1)];
  if (found.length) {
    return found;
  }
  const written = /** @type {Routine} */ (routine);
  const inside = written.steps.flatMap((step, i) => [
    ...exerciseFaults(step, `steps.${i}`, catalog),
  ]);
  const strange = written.conditions.findIndex((each) => !Object.hasOwn(catalog.conditions, each));
  if (strange >= 0) {
    inside.push(choice(`conditions.${strange}`, Object.keys(catalog.conditions)));
  }
  return inside.length ? inside : [...sessionFaults(written, catalog)];
}

/** @param {Routine} routine whose exercises are all known @param {Catalog} catalog @returns {Generator<Fault>} */
function* sessionFaults(routine, catalog) {
  const isCold = routine.need === "before-cold";
  if (isCold && movingOf(routine, catalog) < catalog.leastMoving) {
    yield { field: "steps", why: "cold" };
  }
  for (const [i, { exercise, dose }] of isCold ? routine.steps.entries() : []) {
    if (longestStay(catalog.exercises[exercise].tempo, dose) > catalog.longestStayBeforeCold) {
      const least = RANGES.seconds[0];
      const values = { least, most: catalog.longestStayBeforeCold };
      yield { field: `steps.${i}.dose.seconds`, why: "number", values };
    }
  }
  for (const [i, { exercise }] of routine.steps.entries()) {
    if (WITHOUT_MASSAGE.includes(routine.need) && catalog.exercises[exercise].isMassage) {
      yield { field: `steps.${i}.exercise`, why: "massage" };
    }
  }
  if (secondsOf(routine, catalog) > catalog.longestSession) {
    yield { field: "steps", why: "long" };
  }
}

/** Seconds that a position is kept. @param {import("../player/timeline.js").TempoPart[]} tempo @param {Dose} dose */
function longestStay(tempo, { seconds = 0 }) {
  const stays = tempo.filter(({ kind }) => kind === "stay").map((part) => part.seconds);
  return stays.length ? Math.max(seconds, ...stays) : 0;
}

/** What to do about it. @param {Fault} fault @param {Pick<Catalog, "faults" | "locale">} catalog */
export function faultText({ why, values = {} }, { faults: words, locale }) {
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "number" ? number(value, locale) : [value].flat().join(words.comma),
  ]);
  return fill(words[why], Object.fromEntries(shown));
}

/** With the step where it is, as the reader counts. @param {Fault} fault @param {Catalog} catalog */
export function stepFaultText(fault, catalog) {
  const text = faultText(fault, catalog);
  const step = /^steps\.(\d+)/.exec(fault.field)?.[1];
  const n = number(Number(step) + 1, catalog.locale);
  return step ? fill(catalog.faults.atStep, { n, fault: text }) : text;
}

/** With its field, as the file names it. @param {Fault} fault @param {Catalog} catalog */
export function fieldFaultText(fault, catalog) {
  return fill(catalog.faults.atField, { field: fault.field, fault: faultText(fault, catalog) });
}

/** @param {any} value @param {0 | 1} least signs in the title, and steps @returns {Generator<Fault>} */
function* shapeFaults(value, least) {
  if (!isRecord(value) || value.format !== EMPTY.format) {
    yield { field: "format", why: "format" };
    return;
  }
  if (value.version !== EMPTY.version) {
    yield { field: "version", why: "version" };
    return;
  }
  yield* unknown(value, EMPTY, "");
  yield* text(value.title, "title", MOST.title, { least });
  yield* text(value.whatFor, "whatFor", MOST.whatFor);
  yield* text(value.notes, "notes", MOST.notes, { control: LINES });
  yield* tag(value.language);
  yield* whole(value.rounds, "rounds", RANGES.rounds);
  yield* whole(value.rest, "rest", RANGES.rest);
  yield* oneOf(value.beginner, "beginner", [true, false]);
  yield* oneOf(value.need, "need", NEEDS);
  yield* many(value.conditions, "conditions", [0, MOST.conditions], conditionFaults);
  yield* once(value.conditions, "conditions");
  yield* many(value.times, "times", [0, MOST.times], timeFaults);
  yield* once(value.times, "times");
  yield* many(value.steps, "steps", [least, MOST.steps], stepFaults);
}

/** @param {any} step @param {string} field @returns {Generator<Fault>} */
function* stepFaults(step, field) {
  yield* unknown(step, STEP, `${field}.`);
  yield* text(step.exercise, `${field}.exercise`, MOST.title, { least: 1 });
  yield* oneOf(step.pace, `${field}.pace`, PACES);
  yield* text(step.note, `${field}.note`, MOST.note);
  if (isRecord(step.dose)) {
    yield* doseFaults(step.dose, `${field}.dose`);
  } else {
    yield { field: `${field}.dose`, why: "one" };
  }
}

/** @param {any} dose @param {string} field @returns {Generator<Fault>} */
function* doseFaults(dose, field) {
  yield* unknown(dose, DOSE, `${field}.`);
  const given = COUNTS.filter((count) => dose[count] !== undefined);
  if (given.length === 1) {
    yield* whole(dose[given[0]], `${field}.${given[0]}`, RANGES[given[0]]);
  } else {
    yield { field, why: "one" };
  }
  yield* oneOf(dose.sides, `${field}.sides`, SIDES);
  yield* whole(dose.sets, `${field}.sets`, RANGES.sets);
  const [least, most] = RANGES.rest;
  const isRested = Number.isInteger(dose.sets) && dose.sets > 1;
  yield* whole(dose.rest, `${field}.rest`, [isRested ? 1 : least, most]);
}

/** @param {any} time @param {string} field @returns {Generator<Fault>} */
function* timeFaults(time, field) {
  yield* unknown(time, TIMES, `${field}.`);
  const { at, days } = time;
  if (typeof at !== "string" || !TIME.test(at) || !Array.isArray(days) || !areDays(days)) {
    yield { field, why: "time" };
  }
}

/** In order, each once; what is no number is not even compared, as it may not be comparable. @param {any[]} days */
function areDays(days) {
  const known = days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);
  return days.length > 0 && known && days.every((day, i) => i === 0 || days[i - 1] < day);
}

/** @param {unknown} condition @param {string} field @returns {Generator<Fault>} */
function* conditionFaults(condition, field) {
  yield* text(condition, field, MOST.title, { least: 1 });
}

/** What its exercise does not allow. @param {Step} step @param {string} field @param {Catalog} catalog @returns {Generator<Fault>} */
function* exerciseFaults({ exercise, dose }, field, { exercises, longestStay }) {
  if (!Object.hasOwn(exercises, exercise)) {
    yield { field: `${field}.exercise`, why: "exercise", values: { exercise } };
    return;
  }
  const known = exercises[exercise];
  const counts = countsOf(known);
  const counted = /** @type {Count} */ (COUNTS.find((count) => dose[count] !== undefined));
  if (!counts.includes(counted)) {
    yield choice(`${field}.dose`, counts);
  } else if (dose.seconds && known.tempo.some(({ kind }) => kind === "stay")) {
    yield* whole(dose.seconds, `${field}.dose.seconds`, [RANGES.seconds[0], longestStay]);
  }
  yield* oneOf(dose.sides, `${field}.dose.sides`, sidesOf(known, counted));
}

/** @param {any} value @param {object} known @param {string} before @returns {Generator<Fault>} */
function* unknown(value, known, before) {
  for (const name of Object.keys(isRecord(value) ? value : {})) {
    if (!Object.hasOwn(known, name)) {
      yield { field: before + name, why: "unknown" };
    }
  }
}

/** @param {any} value @param {string} field @param {number} most @param {{ least?: number, control?: RegExp }} rule @returns {Generator<Fault>} */
function* text(value, field, most, { least = 0, control = CONTROL } = {}) {
  if (typeof value !== "string" || !isBetween(value, least, most) || control.test(value)) {
    yield { field, why: "text", values: { least, most } };
  }
}

/** @param {any} value @returns {Generator<Fault>} */
function* tag(value) {
  if (typeof value !== "string" || value.length > MOST.language || !LANGUAGE.test(value)) {
    yield { field: "language", why: "language" };
  }
}

/** In signs; what must be there is not made of spaces. @param {string} value @param {number} least @param {number} most */
function isBetween(value, least, most) {
  return [...value].length <= most && [...value.trim()].length >= least;
}

/** @param {any} value @param {string} field @param {number[]} range @returns {Generator<Fault>} */
function* whole(value, field, [least, most]) {
  if (!Number.isInteger(value) || value < least || value > most) {
    yield { field, why: "number", values: { least, most } };
  }
}

/** @param {any} value @param {string} field @param {unknown[]} choices @returns {Generator<Fault>} */
function* oneOf(value, field, choices) {
  if (!choices.includes(value)) {
    yield choice(field, choices);
  }
}

/** @param {any} list @param {string} field @param {number[]} range @param {(each: any, field: string) => Generator<Fault>} inside @returns {Generator<Fault>} */
function* many(list, field, [least, most], inside) {
  if (!Array.isArray(list) || list.length < least || list.length > most) {
    yield { field, why: "many", values: { least, most } };
    return;
  }
  for (const [i, each] of list.entries()) {
    yield* inside(each ?? {}, `${field}.${i}`);
  }
}

/** Too long a list is a fault already. @param {any} list @param {string} field @returns {Generator<Fault>} */
function* once(list, field) {
  const all =
    Array.isArray(list) && list.length <= MOST.conditions
      ? list.map((each) => JSON.stringify(each))
      : [];
  const double = all.findIndex((each, i) => all.indexOf(each) < i);
  if (double >= 0) {
    yield { field: `${field}.${double}`, why: "once" };
  }
}

/** @param {string} field @param {unknown[]} choices @returns {Fault} */
function choice(field, choices) {
  return { field, why: "choice", values: { choices: choices.map(String) } };
}

/** @param {unknown} value @returns {value is Record<string, any>} */
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
