import assert from "node:assert/strict";
import { test } from "node:test";

import { faults, message } from "../../../static/js/swim/message.js";

const PLAN = { where: " North beach ", in: "10:00", turn: "10:10", out: "10:20" };
const WORDS = { message: "%(where)s: %(in)s, %(turn)s, %(out)s" };
const NOW = "09:55";

test("a plan needs a place and three times, each after the one before", () => {
  assert.deepEqual(faults(PLAN, NOW), []);
  const nothing = { where: " ", in: "", turn: "", out: "" };
  assert.deepEqual(faults(nothing, NOW), ["where", "in", "turn", "out"]);
  assert.deepEqual(faults({ ...PLAN, turn: "10:00" }, NOW), ["turn"]);
  assert.deepEqual(faults({ ...PLAN, turn: "09:59" }, NOW), ["turn"]);
  assert.deepEqual(faults({ ...PLAN, out: "10:10" }, NOW), ["out"]);
});

test("nobody is out by a time that has passed", () => {
  assert.deepEqual(faults(PLAN, "10:19"), []);
  assert.deepEqual(faults(PLAN, "10:20"), ["out"]);
});

test("the message holds the time to turn back, the way its reader writes times", () => {
  const english = message(PLAN, { locale: "en-GB", words: WORDS });
  assert.equal(english, "North beach: 10:00, 10:10, 10:20");
  const arabic = message(PLAN, { locale: "ar-u-nu-arab", words: WORDS });
  assert.match(arabic, /١٠:١٠/);
});
