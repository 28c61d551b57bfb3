import assert from "node:assert/strict";
import { test } from "node:test";

import { beginSwim, endSwim, isLate, swimNow } from "../../../static/js/shared/swimming.js";
import { keeps, REFUSES } from "./device.js";

const SINCE = new Date(2026, 6, 1, 10, 0).getTime();
const SWIM = { since: SINCE, where: "North beach", out: "10:30", cold: true };
const MINUTES = 60_000;

test("a swim goes on until somebody is out", () => {
  const store = keeps();
  assert.equal(swimNow(store, SINCE), null);
  assert.equal(beginSwim(SWIM, store), true);
  assert.deepEqual(swimNow(store, SINCE + 20 * MINUTES), SWIM);
  endSwim(store);
  assert.equal(swimNow(store, SINCE + 20 * MINUTES), null);
});

test("of yesterday nobody is in the water", () => {
  const store = keeps({ "limber.swimming": JSON.stringify(SWIM) });
  assert.equal(swimNow(store, SINCE + 24 * 60 * MINUTES), null);
});

test("it is late once the time to be out by has passed, also over midnight", () => {
  assert.equal(isLate(SWIM, SINCE + 30 * MINUTES), false);
  assert.equal(isLate(SWIM, SINCE + 30 * MINUTES + 1), true);
  const night = { ...SWIM, since: new Date(2026, 6, 1, 23, 50).getTime(), out: "00:10" };
  assert.equal(isLate(night, night.since + 20 * MINUTES), false);
  assert.equal(isLate(night, night.since + 21 * MINUTES), true);
});

test("what is damaged, or refused, is no swim", () => {
  for (const kept of ["rubbish", "{}", '{"since": "x"}', '{"since": 1, "where": 2, "out": "1"}']) {
    assert.equal(swimNow(keeps({ "limber.swimming": kept }), SINCE), null, kept);
  }
  assert.equal(swimNow(REFUSES, SINCE), null);
  assert.equal(beginSwim(SWIM, REFUSES), false);
});
