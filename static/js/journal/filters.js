// Which sessions are wanted: how it stands after `#`, and what fits it. Pure.

import { dateOf, dayNumber } from "./week.js";
import { DAY_MS } from "../shared/time.js";

/**
 * @typedef {import("../shared/journal.js").Entry} Entry
 * @typedef {Record<keyof typeof ALL, string>} Filter `name` such as `routine/desk`; `period` in days
 *   until today; `day` as 2026-05-09; nothing is all
 */

export const ALL = { kind: "", name: "", pain: "", period: "", day: "" };
const NAMES = /** @type {(keyof typeof ALL)[]} */ (Object.keys(ALL));

const WELL_FORMED = {
  kind: /^(routine|exercise|own|shared)$/,
  name: /^(routine|exercise|own|shared)\/[\w-]{1,80}$/,
  pain: /^1$/,
  period: /^(7|30|90|365)$/,
  day: /^\d{4}-\d{2}-\d{2}$/,
};

/** What is no filter is left out. @param {string} hash @returns {Filter} */
export function parse(hash) {
  const given = read(hash);
  const filter = { ...ALL };
  for (const name of NAMES) {
    const value = given.get(name) ?? "";
    filter[name] = WELL_FORMED[name].test(value) ? value : "";
  }
  return { ...filter, day: Number.isNaN(dayOfText(filter.day)) ? "" : filter.day };
}

/** Whether this is a filter, and not the name of a place on the page; none is one too. @param {string} hash */
export function isFilter(hash) {
  const names = [...read(hash).keys()];
  return !names.length || names.some((name) => Object.hasOwn(ALL, name));
}

/** As it stands after `#`; nothing for no filter. @param {Filter} filter */
export function format(filter) {
  return NAMES.filter((name) => filter[name])
    .map((name) => `${name}=${filter[name]}`)
    .join("&");
}

/**
 * Whether a session fits.
 * @param {Filter} filter
 * @param {number} now
 * @returns {(entry: Entry) => boolean}
 */
export function fitting({ kind, name, pain, period, day }, now) {
  const from = period ? dayNumber(now) - Number(period) : -Infinity;
  /** @type {((entry: Entry) => boolean)[]} */
  const wanted = [
    (entry) => !kind || entry.kind === kind,
    (entry) => !name || nameOf(entry) === name,
    (entry) => !pain || entry.before !== null || entry.after !== null,
    ({ id }) => dayNumber(id) > from,
    ({ id }) => !day || dayNumber(id) === dayOfText(day),
  ];
  return (entry) => wanted.every((holds) => holds(entry));
}

/** @param {Pick<Entry, "kind" | "slug">} entry */
export function nameOf({ kind, slug }) {
  return `${kind}/${slug}`;
}

/** Such as 2026-05-09. @param {number} day */
export function dayText(day) {
  return dateOf(day).toISOString().slice(0, 10);
}

/** @param {string} text */
export function dayOfText(text) {
  return Date.parse(text) / DAY_MS;
}

/** @param {string} hash */
function read(hash) {
  return new URLSearchParams(hash.replace(/^#/, ""));
}
