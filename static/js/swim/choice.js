// What somebody said of today's water and of themselves, kept on the device until they say otherwise.
// Company and not being sure are of one day; experience is with water as warm as it was said of.

import { dayOf } from "../shared/days.js";
import { record } from "../shared/screen.js";
import { write } from "../shared/store.js";

const KEY = "limber.swim";

/**
 * @typedef {import("../shared/screen.js").Store} Store
 * @typedef {"yes" | "no" | ""} Said
 * @typedef {{
 *   celsius: number | null, unsure: boolean, wetsuit: Said, experience: Said, company: Said,
 *   experienced: number | null,
 * }} Choice `experienced`: the degrees of which experience was said, null where it was not
 */

/** @param {Store} store @param {number} now @returns {Choice} */
export function choice(store, now) {
  const kept = record(KEY, store);
  const isToday = kept.day === dayOf(now);
  return {
    celsius: degrees(kept.celsius),
    unsure: isToday && kept.unsure === true,
    wetsuit: said(kept.wetsuit),
    experience: said(kept.experience),
    company: isToday ? said(kept.company) : "",
    experienced: degrees(kept.experienced),
  };
}

/** @param {Choice} said @param {Store} store @param {number} now @returns {boolean} whether it could be kept */
export function keepChoice(said, store, now) {
  return write(store, KEY, JSON.stringify({ ...said, day: dayOf(now) }));
}

/**
 * The choice with something said anew: experience counts for this water, and is asked again for
 * colder.
 * @param {Choice} before
 * @param {Partial<Choice>} now
 * @returns {Choice}
 */
export function withSaid(before, now) {
  const after = { ...before, ...now };
  if (now.experience || after.experienced === null) {
    return { ...after, experienced: after.experience ? after.celsius : null };
  }
  const { celsius, experienced } = after;
  const isColder = celsius !== null && experienced !== null && celsius < experienced;
  return isColder && after.experience === "yes"
    ? { ...after, experience: "", experienced: null }
    : after;
}

/** @param {unknown} value @returns {Said} */
function said(value) {
  return value === "yes" || value === "no" ? value : "";
}

/** @param {unknown} value */
function degrees(value) {
  return Number.isFinite(value) ? Number(value) : null;
}
