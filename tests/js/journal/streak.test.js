import assert from "node:assert/strict";
import { test } from "node:test";

import { counts, streak } from "../../../static/js/journal/streak.js";
import { ENTRY } from "../shared/entries.js";

const NOW = new Date(2026, 10, 24, 9, 30).getTime();

/** A session so many days ago. @param {number} ago @param {Partial<typeof ENTRY>} parts */
function done(ago, parts = {}) {
  return { ...ENTRY, id: new Date(2026, 10, 24 - ago, 7).getTime(), ...parts };
}

/** @param {...number} ago */
function row(...ago) {
  return streak(
    ago.map((each) => done(each)),
    NOW,
  );
}

test("no session is no day", () => {
  assert.equal(row(), 0);
});

test("days with a session are counted, two on one day once", () => {
  assert.equal(row(0, 1, 1, 2), 3);
});

test("two days of rest in between do not end the row, three do", () => {
  assert.equal(row(0, 3, 6), 3);
  assert.equal(row(0, 4, 5), 1);
});

test("today is not over: a row goes on until a third day of rest is over", () => {
  assert.equal(row(3, 4), 2);
  assert.equal(row(4, 5), 0);
});

test("days are those of the calendar, also where clocks were changed", () => {
  const late = { ...ENTRY, id: new Date(2026, 2, 28, 23, 50).getTime() };
  const next = { ...ENTRY, id: new Date(2026, 2, 31, 0, 10).getTime() };
  assert.equal(streak([late, next], new Date(2026, 2, 31, 12).getTime()), 2);
});

test("what ended badly, or before its first step, counts for no day", () => {
  assert.equal(counts(done(0, { after: 4 })), false);
  assert.equal(counts(done(0, { before: 1, after: 3 })), false);
  assert.equal(counts(done(0, { signs: true })), false);
  assert.equal(counts(done(0, { early: true, steps: 0 })), false);
  assert.equal(counts(done(0, { early: true, steps: 1 })), true);
  assert.equal(streak([done(0, { signs: true }), done(1)], NOW), 1);
});

test("a day on which another session went well counts all the same", () => {
  assert.equal(streak([done(0, { signs: true }), done(0)], NOW), 1);
});

test("what a clock that was set back has put into the future is no day yet", () => {
  assert.equal(row(-2, 0), 1);
});
