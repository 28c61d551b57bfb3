// A month as weeks of days, each with what was done on it; and the sums of a week. Pure.

import { dateOf, dayNumber, WEEK, weekStart } from "./week.js";
import { DAY_MS } from "../shared/time.js";

/**
 * @typedef {import("../shared/journal.js").Entry} Entry
 * @typedef {{ seconds: number, sessions: number }} Sum
 * @typedef {Sum & { day: number, isOfMonth: boolean, isToday: boolean, isFuture: boolean, part: number }} Day
 *   `part` of the highest bar there is
 * @typedef {{ year: number, month: number }} Month `month` from 0
 */

// The shortest day of a bar that is as high as can be: two minutes alone are no mountain.
const LEAST_SECONDS = 1800;
const NOTHING = { seconds: 0, sessions: 0 };

/** What was done on each day that has something. @param {Entry[]} entries @returns {Map<number, Sum>} */
export function byDay(entries) {
  /** @type {Map<number, Sum>} */
  const days = new Map();
  for (const { id, seconds } of entries) {
    const day = dayNumber(id);
    const sum = days.get(day) ?? NOTHING;
    days.set(day, { seconds: sum.seconds + seconds, sessions: sum.sessions + 1 });
  }
  return days;
}

/** @param {number} day @returns {Month} */
export function monthOf(day) {
  const date = dateOf(day);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() };
}

/** So many months later. @param {Month} from @param {number} count @returns {Month} */
export function later({ year, month }, count) {
  return monthOf(Date.UTC(year, month + count, 1) / DAY_MS);
}

/** The first day of a month. @param {Month} month */
export function firstDay({ year, month }) {
  return Date.UTC(year, month, 1) / DAY_MS;
}

/**
 * Whole weeks, from the one with the first day to the one with the last.
 * @param {Month} month
 * @param {Map<number, Sum>} done
 * @param {{ today: number, first: number }} reader `first` weekday of a week
 * @returns {Day[][]}
 */
export function weeks(month, done, { today, first }) {
  const [from, to] = [firstDay(month), firstDay(later(month, 1))];
  const within = [...done].filter(([day]) => from <= day && day < to).map(([, sum]) => sum.seconds);
  const most = Math.max(LEAST_SECONDS, ...within);
  /** @type {Day[][]} */
  const found = [];
  for (let start = weekStart(from, first); start < to; start += WEEK) {
    found.push(
      [...Array(WEEK).keys()].map((i) => {
        const day = start + i;
        const sum = done.get(day) ?? NOTHING;
        const isOfMonth = from <= day && day < to;
        const place = { day, isOfMonth, isToday: day === today, isFuture: day > today };
        return { ...place, ...sum, part: sum.seconds / most };
      }),
    );
  }
  return found;
}

/**
 * The week of a day: its sums, and the seconds of each of its days.
 * @param {Map<number, Sum>} done
 * @param {number} today
 * @param {number} first
 */
export function weekOf(done, today, first) {
  const start = weekStart(today, first);
  const days = [...Array(WEEK).keys()].map((i) => done.get(start + i) ?? NOTHING);
  return {
    start,
    days: days.map(({ seconds }) => seconds),
    seconds: days.reduce((sum, { seconds }) => sum + seconds, 0),
    sessions: days.reduce((sum, { sessions }) => sum + sessions, 0),
  };
}
