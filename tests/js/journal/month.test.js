import assert from "node:assert/strict";
import { test } from "node:test";

import { byDay, later, monthOf, weekOf, weeks } from "../../../static/js/journal/month.js";
import { dayNumber } from "../../../static/js/journal/week.js";
import { ENTRY } from "../shared/entries.js";

const MONDAY = 1;
const NOVEMBER = { year: 2026, month: 10 };

/** @param {number} day @param {number} hour */
function at(day, hour = 7) {
  return new Date(2026, 10, day, hour).getTime();
}

const ENTRIES = [
  { ...ENTRY, id: at(3), seconds: 600 },
  { ...ENTRY, id: at(3, 20), seconds: 1200 },
  { ...ENTRY, id: at(5), seconds: 3600 },
];

test("what was done is summed by the day of its beginning", () => {
  const done = byDay(ENTRIES);
  assert.deepEqual(done.get(dayNumber(at(3))), { seconds: 1800, sessions: 2 });
  assert.equal(done.get(dayNumber(at(4))), undefined);
});

test("a month is whole weeks; what is of another month is marked", () => {
  const found = weeks(NOVEMBER, byDay(ENTRIES), { today: dayNumber(at(5)), first: MONDAY });
  assert.equal(found.length, 6);
  assert.ok(found.every((week) => week.length === 7));
  const flat = found.flat();
  assert.equal(flat.filter(({ isOfMonth }) => isOfMonth).length, 30);
  assert.deepEqual(
    flat.filter(({ isToday }) => isToday).map(({ day }) => day),
    [dayNumber(at(5))],
  );
  assert.ok(flat.every(({ day, isFuture }) => isFuture === day > dayNumber(at(5))));
});

test("the highest bar is the longest day, but two minutes are no mountain", () => {
  const reader = { today: dayNumber(at(30)), first: MONDAY };
  const parts = weeks(NOVEMBER, byDay(ENTRIES), reader).flat();
  assert.deepEqual(
    parts.filter(({ part }) => part).map(({ part }) => part),
    [0.5, 1],
  );
  const short = byDay([{ ...ENTRY, id: at(3), seconds: 180 }]);
  assert.equal(
    Math.max(
      ...weeks(NOVEMBER, short, reader)
        .flat()
        .map(({ part }) => part),
    ),
    0.1,
  );
});

test("months follow each other across the year", () => {
  assert.deepEqual(later(NOVEMBER, 2), { year: 2027, month: 0 });
  assert.deepEqual(later({ year: 2026, month: 0 }, -1), { year: 2025, month: 11 });
  assert.deepEqual(monthOf(dayNumber(at(30, 23))), NOVEMBER);
});

test("a week has its seven days and their sums, and nothing of the week before", () => {
  const week = weekOf(byDay(ENTRIES), dayNumber(at(5)), MONDAY);
  assert.deepEqual(week.days, [0, 1800, 0, 3600, 0, 0, 0]);
  assert.deepEqual([week.seconds, week.sessions, week.start], [5400, 3, dayNumber(at(2))]);
  assert.equal(weekOf(byDay(ENTRIES), dayNumber(at(9)), MONDAY).sessions, 0);
});
