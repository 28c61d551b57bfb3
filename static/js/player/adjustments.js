// How a person adjusted a session, kept on this device for the next time.

import { record } from "../shared/screen.js";
import { AS_WRITTEN } from "./adjust.js";
import { refusal } from "./fit.js";

/**
 * @typedef {import("../shared/screen.js").Store} Store
 * @typedef {import("./adjust.js").Adjustments} Adjustments
 * @typedef {import("./timeline.js").Session} Session
 */

const KEY = "limber.adjusted";
const FORMS = ["easier", "harder"];

/**
 * What was kept for this session, if it can still be followed.
 * @param {Store} store
 * @param {Session} session
 * @returns {Adjustments}
 */
export function keptAdjustments(store, session) {
  const kept = record(KEY, store)[nameOf(session)];
  if (!kept || kept.of !== stepsOf(session)) {
    return AS_WRITTEN;
  }
  const sane = cleaned(kept, session);
  return refusal(session, sane) ? AS_WRITTEN : sane;
}

/**
 * @param {Store} store
 * @param {Session} session
 * @param {Adjustments} adjustments
 * @returns {boolean} whether it could be kept
 */
export function keepAdjustments(store, session, adjustments) {
  const all = {
    ...record(KEY, store),
    [nameOf(session)]: { ...adjustments, of: stepsOf(session) },
  };
  if (isAsWritten(adjustments)) {
    delete all[nameOf(session)];
  }
  try {
    store.setItem(KEY, JSON.stringify(all));
    return true;
  } catch {
    return false;
  }
}

/** @param {Adjustments} adjustments */
export function isAsWritten(adjustments) {
  return JSON.stringify({ ...AS_WRITTEN, ...adjustments }) === JSON.stringify(AS_WRITTEN);
}

/** @param {Session} session */
function nameOf({ kind, slug }) {
  return `${kind}/${slug}`;
}

/** What the adjustments of a step would no longer fit. @param {Session} session */
function stepsOf({ steps }) {
  return steps.map(({ figure, shorter }) => `${figure?.slug ?? ""}${shorter.length}`).join();
}

/** Only what can have been chosen. @param {any} kept @param {Session} session @returns {Adjustments} */
function cleaned({ pace, rests, rounds, count, shorter, leftOut, forms }, session) {
  const { steps } = session;
  const index = (/** @type {unknown} */ i) => steps[/** @type {any} */ (i)] !== undefined;
  return {
    pace: session.paces.includes(pace) ? pace : 1,
    rests: session.rests.includes(rests) ? rests : 1,
    rounds: Number.isInteger(rounds) && rounds > 0 ? rounds : 0,
    count: count === "tap" ? "tap" : "clock",
    shorter: only(shorter, ([i, n]) => index(i) && steps[Number(i)].shorter[n - 1] !== undefined),
    leftOut: Array.isArray(leftOut) ? leftOut.filter(index) : [],
    forms: only(forms, ([i, form]) => index(i) && FORMS.includes(form)),
  };
}

/** @param {any} record @param {(entry: [string, any]) => boolean} holds */
function only(record, holds) {
  return Object.fromEntries(Object.entries(record ?? {}).filter(holds));
}
