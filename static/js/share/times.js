// Suggested times as reminders: which there are, and which there are to be.

import { opaque } from "../shared/reach.js";
import { NOTHING, slugOfShared } from "../shared/reminders.js";

/**
 * @typedef {import("../shared/opened.js").Time} Time
 * @typedef {import("../shared/reminders.js").Reminder} Reminder
 */

/** @param {Reminder[]} reminders @param {string} code */
export function remindersOf(reminders, code) {
  return reminders.filter(({ kind, slug }) => kind === "routine" && slug === slugOfShared(code));
}

/** Whether all of these times are reminded of, and no other. @param {Reminder[]} own of the routine @param {Time[]} times */
export function isAsSuggested(own, times) {
  const said = (/** @type {string | null} */ at, /** @type {number[] | null} */ days) =>
    `${at} ${days}`;
  const there = own.filter(({ on }) => on).map(({ time, days }) => said(time, days));
  const wanted = times.map(({ at, days }) => said(at, days));
  return there.sort().join() === wanted.sort().join();
}

/** @param {Time[]} times @param {string} code @param {number} now in milliseconds @returns {Reminder[]} */
export function suggested(times, code, now, name = opaque) {
  return times.map(({ at, days }, i) => ({
    ...NOTHING,
    id: name(),
    kind: "routine",
    on: true,
    at: now + i, // in this order in the list
    time: at,
    days,
    slug: slugOfShared(code),
  }));
}
