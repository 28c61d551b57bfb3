import assert from "node:assert/strict";
import { test } from "node:test";

import { startedAt } from "../../../static/js/cramp/timer.js";
import { keeps, REFUSES } from "../shared/device.js";

const NOW = 1_800_000_000_000;
const MINUTES = 60_000;

test("after a reload it is still running, also when the ten minutes are over", () => {
  const store = keeps({ "limber.cramp": String(NOW) });
  assert.equal(startedAt(store, NOW + 11 * MINUTES), NOW);
});

test("an hour later, or after the clock was set back, it is another cramp", () => {
  const store = keeps({ "limber.cramp": String(NOW) });
  assert.equal(startedAt(store, NOW + 60 * MINUTES), null);
  assert.equal(startedAt(store, NOW - MINUTES), null);
  assert.equal(startedAt(keeps({ "limber.cramp": "rubbish" }), NOW), null);
  assert.equal(startedAt(REFUSES, NOW), null);
});
