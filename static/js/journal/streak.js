// Days with a session, one after the other, with days of rest between them. Pure.

import { isBad } from "../shared/journal.js";
import { dayNumber } from "./week.js";

/** Our own choice: so many days without a session do not end a row. */
export const REST_DAYS = 2;

/** @typedef {import("../shared/journal.js").Entry} Entry */

/** Whether it is a session to count: one that ended badly, or before its first step was done, is none. @param {Entry} entry */
export function counts(entry) {
  return !isBad(entry) && !(entry.early && entry.steps === 0);
}

/**
 * How many days with a session stand in the row that goes on today.
 * @param {Entry[]} entries
 * @param {number} now
 */
export function streak(entries, now) {
  const today = dayNumber(now);
  const done = entries.filter(counts).map(({ id }) => dayNumber(id));
  const days = [...new Set(done)].filter((day) => day <= today).sort((one, other) => other - one);
  // Today is not over: it is no day of rest yet.
  const ends = days.findIndex((day, i) => (days[i - 1] ?? today) - day > REST_DAYS + 1);
  return ends === -1 ? days.length : ends;
}
