import assert from "node:assert/strict";
import { test } from "node:test";

import { effects, lately, lines, rows } from "../../../../static/js/journal/device/inventory.js";
import { plan } from "../../../../static/js/journal/device/merge.js";
import { ENTRY } from "../../shared/entries.js";
import { NOW, nothing, whole } from "./data.js";

const forms = (/** @type {string} */ name) => ({ one: `%(n)s ${name}`, other: `%(n)s ${name}s` });
const NAMES = [
  "sessions",
  "drinks",
  "sweatTests",
  "rounds",
  "own",
  "opened",
  "published",
  "reminders",
];
const GUIDE = {
  ...{ locale: "en", page: "", mine: "", names: {}, faults: {} },
  counts: Object.fromEntries(
    [...NAMES, "favourites", "conditions"].map((name) => [name, forms(name)]),
  ),
  words: { settings: "Your settings", drafts: "Drafts" },
};

test("what is here is counted, by the plural of the language", () => {
  const some = { records: { sessions: Array(1200).fill(ENTRY), drinks: [1] }, settings: {} };
  assert.deepEqual(lines(some, GUIDE), ["1,200 sessionss", "1 drinks"]);
  const arabic = {
    ...GUIDE,
    locale: "ar-u-nu-arab",
    counts: { sessions: { two: "جلستان", other: "?" } },
  };
  assert.deepEqual(lines({ records: { sessions: [1, 2] }, settings: {} }, arabic), ["جلستان"]);
});

test("of what is chosen only lists are counted", () => {
  const { settings } = whole();
  const named = lines({ records: {}, settings }, GUIDE);
  assert.deepEqual(named, ["1 favourites", "2 conditionss", "Drafts", "Your settings"]);
  assert.deepEqual(lines({ records: {}, settings: { welcomed: 1, locked: NOW } }, GUIDE), []);
});

test("what another device brings is a table, lists of what is chosen among it", () => {
  const found = rows(plan(nothing(), whole()));
  assert.deepEqual(found.at(-1), { name: "favourites", fresh: 1, newer: 0, same: 0 });
  assert.equal(found.length, NAMES.length + 2);
  assert.deepEqual(rows(plan(nothing(), nothing())), []);
});

test("what else comes of it is named", () => {
  assert.deepEqual(effects(plan(nothing(), { records: {}, settings: { locked: NOW } })), [
    "locked",
  ]);
  const mine = { records: {}, settings: { doctorFirst: { answer: "none", at: 1 } } };
  const theirs = { records: {}, settings: { doctorFirst: { answer: "yes", at: 1 } } };
  assert.deepEqual(effects(plan(mine, theirs)), ["doctorFirst"]);
  assert.deepEqual(effects(plan(whole(), whole())), []);
});

test("what was done lately leaves out the rest, and drafts that were before", () => {
  const { records, settings } = whole();
  const old = { ...ENTRY, id: NOW - 10 };
  const short = lately(
    { records: { ...records, sessions: [...records.sessions, old] }, settings },
    NOW,
  );
  assert.deepEqual(short.records.sessions, [ENTRY]);
  assert.deepEqual(short.records.own, records.own);
  assert.equal(short.settings.drafts, undefined);
  assert.deepEqual(short.settings.draft, settings.draft);
});
