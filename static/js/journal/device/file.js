// The file of a device: what is written to it, and what is read from one, looked at as a whole before
// anything of it is believed. Pure.

import { KEYS, RECORDS, holding, textOf } from "../../shared/device_data.js";

/**
 * @typedef {{ records: Record<string, any[]>, settings: Record<string, any> }} Data by their names
 * @typedef {{ why: string, field?: string }} Fault `why` names what to do about it
 * @typedef {{ data: Data, faults: [] } | { data: null, faults: Fault[] }} Read
 */

export const FORMAT = "limber-device";
export const VERSION = 1;
export const MOST_BYTES = 5_000_000;
/** Of one kind: somebody who drinks twenty times a day takes ten years for so many. */
export const MOST_RECORDS = 80_000;
/** Longer than any text that Limber lets one write. */
export const MOST_SIGNS = 10_000;
export const MOST_DEEP = 8;
const ENDING = ".limber-data.json";
// Enough to see what kind of thing is wrong.
const MOST_FAULTS = 5;
const ROUTINE = "limber-routine";
/** @type {Record<import("../../shared/device_data.js").Type, (value: any) => boolean>} */
const TYPES = {
  number: Number.isFinite,
  text: (value) => typeof value === "string",
  list: Array.isArray,
  record: isRecord,
};

/** @param {Data} data @param {Date} now */
export function written({ records, settings }, now) {
  const file = { format: FORMAT, version: VERSION, exported: isoTime(now), records, settings };
  return `${JSON.stringify(file)}\n`;
}

/** @param {Date} now */
export function fileName(now) {
  return `limber-${isoTime(now).slice(0, 10)}${ENDING}`;
}

/** As the clock of the device shows it, and how far that is from UTC. @param {Date} moment */
export function isoTime(moment) {
  const ahead = -moment.getTimezoneOffset();
  const local = new Date(moment.getTime() + ahead * 60_000).toISOString().slice(0, 19);
  const [hours, minutes] = [Math.trunc(Math.abs(ahead) / 60), Math.abs(ahead) % 60];
  return `${local}${ahead < 0 ? "-" : "+"}${two(hours)}:${two(minutes)}`;
}

/** @param {number} part */
function two(part) {
  return String(part).padStart(2, "0");
}

/** @param {string} text @param {number} now @returns {Read} */
export function readText(text, now) {
  if (text.length > MOST_BYTES) {
    return wrong({ why: "size" });
  }
  const found = parsed(text);
  const [fault] = headFaults(found);
  if (fault) {
    return wrong(fault);
  }
  const faults = firsts(bodyFaults(found, now), MOST_FAULTS);
  return faults.length > 0 ? wrong(...faults) : { data: dataOf(found, now), faults: [] };
}

/** What every file says of itself. @param {any} found @returns {Generator<Fault>} */
function* headFaults(found) {
  if (found === undefined) {
    yield { why: "damaged" };
  } else if (found?.format === ROUTINE) {
    yield { why: "routine" };
  } else if (found?.format !== FORMAT) {
    yield { why: "foreign" };
  } else if (!Number.isInteger(found.version) || found.version < 1) {
    yield { why: "field", field: "version" };
  } else if (found.version > VERSION) {
    yield { why: "newer" };
  }
}

/** @param {any} found @param {number} now @returns {Generator<Fault>} */
function* bodyFaults({ records = {}, settings = {} }, now) {
  yield* unknown(records, RECORDS, "records");
  yield* unknown(settings, KEYS, "settings");
  for (const kind of RECORDS) {
    yield* recordFaults(records?.[kind.name] ?? [], kind);
  }
  for (const row of KEYS) {
    yield* keyFaults(settings?.[row.name] ?? null, row, now);
  }
}

/** What this Limber has no name for would be lost without a word. @param {any} part @param {{ name: string }[]} known @param {string} field @returns {Generator<Fault>} */
function* unknown(part, known, field) {
  if (!isRecord(part)) {
    yield { why: "field", field };
  } else if (Object.keys(part).some((name) => known.every((each) => each.name !== name))) {
    yield { why: "newer" };
  }
}

/** @param {any} list @param {import("../../shared/device_data.js").Kind} kind @returns {Generator<Fault>} */
function* recordFaults(list, { name, isRight }) {
  const field = `records.${name}`;
  if (!Array.isArray(list)) {
    yield { why: "field", field };
  } else if (list.length > MOST_RECORDS) {
    yield { why: "many", field };
  } else {
    for (const [i, each] of list.entries()) {
      if (!isModest(each) || !isRight(each)) {
        yield { why: "field", field: `${field}.${i}` };
      }
    }
  }
}

/** Nothing is kept of it: of another kind, over, or never said. @param {any} value @param {import("../../shared/device_data.js").Key} row @param {number} now @returns {Generator<Fault>} */
function* keyFaults(value, row, now) {
  if (
    value !== null &&
    (!TYPES[row.type](value) || !isModest(value) || !isReadable(value, row, now))
  ) {
    yield { why: "field", field: `settings.${row.name}` };
  }
}

/** @param {any} value @param {import("../../shared/device_data.js").Key} row @param {number} now */
function isReadable(value, row, now) {
  try {
    valueOf(value, row, now);
    return true;
  } catch {
    return false;
  }
}

/** Without what is over, and what cannot have been chosen. @param {any} found @param {number} now @returns {Data} */
function dataOf({ records = {}, settings = {} }, now) {
  const lists = RECORDS.map(({ name }) => [name, records[name] ?? []]);
  const values = KEYS.map((row) => [row.name, valueOf(settings[row.name] ?? null, row, now)]);
  return {
    records: Object.fromEntries(lists),
    settings: Object.fromEntries(values.filter(([, value]) => value !== null)),
  };
}

/** As whoever uses it would read it. @param {any} value @param {import("../../shared/device_data.js").Key} row @param {number} now */
function valueOf(value, row, now) {
  return value === null ? null : row.read(holding(row.key, textOf(row, value)), now);
}

/** No text without an end, and nothing within itself for ever. @param {any} value @param {number} depth @returns {boolean} */
function isModest(value, depth = 0) {
  if (typeof value === "string") {
    return value.length <= MOST_SIGNS;
  }
  if (typeof value !== "object" || value === null) {
    return true;
  }
  return (
    depth < MOST_DEEP &&
    Object.entries(value).every(
      ([name, each]) => name.length <= MOST_SIGNS && isModest(each, depth + 1),
    )
  );
}

/** @param {string} text @returns {any} undefined where it cannot be read */
function parsed(text) {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return undefined;
  }
}

/** @param {any} value */
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @template T @param {Iterable<T>} all @param {number} most @returns {T[]} */
function firsts(all, most) {
  const found = [];
  for (const each of all) {
    found.push(each);
    if (found.length === most) {
      break;
    }
  }
  return found;
}

/** @param {Fault[]} faults @returns {Read} */
function wrong(...faults) {
  return { data: null, faults };
}
