// Reminders for the tests, one of each kind.

import { NOTHING } from "../../../static/js/shared/reminders.js";

/** @typedef {import("../../../static/js/shared/reminders.js").Reminder} Reminder */

/** @param {number} day of July 2026, the first is a Wednesday @param {number} hours @param {number} minutes */
export function at(day, hours, minutes = 0) {
  return new Date(2026, 6, day, hours, minutes).getTime();
}

const FIRST = { ...NOTHING, on: true, at: at(1, 8) };

/** @type {Record<string, Reminder>} */
export const ONE = {
  drink: { ...FIRST, id: "drink", kind: "drink", from: 9, to: 18, every: 90 },
  routine: {
    ...FIRST,
    id: "routine",
    kind: "routine",
    time: "07:30",
    days: [1, 3, 5],
    slug: "back-mobility",
  },
  electrolytes: {
    ...FIRST,
    id: "electrolytes",
    kind: "electrolytes",
    at: at(2, 10),
    minutes: 120,
  },
  compress: { ...FIRST, id: "compress", kind: "compress", at: at(1, 12) },
  once: { ...FIRST, id: "once", kind: "once", at: at(1, 9, 15) },
};
