// What a reminder is called, when it asks, and when next.

import { capital, day, dayOf } from "../shared/days.js";
import { nextDue } from "../shared/due.js";
import { clockTime, duration, timeOfDay } from "../shared/numbers.js";
import { fill } from "../shared/words.js";

/**
 * @typedef {import("../shared/reminders.js").Reminder} Reminder
 * @typedef {{
 *   locale: string, kinds: Record<string, string>, routines: Record<string, string>,
 *   words: Record<string, string>, durations: Record<string, string>,
 * }} Guide
 */

// A Monday.
const MONDAY = new Date(2026, 0, 5).getTime();

/** @param {Reminder} reminder @param {Guide} guide */
export function nameOf({ kind, slug }, { kinds, routines }) {
  return routines[slug ?? ""] ?? kinds[kind];
}

/** @param {Reminder} reminder @param {Guide} guide @param {number} now */
export function whenOf(reminder, guide, now) {
  const { words, locale } = guide;
  const { kind, from, to, every, time, days, minutes } = reminder;
  if (kind === "drink") {
    const [begin, end] = [from, to].map((hour) => hourOf(Number(hour), locale));
    const apart = duration(Number(every) * 60, locale, guide.durations);
    return fill(words.window, { from: begin, to: end, every: apart });
  }
  if (kind === "routine") {
    return fill(words.weekly, {
      time: timeOfDay(String(time), locale),
      days: daysOf(days ?? [], guide),
    });
  }
  if (kind === "electrolytes") {
    const length = duration(Number(minutes) * 60, locale, guide.durations);
    return fill(words.around, { when: momentOf(reminder.at, guide, now), length });
  }
  return momentOf(reminder.at, guide, now);
}

/** @param {Reminder} reminder @param {number | null} lastDrink @param {Guide} guide @param {number} now */
export function nextOf(reminder, lastDrink, guide, now) {
  if (!reminder.on) {
    return guide.words.off;
  }
  const at = nextDue(reminder, lastDrink, now);
  return at === null
    ? guide.words.over
    : fill(guide.words.next, { when: momentOf(at, guide, now) });
}

/** Today at 14:05, or with its day. @param {number} at @param {Pick<Guide, "locale" | "words">} guide @param {number} now */
export function momentOf(at, { locale, words }, now) {
  const time = clockTime(at, locale);
  const isToday = dayOf(at) === dayOf(now);
  return isToday
    ? time
    : fill(words.moment, { day: capital(dayAhead(at, now, locale), locale), time });
}

/** To come, a day is a weekday or a date; past, as everywhere. @param {number} at @param {number} now @param {string} locale */
function dayAhead(at, now, locale) {
  if (at < now) {
    return day(at, now, locale);
  }
  return new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long" }).format(
    at,
  );
}

/** @param {number} hour @param {string} locale */
export function hourOf(hour, locale) {
  return timeOfDay(`${hour % 24}:00`, locale);
}

/** @param {number[]} days @param {Guide} guide */
function daysOf(days, { locale, words }) {
  return days.length === 7
    ? words.everyDay
    : days.map((each) => weekday(each, locale, "short")).join(words.comma);
}

/** @param {number} each 1 for Monday @param {string} locale @param {"long" | "short"} length */
export function weekday(each, locale, length) {
  const date = new Date(MONDAY);
  date.setDate(date.getDate() + each - 1);
  return new Intl.DateTimeFormat(locale, { weekday: length }).format(date);
}
