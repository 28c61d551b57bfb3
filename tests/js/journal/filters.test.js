import assert from "node:assert/strict";
import { test } from "node:test";

import {
  ALL,
  dayOfText,
  dayText,
  fitting,
  format,
  isFilter,
  parse,
} from "../../../static/js/journal/filters.js";
import { ENTRY } from "../shared/entries.js";

const NOW = new Date(2026, 10, 24, 9, 30).getTime();

/** @param {number} ago days */
function before(ago) {
  return new Date(2026, 10, 24 - ago, 7).getTime();
}

/** @param {Partial<typeof ALL>} filter @param {Partial<typeof ENTRY>} parts */
function fits(filter, parts) {
  return fitting({ ...ALL, ...filter }, NOW)({ ...ENTRY, id: before(0), ...parts });
}

test("a filter stands after # and is read from there again", () => {
  const filter = {
    ...ALL,
    kind: "own",
    name: "own/a1",
    pain: "1",
    period: "30",
    day: "2026-05-09",
  };
  assert.equal(format(filter), "kind=own&name=own/a1&pain=1&period=30&day=2026-05-09");
  assert.deepEqual(parse(`#${format(filter)}`), filter);
  assert.equal(format(ALL), "");
  assert.deepEqual(parse(""), ALL);
});

test("what cannot be chosen is left out", () => {
  const hash = "#kind=swim&name=own/<b>&pain=2&period=8&day=2026-13-45&else=1";
  assert.deepEqual(parse(hash), ALL);
});

test("a place on the page is no filter", () => {
  assert.equal(isFilter("#device"), false);
  assert.equal(isFilter("#main"), false);
  assert.equal(isFilter("#kind=own"), true);
  assert.equal(isFilter(""), true);
});

test("by kind and by name", () => {
  assert.equal(fits({ kind: "own" }, { kind: "own" }), true);
  assert.equal(fits({ kind: "own" }, { kind: "routine" }), false);
  assert.equal(fits({ name: "routine/desk" }, { slug: "desk" }), true);
  assert.equal(fits({ name: "own/desk" }, { slug: "desk" }), false);
});

test("with pain noted, before or after, also where it was none", () => {
  assert.equal(fits({ pain: "1" }, { before: 0, after: null }), true);
  assert.equal(fits({ pain: "1" }, { before: null, after: 0 }), true);
  assert.equal(fits({ pain: "1" }, { before: null, after: null }), false);
});

test("a period is so many days, today among them", () => {
  assert.equal(fits({ period: "7" }, { id: before(6) }), true);
  assert.equal(fits({ period: "7" }, { id: before(7) }), false);
});

test("one day alone", () => {
  assert.equal(fits({ day: "2026-11-23" }, { id: before(1) }), true);
  assert.equal(fits({ day: "2026-11-23" }, { id: before(0) }), false);
  assert.equal(dayText(dayOfText("2026-05-09")), "2026-05-09");
});
