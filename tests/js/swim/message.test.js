import assert from "node:assert/strict";
import { test } from "node:test";

import { faults, message } from "../../../static/js/swim/message.js";

const PLAN = { where: " North beach ", in: "10:00", turn: "10:10", out: "10:20" };
const WORDS = { message: "%(where)s: %(in)s, %(turn)s, %(out)s" };

test("a plan needs a place and three times, each after the one before", () => {
  assert.deepEqual(faults(PLAN), []);
  assert.deepEqual(faults({ where: " ", in: "", turn: "", out: "" }), [
    "where",
    "in",
    "turn",
    "out",
  ]);
  assert.deepEqual(faults({ ...PLAN, turn: "10:00" }), ["turn"]);
  assert.deepEqual(faults({ ...PLAN, turn: "09:59" }), ["turn"]);
  assert.deepEqual(faults({ ...PLAN, out: "10:10" }), ["out"]);
});

test("the message holds the time to turn back, the way its reader writes times", () => {
  assert.equal(
    message(PLAN, { locale: "en-GB", words: WORDS }),
    "North beach: 10:00, 10:10, 10:20",
  );
  const arabic = message(PLAN, { locale: "ar-u-nu-arab", words: WORDS });
  assert.match(arabic, /١٠:١٠/);
});
