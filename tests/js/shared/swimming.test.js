import assert from "node:assert/strict";
import { test } from "node:test";

import {
  beginSwim,
  endSwim,
  forgetSwim,
  isLate,
  swimNow,
} from "../../../static/js/shared/swimming.js";
import { keeps, REFUSES } from "./device.js";

const SINCE = new Date(2026, 6, 1, 10, 0).getTime();
const SWIM = { since: SINCE, where: "North beach", out: "10:30", cold: true };
const MINUTES = 60_000;

test("a swim goes on until somebody is out, and is told of for an hour", () => {
  const store = keeps();
  assert.equal(swimNow(store, SINCE), null);
  assert.equal(beginSwim(SWIM, store), true);
  assert.deepEqual(swimNow(store, SINCE + 20 * MINUTES), { ...SWIM, ended: null });
  const out = SINCE + 25 * MINUTES;
  endSwim(store, out);
  endSwim(store, out + MINUTES);
  assert.equal(swimNow(store, out + 2 * MINUTES)?.ended, out);
  assert.equal(swimNow(store, out + 60 * MINUTES), null);
  forgetSwim(store);
  assert.equal(swimNow(store, out), null);
});

test("of yesterday nobody is in the water", () => {
  const store = keeps();
  beginSwim(SWIM, store);
  assert.equal(swimNow(store, SINCE + 24 * 60 * MINUTES), null);
});

test("it is late once the time to be out by has passed", () => {
  const swim = { ...SWIM, ended: null };
  assert.equal(isLate(swim, SINCE + 30 * MINUTES), false);
  assert.equal(isLate(swim, SINCE + 30 * MINUTES + 1), true);
});

test("what is damaged, or refused, is no swim", () => {
  const times = ["25:00", "soon", "1030", 10].map((out) => JSON.stringify({ ...SWIM, out }));
  for (const kept of ["rubbish", "{}", '{"since": "x"}', ...times]) {
    assert.equal(swimNow(keeps({ "limber.swimming": kept }), SINCE), null, kept);
  }
  assert.equal(swimNow(REFUSES, SINCE), null);
  assert.equal(beginSwim(SWIM, REFUSES), false);
});
