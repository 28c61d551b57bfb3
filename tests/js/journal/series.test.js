import assert from "node:assert/strict";
import { test } from "node:test";

import { drunk, minutes, pains, rangeStart } from "../../../static/js/journal/series.js";
import { dayNumber } from "../../../static/js/journal/week.js";
import { ENTRY } from "../shared/entries.js";

const TODAY = dayNumber(new Date(2026, 10, 27, 12).getTime());
const READER = { today: TODAY, first: 1 };

/** So many days ago. @param {number} ago @param {number} hour */
function at(ago, hour = 7) {
  return new Date(2026, 10, 27 - ago, hour).getTime();
}

/** @param {number} ago @param {Partial<typeof ENTRY>} parts */
function session(ago, parts = {}) {
  return { ...ENTRY, id: at(ago), seconds: 600, ...parts };
}

/** @param {number} ago @param {number} ml @param {number} hour */
function drink(ago, ml, hour = 9) {
  const kind = /** @type {const} */ ("water");
  return { id: at(ago, hour), at: at(ago, hour), ml, kind, sodium: null };
}

test("twelve weeks are twelve bars, the last of them this week, empty ones too", () => {
  const { unit, places, sessions } = minutes(
    [session(0), session(1), session(20)],
    "12-weeks",
    READER,
  );
  assert.equal(unit, "week");
  const [values, last] = [places.map(({ values: [value] }) => value), places[11]];
  assert.deepEqual(values, [0, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0, 20]);
  assert.equal(last.from, dayNumber(at(4)));
  assert.deepEqual(sessions.slice(-4), [1, 0, 0, 2]);
});

test("a year is by week; more weeks than a phone can show are by month", () => {
  assert.equal(minutes([session(0)], "year", READER).places.length, 52);
  const three = minutes([session(0), session(3 * 365)], "all", READER);
  assert.equal(three.unit, "month");
  assert.equal(three.places.length, 37);
  assert.equal(minutes([session(0), session(300)], "all", READER).unit, "week");
});

test("everything begins with the first session; of none, today", () => {
  assert.equal(rangeStart("all", [TODAY - 400, TODAY], READER), TODAY - 400);
  assert.equal(rangeStart("all", [], READER), TODAY);
  assert.equal(rangeStart("14-days", [], READER), TODAY - 13);
});

test("sums keep every session of their time, and none of before", () => {
  const entries = [...Array(1000).keys()].map((ago) => session(ago));
  const { places } = minutes(entries, "all", READER);
  assert.equal(
    places.reduce((sum, { values: [value] }) => sum + value, 0),
    10_000,
  );
  const year = minutes(entries, "year", READER);
  const days = TODAY - year.places[0].from + 1;
  assert.equal(
    year.places.reduce((sum, { values: [value] }) => sum + value, 0),
    10 * days,
  );
});

test("drinks of a day are summed, a day without any has none", () => {
  const { unit, places } = drunk(
    [drink(0, 250), drink(0, 500, 8), drink(2, 300)],
    "14-days",
    READER,
  );
  assert.equal(unit, "day");
  assert.equal(places.length, 14);
  assert.deepEqual(
    places.slice(-3).map(({ values }) => values),
    [[300], [], [750]],
  );
});

test("of longer times it is the mean of the days with something logged", () => {
  const found = drunk([drink(0, 1000), drink(1, 500), drink(1, 500, 10)], "12-weeks", READER);
  assert.equal(found.unit, "week");
  assert.deepEqual(found.places[11].values, [1000]);
});

test("each session with pain noted is a dumbbell, the oldest first", () => {
  const found = pains(
    [session(0), session(1, { before: null, after: null }), session(2, { before: null })],
    "12-weeks",
    READER,
  );
  assert.equal(found.unit, "session");
  assert.deepEqual(
    found.places.map(({ before, after }) => [before, after]),
    [
      [null, 2],
      [3, 2],
    ],
  );
});

test("of more than fit it is the mean of each week, only of what was given", () => {
  const entries = [...Array(60).keys()].map((ago) =>
    session(ago, { before: ago % 2 ? 2 : 4, after: ago === 0 ? null : 1 }),
  );
  const { unit, places } = pains(entries, "12-weeks", READER);
  assert.equal(unit, "week");
  const { before, after } = places[places.length - 1];
  assert.deepEqual([before, after], [(4 + 2 + 4 + 2 + 4) / 5, 1]);
});

test("of three years it is months", () => {
  const entries = [...Array(1095).keys()].map((ago) => session(ago));
  const { unit, places } = pains(entries, "all", READER);
  assert.equal(unit, "month");
  assert.equal(places.length, 37);
});
