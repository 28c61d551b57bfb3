// What becomes of this device when another's things come to it: worked out before anything is
// changed, so that it can be shown and asked about. Pure.

import { KEYS, RECORDS, textOf } from "../../shared/device_data.js";

/**
 * @typedef {import("./file.js").Data} Data
 * @typedef {import("../../shared/device_data.js").Kind} Kind
 * @typedef {import("../../shared/device_data.js").Key} Key
 * @typedef {{ name: string, fresh: number, newer: number, same: number, puts: [IDBValidKey, any][] }} Part
 *   of one kind of records: so many are new here, newer than here, or here already
 * @typedef {{ row: Key, mine: any, there: any, kept: any, taken: any, differs: number }} Setting what it becomes
 *   where mine holds and where theirs does, and in how much that differs
 * @typedef {{ parts: Part[], settings: Setting[], differs: number }} Plan
 * @typedef {{ records: [IDBValidKey, any][], keys: [string, string | null][] }} Changes `undefined` and
 *   null take something away
 */

/** @param {Data} mine @param {Data} theirs @returns {Plan} */
export function plan(mine, theirs) {
  const parts = RECORDS.map((kind) => partOf(kind, mine, theirs));
  const settings = KEYS.map((row) => settingOf(row, mine, theirs));
  const differs = settings.reduce((sum, each) => sum + each.differs, 0);
  return { parts, settings, differs };
}

/** What has to be written for it. @param {Plan} planned @param {boolean} takes whether theirs holds where both were chosen @returns {Changes} */
export function changes({ parts, settings }, takes) {
  const keys = settings
    .map(({ row, mine, kept, taken }) => ({ row, mine, value: takes ? taken : kept }))
    .filter(({ mine, value }) => !isSame(mine, value));
  return {
    records: parts.flatMap(({ puts }) => puts),
    keys: keys.map(({ row, value }) => [row.key, textOf(row, value)]),
  };
}

/** Whether nothing would come of it, whatever is answered. @param {Plan} planned */
export function isEmpty(planned) {
  return [true, false].every((takes) => {
    const { records, keys } = changes(planned, takes);
    return records.length + keys.length === 0;
  });
}

/** @param {Kind} kind @param {Data} mine @param {Data} theirs @returns {Part} */
function partOf({ name, word, id, join = (here) => here }, mine, theirs) {
  const here = new Map((mine.records[name] ?? []).map((each) => [id(each), each]));
  /** @type {Map<string | number, any>} */
  const after = new Map();
  for (const each of theirs.records[name] ?? []) {
    const known = after.get(id(each)) ?? here.get(id(each));
    after.set(id(each), known === undefined ? each : join(known, each));
  }
  const changed = [...after].filter(([key, value]) => !isSame(here.get(key), value));
  const fresh = changed.filter(([key]) => !here.has(key)).length;
  return {
    name,
    fresh,
    newer: changed.length - fresh,
    same: after.size - changed.length,
    puts: changed.map(([key, value]) => [[word, key], value]),
  };
}

/** @param {Key} row @param {Data} mine @param {Data} theirs @returns {Setting} */
function settingOf(row, mine, theirs) {
  const [here, there] = [mine, theirs].map(({ settings }) => settings[row.name] ?? null);
  const becomes = there === null ? same(here) : becomesOf(row, here, there);
  return { row, mine: here, there, ...becomes };
}

/** @param {Key} row @param {any} here @param {any} there */
function becomesOf({ join, asks }, here, there) {
  if (join) {
    return same(join(here, there));
  }
  if (asks === "each") {
    return eachOf(here ?? {}, there);
  }
  if (here === null) {
    return same(there);
  }
  return asks && !isSame(here, there) ? { kept: here, taken: there, differs: 1 } : same(here);
}

/** Whatever is answered. @param {any} value */
function same(value) {
  return { kept: value, taken: value, differs: 0 };
}

/** @param {Record<string, any>} here @param {Record<string, any>} there */
function eachOf(here, there) {
  const differs = Object.keys(there).filter(
    (name) => Object.hasOwn(here, name) && !isSame(here[name], there[name]),
  );
  return { kept: { ...there, ...here }, taken: { ...here, ...there }, differs: differs.length };
}

/** Whatever the order of their names. @param {any} one @param {any} other @returns {boolean} */
export function isSame(one, other) {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) {
    return Object.is(one, other);
  }
  const names = Object.keys(one);
  return (
    Array.isArray(one) === Array.isArray(other) &&
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSame(one[name], other[name]))
  );
}
