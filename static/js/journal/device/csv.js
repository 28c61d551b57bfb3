// Sessions and drinks as tables that a spreadsheet opens: names of columns are English and stay.
// README lists them.

import { isoTime } from "./file.js";

/**
 * @typedef {import("../../shared/journal.js").Entry} Entry
 * @typedef {import("../../shared/drinks.js").Drink} Drink
 * @typedef {string | number | boolean | null} Cell
 */

export const SESSION_COLUMNS = [
  ...["began", "ended", "kind", "name", "title", "seconds", "steps", "planned_steps"],
  ...["ended_early", "pain_before", "pain_after", "warning_signs", "note"],
];
export const DRINK_COLUMNS = ["drunk", "ml", "kind", "sodium_mg_per_l"];

// By it spreadsheets know that it is UTF-8.
const MARK = "\ufeff";
const LINE = "\r\n";
// What a spreadsheet would take for a formula.
const FORMULA = /^[=+\-@\t\r]/;

/** The oldest first. @param {Entry[]} sessions @param {(session: Entry) => string} titleOf what this device calls it, or nothing */
export function sessionTable(sessions, titleOf) {
  const rows = [...sessions]
    .sort((one, other) => one.id - other.id)
    .map((each) => [
      ...[time(each.id), time(each.ended), each.kind, each.slug, titleOf(each), each.seconds],
      ...[each.steps, each.of, each.early, each.before, each.after, each.signs, each.note],
    ]);
  return table([SESSION_COLUMNS, ...rows]);
}

/** The oldest first. @param {Drink[]} drinks */
export function drinkTable(drinks) {
  const rows = [...drinks]
    .sort((one, other) => one.at - other.at)
    .map(({ at, ml, kind, sodium }) => [time(at), ml, kind, sodium]);
  return table([DRINK_COLUMNS, ...rows]);
}

/** @param {number} moment */
function time(moment) {
  return isoTime(new Date(moment));
}

/** @param {Cell[][]} rows */
function table(rows) {
  return MARK + rows.map((row) => row.map(cell).join() + LINE).join("");
}

/** @param {Cell} value */
function cell(value) {
  if (typeof value !== "string") {
    return value === null ? "" : String(value);
  }
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
