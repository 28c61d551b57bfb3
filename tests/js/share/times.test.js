import assert from "node:assert/strict";
import { test } from "node:test";
import { isAsSuggested, remindersOf, suggested } from "../../../static/js/share/times.js";
import { codeOfShared, isClosed, keepReminder } from "../../../static/js/shared/reminders.js";
import { ONE } from "../reminders/reminders.js";
import { shelf } from "../shared/shelves.js";

const CODE = "k3m9t2x7qd";
const TIMES = [
  { at: "07:30", days: [1, 3, 5] },
  { at: "18:00", days: [1, 2, 3, 4, 5, 6, 7] },
];
const MADE = suggested(TIMES, CODE, 1_795_000_000_000);

test("each time becomes a reminder that can be kept, and names the routine", async () => {
  for (const each of MADE) {
    assert.equal(await keepReminder(each, shelf()), true);
  }
  assert.deepEqual(
    MADE.map(({ time, days, slug }) => [time, days, codeOfShared(slug)]),
    TIMES.map(({ at, days }) => [at, days, CODE]),
  );
  assert.equal(codeOfShared("back-mobility"), null);
});

test("whether they are as suggested is seen whatever their order, and off counts as not", () => {
  const own = remindersOf([ONE.routine, ONE.drink, ...MADE.toReversed()], CODE);
  assert.equal(own.length, 2);
  assert.equal(isAsSuggested(own, TIMES), true);
  assert.equal(isAsSuggested(own, TIMES.slice(1)), false);
  assert.equal(isAsSuggested([{ ...own[0], on: false }, own[1]], TIMES), false);
});

test("while an emergency sign stands they are closed, as all that calls to move", () => {
  assert.equal(isClosed(MADE[0], { drinks: true, locked: true }), true);
  assert.equal(isClosed(MADE[0], { drinks: false }), false);
});
