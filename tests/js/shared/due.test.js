import assert from "node:assert/strict";
import { test } from "node:test";

import { hoursOf, inMinutes, local, nextDue, ruleOf } from "../../../static/js/shared/due.js";
import { at, ONE } from "../reminders/reminders.js";

test("a drink is asked for so long after the last one, within its hours only", () => {
  const lastDrink = at(1, 10, 20);
  assert.equal(nextDue(ONE.drink, lastDrink, at(1, 10, 30)), at(1, 11, 50));
  assert.equal(nextDue(ONE.drink, lastDrink, at(1, 11, 50)), at(1, 13, 20));
  const night = nextDue(ONE.drink, at(1, 17), at(1, 17, 1));
  assert.ok(Number(night) >= at(2, 9) && Number(night) < at(2, 10, 30), String(night));
});

test("without a drink it counts from when it was made", () => {
  assert.equal(nextDue(ONE.drink, null, at(1, 8)), at(1, 9, 30));
});

test("a window over midnight goes on into the next day", () => {
  assert.deepEqual(hoursOf(22, 2), [0, 1, 22, 23]);
  assert.deepEqual(hoursOf(9, 18), [9, 10, 11, 12, 13, 14, 15, 16, 17]);
  assert.equal(hoursOf(0, 24).length, 24);
  assert.equal(hoursOf(9, 9).length, 24);
});

test("a routine is due on its days at its time", () => {
  assert.equal(nextDue(ONE.routine, null, at(1, 7)), at(1, 7, 30));
  assert.equal(nextDue(ONE.routine, null, at(1, 7, 30)), at(3, 7, 30));
  assert.equal(nextDue(ONE.routine, null, at(3, 8)), at(6, 7, 30));
});

test("around a session it asks half an hour before, and at its end", () => {
  assert.equal(nextDue(ONE.electrolytes, null, at(1, 9)), at(2, 9, 30));
  assert.equal(nextDue(ONE.electrolytes, null, at(2, 9, 30)), at(2, 12));
  assert.equal(nextDue(ONE.electrolytes, null, at(2, 12)), null);
});

test("one that is for a moment is over after it; one that is off is never due", () => {
  assert.equal(nextDue(ONE.once, null, at(1, 9)), at(1, 9, 15));
  assert.equal(nextDue(ONE.once, null, at(1, 9, 15)), null);
  assert.equal(nextDue({ ...ONE.routine, on: false }, null, at(1, 7)), null);
});

for (const [kind, lastDrink, rule, anchor] of /** @type {const} */ ([
  [
    "drink",
    at(1, 10, 20),
    "FREQ=MINUTELY;INTERVAL=90;BYHOUR=9,10,11,12,13,14,15,16,17",
    "2026-07-01T11:50:00",
  ],
  ["routine", null, "FREQ=WEEKLY;BYDAY=MO,WE,FR;BYHOUR=7;BYMINUTE=30", "2026-07-01T07:30:00"],
  ["electrolytes", null, "FREQ=MINUTELY;INTERVAL=150;COUNT=2", "2026-07-02T09:30:00"],
  ["compress", null, "FREQ=DAILY;COUNT=1", "2026-07-01T12:00:00"],
  ["once", null, "FREQ=DAILY;COUNT=1", "2026-07-01T09:15:00"],
])) {
  test(`${kind} as a rule says nothing of what it is about`, () => {
    assert.deepEqual(ruleOf(ONE[kind], lastDrink), { rule, anchor });
  });
}

test("in some minutes is a whole minute, and never earlier", () => {
  assert.equal(inMinutes(1, at(1, 10, 20)), at(1, 10, 21));
  assert.equal(inMinutes(1, at(1, 10, 20) + 1), at(1, 10, 22));
});

test("it is told in the zone that the server has, wherever the device is", () => {
  const noon = Date.UTC(2026, 6, 1, 12);
  assert.equal(local(noon, "Asia/Tokyo"), "2026-07-01T21:00:00");
  assert.equal(local(noon, "America/New_York"), "2026-07-01T08:00:00");
});

test("a local time has no zone", () => {
  assert.equal(local(at(1, 8, 5)), "2026-07-01T08:05:00");
});

test("about drinks nothing is asked once the answer about doctors is too old", () => {
  const drinks = Date.UTC(2026, 8, 29, 8, 0, 0, 5);
  const { rule } = ruleOf(ONE.drink, at(1, 10, 20), { drinks });
  assert.equal(rule.split(";").at(-1), "UNTIL=20260929T080000Z");
});
