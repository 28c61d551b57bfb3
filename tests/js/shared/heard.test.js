import assert from "node:assert/strict";
import { test } from "node:test";

import { hear, heard } from "../../../static/js/shared/heard.js";
import { coming } from "../../../static/js/today/reminders.js";
import { ONE, at } from "../reminders/reminders.js";
import { keeps } from "./device.js";

test("what was answered is not asked about again, and its next time is", () => {
  const store = keeps();
  const now = at(1, 11, 55);
  assert.equal(coming([ONE.drink], at(1, 10, 20), now, heard(store))?.at, at(1, 11, 50));
  hear("drink", store, now);
  assert.equal(coming([ONE.drink], at(1, 10, 20), now, heard(store))?.at, at(1, 13, 20));
});

test("an answer is forgotten after a day, and rubbish is none", () => {
  const store = keeps();
  hear("a", store, at(1, 8));
  hear("b", store, at(2, 9));
  assert.deepEqual(heard(store), { b: at(2, 9) });
  store.setItem("limber.heard", '{"a": "now"}');
  assert.deepEqual(heard(store), {});
});
