// What a device may have, for the tests; by chance, and the same in every run.

import { newOwn } from "../../../../static/js/shared/own.js";
import { ENTRY } from "../../shared/entries.js";
import { ROUTINE } from "../../shared/catalogs.js";

/**
 * @typedef {import("../../shared/random.js").Chance} Chance
 * @typedef {import("../../../../static/js/journal/device/file.js").Data} Data
 */

export const NOW = 1_795_000_000_000;
export const HOUR = 3_600_000;
const CODE = "4k7pq9x2m";
const SEEN = { title: "Back", whatFor: "", notes: "", times: [], steps: ROUTINE.steps };
const SECRET = "s".repeat(22);

/** So few ids that two devices have some in common. @param {Chance} chance @returns {Data} */
export function device(chance) {
  const kept = Object.entries(settings(chance)).filter(() => chance.whole(0, 1));
  return { records: records(chance), settings: Object.fromEntries(kept) };
}

/** @param {Chance} chance */
function records(chance) {
  const many = (/** @type {(i: number) => any} */ make) =>
    [0, 1, 2, 3].filter(() => chance.whole(0, 1)).map(make);
  const later = () => NOW + chance.whole(0, 3);
  return {
    sessions: many((i) => ({ ...ENTRY, id: NOW + i, note: chance.pick(["", "sore", "=1+1"]) })),
    drinks: many((i) => drink(i, 100 * chance.whole(1, 2))),
    sweatTests: many((i) => sweatTest(NOW + i)),
    rounds: many((i) => round(NOW + i)),
    own: many((i) => own(`own${i}`, later())),
    opened: many((i) => opened(i, later(), chance.pick([true, false]))),
    published: many((i) => published(i, later())),
    reminders: many((i) => reminder(`r${i}`)),
  };
}

/** @param {Chance} chance */
function settings(chance) {
  const before = () => NOW - chance.whole(1, 5);
  return {
    screen: { theme: chance.pick(["dark", "sun"]), sound: "off" },
    region: chance.pick(["DE", "CN"]),
    adjusted: { [`routine/${chance.pick(["desk", "run"])}`]: { pace: chance.pick([1, 0.5]) } },
    conditions: [chance.pick(["heart", "knees"]), "doctor"],
    favourites: [chance.pick(["routine/desk", "own/own1"])],
    locked: before(),
    rewarming: before(),
    doctorFirst: chance.pick([
      { answer: "yes", at: 1 },
      { answer: "none", at: 2, limit: 900 },
    ]),
    lastRound: lastRound(before()),
    welcomed: 1,
  };
}

/** One of everything. @returns {Data} */
export function whole() {
  return {
    records: {
      sessions: [ENTRY],
      drinks: [drink(1, 250)],
      sweatTests: [sweatTest(NOW)],
      rounds: [round(NOW)],
      own: [own("own1", NOW)],
      opened: [opened(1, NOW, true)],
      published: [published(1, NOW)],
      reminders: [reminder("r1")],
    },
    settings: {
      screen: { theme: "dark" },
      region: "DE",
      portions: { own: [1, 2, 3].map((n) => ({ ml: n * 100, kind: "water", sodium: null })) },
      adjusted: { "routine/desk": { pace: 0.5 } },
      conditions: ["heart", "doctor"],
      favourites: ["routine/desk"],
      locked: NOW - HOUR,
      rewarming: NOW - HOUR,
      doctorFirst: { answer: "none", at: NOW, limit: 900 },
      lastRound: lastRound(NOW),
      draft: { routine: ROUTINE, link: null, own: "", from: "", secret: "" },
      drafts: [{ routine: ROUTINE, link: null, own: "", from: "", secret: "" }],
      welcomed: 1,
    },
  };
}

/** As this device would have it kept, empty. @returns {Data} */
export function nothing() {
  return { records: {}, settings: {} };
}

/** @param {number} ended */
export function lastRound(ended) {
  const began = ended - HOUR;
  return {
    ...{ kind: "cold", began, seconds: 600, checks: [300], answer: 60, gap: 2, answered: 1 },
    ...{ seen: ended, stopped: { at: ended, why: "whole" }, ended, skin: "usual" },
  };
}

/** @param {number} i @param {number} ml */
function drink(i, ml) {
  return { id: i, at: NOW + i, ml, kind: "water", sodium: null };
}

/** @param {string} id @param {number} changed */
function own(id, changed) {
  const routine = { ...ROUTINE, title: `Changed at ${changed}` };
  return { ...newOwn(routine), id, made: NOW, changed };
}

/** @param {number} i @param {number} changed */
function published(i, changed) {
  const version = changed - NOW + 1;
  return { code: CODE + i, secret: SECRET, version, title: "Mine", changed };
}

/** @param {number} began */
function round(began) {
  return { began, kind: "cold", ended: began + HOUR, seconds: 600, end: "whole", skin: "usual" };
}

/** @param {number} at */
function sweatTest(at) {
  return {
    ...{ at, kind: "run", celsius: 20, minutes: 60, before: 70, after: 69.5 },
    ...{ drunk: 0.5, passed: 0, food: 0 },
  };
}

/** @param {number} i @param {number} at @param {boolean} kept */
function opened(i, at, kept) {
  return {
    code: CODE + i,
    version: 1,
    title: "Back",
    opened: at,
    kept,
    seenVersion: 1,
    seen: SEEN,
  };
}

/** @param {string} id */
function reminder(id) {
  return {
    ...{ id, kind: "routine", on: true, at: NOW, from: null, to: null, every: null },
    ...{ time: "07:30", days: [1, 3], slug: "desk", minutes: null },
  };
}
