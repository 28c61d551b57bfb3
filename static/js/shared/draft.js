// The routine that the builder is at work on, kept by this browser at every change. What cannot be
// read is never written over by itself.

import { EMPTY } from "./routine.js";
import { read, write } from "./store.js";

/**
 * @typedef {import("./routine.js").Routine} Routine
 * @typedef {import("./screen.js").Store} Store
 * @typedef {{ code: string, secret: string, version: number }} Published
 * @typedef {object} Origin
 * @property {Published | null} link what is published of it; null where nothing is
 * @property {string} own id of the routine of one's own that is changed by it, if it is one
 * @property {string} from what its words come from, as of a routine of one's own
 * @property {string} secret with which it is published; the same again is no second routine
 * @typedef {{ routine: Routine } & Origin} Draft `routine` may hold what is wrong in its fields, but
 *   never something else
 */

/** Of what comes from nowhere. @type {Origin} */
export const NEW = { link: null, own: "", from: "", secret: "" };

export const DRAFT = "limber.draft";
/** What was in the form before something else took its place: the newest last. */
export const BEFORE = "limber.draft.before";
const MOST_BEFORE = 20;

/**
 * @param {Store} store
 * @returns {Draft | null | undefined} null where there is none, undefined where it cannot be read
 */
export function readDraft(store) {
  const text = read(store, DRAFT);
  return text ? drafts(text)[0] : null;
}

/** @param {Store} store @returns {Draft[]} */
export function readBefore(store) {
  return drafts(read(store, BEFORE) || "[]");
}

/** Those in it that can be read. @param {string} text of one or a list of them @returns {Draft[]} */
function drafts(text) {
  try {
    return [JSON.parse(text)]
      .flat()
      .map((found) => ({ ...NEW, ...upToDate(found) }))
      .filter(isDraft);
  } catch {
    return [];
  }
}

/** Which own routine it is stood in its link at first. @param {any} found */
function upToDate(found) {
  const { own, from } = found?.link ?? {};
  return typeof own === "string" ? { ...found, link: null, own, from } : found;
}

/** @param {Store} store @param {Draft} draft @returns {boolean} whether it is kept */
export function keepDraft(store, draft) {
  return write(store, DRAFT, JSON.stringify(draft));
}

/** The same text twice is kept once. @param {Store} store @param {Draft[]} all */
export function keepBefore(store, all) {
  const texts = all.map((draft) => JSON.stringify({ ...draft, secret: "" }));
  const others = all.filter((_, i) => texts.lastIndexOf(texts[i]) === i);
  write(store, BEFORE, JSON.stringify(others.slice(-MOST_BEFORE)));
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
    [found.own, found.from, found.secret].every((each) => typeof each === "string") &&
    (found.link === null || typeof found.link?.code === "string")
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
