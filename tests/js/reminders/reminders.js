// Reminders for the tests, one of each kind.

/** @typedef {import("../../../static/js/shared/reminders.js").Reminder} Reminder */

/** @param {number} day of July 2026, the first is a Wednesday @param {number} hours @param {number} minutes */
export function at(day, hours, minutes = 0) {
  return new Date(2026, 6, day, hours, minutes).getTime();
}

const NOTHING = {
  from: null,
  to: null,
  every: null,
  time: null,
  days: null,
  slug: null,
  minutes: null,
  on: true,
  at: at(1, 8),
};

/** @type {Record<string, Reminder>} */
export const ONE = {
  drink: { ...NOTHING, id: "drink", kind: "drink", from: 9, to: 18, every: 90 },
  routine: {
    ...NOTHING,
    id: "routine",
    kind: "routine",
    time: "07:30",
    days: [1, 3, 5],
    slug: "back-mobility",
  },
  electrolytes: {
    ...NOTHING,
    id: "electrolytes",
    kind: "electrolytes",
    at: at(2, 10),
    minutes: 120,
  },
  compress: { ...NOTHING, id: "compress", kind: "compress", at: at(1, 12) },
  once: { ...NOTHING, id: "once", kind: "once", at: at(1, 9, 15) },
};
