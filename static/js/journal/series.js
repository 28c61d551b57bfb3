// What was kept, summed up over days, weeks or months, so that a chart of three years can be read. Pure.

import { total } from "../shared/drinks.js";
import { firstDay, later, monthOf } from "./month.js";
import { dayNumber, WEEK, weekStart } from "./week.js";

/**
 * @typedef {import("../shared/journal.js").Entry} Entry
 * @typedef {import("../shared/drinks.js").Drink} Drink
 * @typedef {"day" | "week" | "month"} Unit
 * @typedef {"14-days" | "12-weeks" | "year" | "all"} Range
 * @typedef {{ from: number, values: number[] }} Place `from` is its first day; `values` nothing for none
 * @typedef {{ unit: Unit, places: Place[] }} Series
 * @typedef {{ at: number, before: number | null, after: number | null }} Pain `at` a moment
 * @typedef {{ unit: Unit | "session", places: Pain[] }} Pains
 */

// As many as can be told apart on a phone.
const MOST_BARS = 60;
const MOST_PAINS = 24;
/** @type {Record<Exclude<Range, "all">, number>} days */
const LENGTH = { "14-days": 14, "12-weeks": 12 * WEEK, year: 52 * WEEK };
const UNITS = /** @type {const} */ (["day", "week", "month"]);

/**
 * The first day of a range: whole weeks, the last of them the one of today.
 * @param {Range} range
 * @param {number[]} days of all that there is
 * @param {{ today: number, first: number }} reader `first` weekday of a week
 */
export function rangeStart(range, days, { today, first }) {
  if (range === "all") {
    return Math.min(today, ...extremes(days));
  }
  const length = LENGTH[range];
  return length === 14 ? today - length + 1 : weekStart(today, first) - length + WEEK;
}

/**
 * The minutes and the number of sessions of each week, or month.
 * @param {Entry[]} entries
 * @param {Range} range
 * @param {{ today: number, first: number }} reader
 * @returns {Series & { sessions: number[] }}
 */
export function minutes(entries, range, reader) {
  const found = gathered(entries, ({ id }) => id, { range, reader, least: "week" });
  const places = found.places.map(({ from, items }) => ({
    from,
    values: [items.reduce((sum, { seconds }) => sum + seconds, 0) / 60],
  }));
  return { unit: found.unit, places, sessions: found.places.map(({ items }) => items.length) };
}

/**
 * ml of each day, or the mean of the days with something logged.
 * @param {Drink[]} drinks
 * @param {Range} range
 * @param {{ today: number, first: number }} reader
 * @returns {Series}
 */
export function drunk(drinks, range, reader) {
  const { unit, places } = gathered(drinks, ({ at }) => at, { range, reader, least: "day" });
  return {
    unit,
    places: places.map(({ from, items }) => {
      const days = new Set(items.map(({ at }) => dayNumber(at))).size;
      return { from, values: days ? [total(items) / days] : [] };
    }),
  };
}

/**
 * Pain before and after each session that has any noted, the oldest first; of too many the means.
 * @param {Entry[]} entries
 * @param {Range} range
 * @param {{ today: number, first: number }} reader
 * @returns {Pains}
 */
export function pains(entries, range, reader) {
  const start = rangeStart(
    range,
    entries.map(({ id }) => dayNumber(id)),
    reader,
  );
  const noted = entries
    .filter(({ before, after }) => before !== null || after !== null)
    .filter(({ id }) => dayNumber(id) >= start)
    .sort((one, other) => one.id - other.id);
  if (noted.length <= MOST_PAINS) {
    const places = noted.map(({ id, before, after }) => ({ at: id, before, after }));
    return { unit: "session", places };
  }
  const how = { range, reader, least: /** @type {const} */ ("week"), most: MOST_PAINS };
  const { unit, places } = gathered(noted, ({ id }) => id, how);
  const means = places.map(({ from, items }) => ({ at: noon(from), ...meansOf(items) }));
  return { unit, places: means.filter(({ before, after }) => before !== null || after !== null) };
}

/**
 * Items by day, week or month, whichever is the first that leaves few enough.
 * @template T
 * @param {T[]} items
 * @param {(item: T) => number} momentOf
 * @param {{ range: Range, reader: { today: number, first: number }, least: Unit, most?: number }} how
 * @returns {{ unit: Unit, places: { from: number, items: T[] }[] }}
 */
function gathered(items, momentOf, { range, reader, least, most = MOST_BARS }) {
  const days = items.map((item) => dayNumber(momentOf(item)));
  const start = rangeStart(range, days, reader);
  const wanted = UNITS.slice(UNITS.indexOf(least));
  const unit = wanted.find((each) => starts(each, start, reader).length <= most) ?? "month";
  const places = starts(unit, start, reader).map((from) => ({
    from,
    items: /** @type {T[]} */ ([]),
  }));
  const byStart = new Map(places.map((place) => [place.from, place]));
  for (const [i, item] of items.entries()) {
    byStart.get(startOf(unit, days[i], reader.first))?.items.push(item);
  }
  return { unit, places };
}

/** The first day of each, until today. @param {Unit} unit @param {number} from @param {{ today: number, first: number }} reader */
function starts(unit, from, { today, first }) {
  const found = [];
  for (let day = startOf(unit, from, first); day <= today; day = next(unit, day)) {
    found.push(day);
  }
  return found;
}

/** @param {Unit} unit @param {number} day @param {number} first */
function startOf(unit, day, first) {
  if (unit === "day") {
    return day;
  }
  return unit === "week" ? weekStart(day, first) : firstDay(monthOf(day));
}

/** @param {Unit} unit @param {number} day */
function next(unit, day) {
  if (unit === "month") {
    return firstDay(later(monthOf(day), 1));
  }
  return unit === "week" ? day + WEEK : day + 1;
}

/** @param {Entry[]} entries */
function meansOf(entries) {
  return {
    before: mean(entries.map(({ before }) => before)),
    after: mean(entries.map(({ after }) => after)),
  };
}

/** @param {(number | null)[]} values */
function mean(values) {
  const given = values.filter((value) => value !== null);
  return given.length ? given.reduce((sum, value) => sum + value, 0) / given.length : null;
}

/** A moment of a day, whose date is the same everywhere on the device. @param {number} day */
function noon(day) {
  const date = new Date(day * 86_400_000);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12).getTime();
}

/** The smallest alone: a list of ten thousand is too long to be handed over as arguments. @param {number[]} days */
function extremes(days) {
  return days.length ? [days.reduce((least, day) => Math.min(least, day))] : [];
}
