// What somebody said of today's water and of themselves, kept on the device until they say otherwise.

import { record } from "../shared/screen.js";
import { write } from "../shared/store.js";

const KEY = "limber.swim";
const FIRST = 16;

/**
 * @typedef {import("../shared/screen.js").Store} Store
 * @typedef {"yes" | "no" | ""} Said
 * @typedef {{ celsius: number, unsure: boolean, wetsuit: Said, experience: Said, company: Said }} Choice
 */

/** @param {Store} store @returns {Choice} */
export function choice(store) {
  const kept = record(KEY, store);
  return {
    celsius: Number.isFinite(kept.celsius) ? kept.celsius : FIRST,
    unsure: kept.unsure === true,
    wetsuit: said(kept.wetsuit),
    experience: said(kept.experience),
    company: said(kept.company),
  };
}

/** @param {Choice} now @param {Store} store @returns {boolean} whether it could be kept */
export function keepChoice(now, store) {
  return write(store, KEY, JSON.stringify(now));
}

/**
 * Which answers of a page apply; null as long as nothing was said.
 * @param {Choice} now
 * @returns {Record<"no-wetsuit" | "first-time" | "alone", boolean | null>}
 */
export function answers({ wetsuit, experience, company }) {
  const no = (/** @type {Said} */ value) => (value ? value === "no" : null);
  return { "no-wetsuit": no(wetsuit), "first-time": no(experience), alone: no(company) };
}

/** @param {unknown} value @returns {Said} */
function said(value) {
  return value === "yes" || value === "no" ? value : "";
}
