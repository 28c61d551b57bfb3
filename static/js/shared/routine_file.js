// A routine as a file: what is read from one, and handing one out.

import { EMPTY, faults } from "./routine.js";
import { MINUTE_MS } from "./time.js";

/**
 * @typedef {import("./routine.js").Fault} Fault
 * @typedef {import("./routine.js").Routine} Routine
 * @typedef {import("./session_of.js").Catalog} Catalog
 * @typedef {{ routine: Routine | null, faults: Fault[] }} Read
 */

// Thirty steps with all their notes take less than half of it.
const MOST_BYTES = 128 * 1024;
const ENDING = ".limber.json";
const INDENT = 2;
const LONGEST_NAME = 60;
// What a file system or a path would take for something else.
const UNFIT = /[\\/:*?"<>|.\p{Cc}\p{Cf}]+/gu;
/** @type {Read} */
const NONE = { routine: null, faults: [{ field: "format", why: "format" }] };
const OPTIONAL = {
  ...{ whatFor: "", notes: "", rounds: 1, rest: 0, beginner: false, need: "any" },
  ...{ conditions: [], times: [] },
};
const STEP = { pace: 1, note: "" };
const DOSE = { sides: "none", sets: 1, rest: 0 };

/**
 * The routine in a file; what may be left out there is filled in.
 * @param {Blob} file
 * @param {Catalog} catalog
 */
export async function readFile(file, catalog) {
  return isTooLarge(file) ? NONE : readText(await file.text(), catalog);
}

/** @param {Blob} file */
export function isTooLarge({ size }) {
  return size > MOST_BYTES;
}

/** @param {string} text @param {Catalog} catalog @returns {Read} */
export function readText(text, catalog) {
  const found = parsed(text);
  if (found?.format !== EMPTY.format) {
    return NONE;
  }
  const routine = completed(found);
  const wrong = faults(routine, catalog);
  return { routine: wrong.length > 0 ? null : routine, faults: wrong };
}

/** @param {Routine} routine */
export function textOf(routine) {
  return `${JSON.stringify(routine, null, INDENT)}\n`;
}

/** @param {string} title */
export function fileName(title) {
  const name = title.replace(UNFIT, " ").trim().slice(0, LONGEST_NAME).trim();
  return `${name || "routine"}${ENDING}`;
}

/** Lets the browser save it. @param {Routine} routine */
export function saveFile(routine) {
  const file = new Blob([textOf(routine)], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = fileName(routine.title);
  link.click();
  // Some browsers read it only after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), MINUTE_MS);
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @param {any} found @returns {any} */
function completed(found) {
  const steps = Array.isArray(found.steps) ? found.steps.map(completedStep) : found.steps;
  return { ...OPTIONAL, ...found, steps };
}

/** @param {any} step */
function completedStep(step) {
  const isDose = typeof step?.dose === "object" && step.dose !== null;
  const dose = isDose ? { ...DOSE, ...step.dose } : step?.dose;
  return typeof step === "object" && step !== null ? { ...STEP, ...step, dose } : step;
}
