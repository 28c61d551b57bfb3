// When a reminder is due, in this device's time; and the same as a rule that a calendar and the
// server understand (RFC 5545). The server's `schedule.py` finds the same moments.

import { MINUTE_MS } from "./time.js";

/** @typedef {import("./reminders.js").Reminder} Reminder */

const DAY_MINUTES = 1440;
/** Minutes before a long session at which its drink is asked for. */
export const AHEAD = 30;
const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/**
 * The rule and the local date and time from which it counts.
 * @param {Reminder} reminder
 * @param {number | null} lastDrink in milliseconds
 * @param {{ zone?: string, drinks?: number }} ways whose local time it is, the device's where none
 *   is named; and until when drinks may be asked about
 */
export function ruleOf(reminder, lastDrink, { zone = "", drinks = 0 } = {}) {
  const { kind, from, to, every, time, days, minutes } = reminder;
  if (kind === "drink") {
    const hours = hoursOf(Number(from), Number(to)).join(",");
    const until = drinks
      ? `;UNTIL=${new Date(drinks).toISOString().replace(/[-:]|\.\d+/g, "")}`
      : "";
    const rule = `FREQ=MINUTELY;INTERVAL=${every};BYHOUR=${hours}${until}`;
    const first = anchorOf(reminder, lastDrink) + Number(every) * MINUTE_MS;
    return { rule, anchor: local(first, zone) };
  }
  if (kind === "routine") {
    const [hour, minute] = String(time).split(":").map(Number);
    const on = (days ?? []).map((day) => WEEKDAYS[day - 1]).join(",");
    const anchor = new Date(reminder.at).setHours(hour, minute, 0, 0);
    return {
      rule: `FREQ=WEEKLY;BYDAY=${on};BYHOUR=${hour};BYMINUTE=${minute}`,
      anchor: local(anchor),
    };
  }
  if (kind === "electrolytes") {
    const apart = AHEAD + Number(minutes);
    const rule = `FREQ=MINUTELY;INTERVAL=${apart};COUNT=2`;
    return { rule, anchor: local(reminder.at - AHEAD * MINUTE_MS, zone) };
  }
  return { rule: "FREQ=DAILY;COUNT=1", anchor: local(reminder.at, zone) };
}

/**
 * The first moment later than another at which it is due; null where it is over.
 * @param {Reminder} reminder
 * @param {number | null} lastDrink
 * @param {number} after in milliseconds
 * @returns {number | null}
 */
export function nextDue(reminder, lastDrink, after) {
  if (!reminder.on) {
    return null;
  }
  if (reminder.kind === "drink") {
    return nextDrink(reminder, anchorOf(reminder, lastDrink), after);
  }
  if (reminder.kind === "routine") {
    return nextOnDays(reminder, after);
  }
  return momentsOf(reminder).find((each) => each > after) ?? null;
}

/** The moments of one that is not repeated. @param {Reminder} reminder */
function momentsOf({ kind, at, minutes }) {
  return kind === "electrolytes"
    ? [at - AHEAD * MINUTE_MS, at + Number(minutes) * MINUTE_MS]
    : [at];
}

/** @param {Reminder} reminder @param {number | null} lastDrink */
function anchorOf({ at }, lastDrink) {
  return minuteOf(Math.max(at, lastDrink ?? 0));
}

/** @param {Reminder} reminder @param {number} anchor @param {number} after */
function nextDrink({ from, to, every }, anchor, after) {
  const step = Number(every) * MINUTE_MS;
  const hours = hoursOf(Number(from), Number(to));
  const passed = Math.max(1, Math.floor((after - anchor) / step) + 1);
  // In a day and a step every hour has been met that can be.
  for (let i = passed; i <= passed + (2 * DAY_MINUTES) / Number(every); i += 1) {
    const at = anchor + i * step;
    if (hours.includes(new Date(at).getHours())) {
      return at;
    }
  }
  return null;
}

/** @param {Reminder} reminder @param {number} after */
function nextOnDays({ time, days }, after) {
  const [hour, minute] = String(time).split(":").map(Number);
  for (let i = 0; i <= 7; i += 1) {
    const date = new Date(after);
    date.setDate(date.getDate() + i);
    const at = date.setHours(hour, minute, 0, 0);
    if (at > after && days?.includes(date.getDay() || 7)) {
      return at;
    }
  }
  return null;
}

/** Each hour of the window; a window over midnight goes on into the next day. @param {number} from @param {number} to */
export function hoursOf(from, to) {
  const length = ((to - from + 23) % 24) + 1;
  return [...Array(length).keys()].map((i) => (from + i) % 24).sort((one, other) => one - other);
}

/** As a calendar writes it: 2026-11-27T08:00:00, in a zone or in the device's. @param {number} moment @param {string} zone */
export function local(moment, zone = "") {
  const two = /** @type {const} */ ("2-digit");
  const shown = new Intl.DateTimeFormat("en", {
    timeZone: zone || undefined,
    hourCycle: "h23",
    ...{ year: "numeric", month: two, day: two, hour: two, minute: two },
  }).formatToParts(moment);
  const part = (/** @type {string} */ name) => shown.find(({ type }) => type === name)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}:00`;
}

/** So many minutes from now, and not a second less: a calendar knows whole minutes only. @param {number} minutes @param {number} now */
export function inMinutes(minutes, now) {
  return MINUTE_MS * Math.ceil(now / MINUTE_MS + minutes);
}

/** Whole minutes: seconds say nothing to a calendar. @param {number} moment */
function minuteOf(moment) {
  return MINUTE_MS * Math.floor(moment / MINUTE_MS);
}
