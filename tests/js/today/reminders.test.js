import assert from "node:assert/strict";
import { test } from "node:test";

import { coming } from "../../../static/js/today/reminders.js";
import { at, ONE } from "../reminders/reminders.js";

const ALL = Object.values(ONE);

test("what has been due within an hour comes first, and says so", () => {
  const found = coming(ALL, at(1, 8, 30), at(1, 9, 30));
  assert.deepEqual([found?.reminder.kind, found?.at, found?.isDue], ["once", at(1, 9, 15), true]);
});

test("a drink that was logged is not asked for any more", () => {
  const drink = [ONE.drink];
  assert.equal(coming(drink, at(1, 10), at(1, 11, 45))?.isDue, true);
  assert.equal(coming(drink, at(1, 11, 40), at(1, 11, 45))?.isDue, false);
});

test("else it is the next of this day, and nothing of another", () => {
  assert.equal(coming(ALL, null, at(1, 10, 31))?.at, at(1, 11));
  assert.equal(coming([ONE.routine, ONE.electrolytes], null, at(1, 10)), null);
});
