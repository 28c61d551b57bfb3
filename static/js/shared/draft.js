// The routine that the builder is at work on, kept by this browser at every change. What cannot be
// read is never written over by itself.

import { EMPTY } from "./routine.js";
import { read, write } from "./store.js";

/**
 * @typedef {import("./routine.js").Routine} Routine
 * @typedef {import("./screen.js").Store} Store
 * @typedef {{ code: string, secret: string, version: number }} Published
 * @typedef {{ own: string, from: string, made: number }} OwnLink
 * @typedef {object} Draft
 * @property {Routine} routine whose fields may hold what is wrong, but never something else
 * @property {Published | OwnLink | null} link what is changed by it; null for what is new
 * @property {string} secret with which it is published; the same again is no second routine
 */

export const DRAFT = "limber.draft";
/** What was in the form before something else took its place. */
export const BEFORE = "limber.draft.before";

/**
 * @param {Store} store
 * @param {string} key
 * @returns {Draft | null | undefined} null where there is none, undefined where it cannot be read
 */
export function readDraft(store, key = DRAFT) {
  const text = read(store, key);
  if (!text) {
    return null;
  }
  try {
    const found = JSON.parse(text);
    return isDraft(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** @param {Store} store @param {Draft} draft @returns {boolean} whether it is kept */
export function keepDraft(store, draft) {
  return write(store, DRAFT, JSON.stringify(draft));
}

/** @param {Store} store @param {Draft | null} draft */
export function keepBefore(store, draft) {
  write(store, BEFORE, draft ? JSON.stringify(draft) : "");
}

/** As it is kept, for who wants to save what cannot be read. @param {Store} store */
export function rawDraft(store) {
  return read(store, DRAFT) ?? "";
}

/** @param {any} found @returns {found is Draft} */
function isDraft(found) {
  return (
    isAlike(found?.routine, EMPTY) &&
    found.routine.steps.every(isStep) &&
    found.routine.times.every(
      (/** @type {any} */ { at, days }) => at !== undefined && days?.every,
    ) &&
    typeof found.secret === "string" &&
    typeof found.link === "object"
  );
}

/** Every field is there and of its kind; whether its value can be is another thing. @param {any} found @param {Routine} model */
function isAlike(found, model) {
  return Object.entries(model).every(
    ([name, value]) =>
      typeof found?.[name] === typeof value && Array.isArray(found[name]) === Array.isArray(value),
  );
}

/** @param {any} step */
function isStep(step) {
  const { sets, rest } = step?.dose ?? {};
  return (
    typeof step.exercise === "string" &&
    typeof step.note === "string" &&
    [step.pace, sets, rest].every((each) => typeof each === "number")
  );
}
