import assert from "node:assert/strict";
import { test } from "node:test";

import {
  beginRewarming,
  endRewarming,
  rewarmingSince,
} from "../../../static/js/shared/rewarming.js";
import { keeps, REFUSES } from "./device.js";

const NOW = 1_800_000_000_000;
const HOURS = 3_600_000;

test("it is kept from when somebody came out until they are warm", () => {
  const store = keeps();
  assert.equal(rewarmingSince(store, NOW), null);
  assert.equal(beginRewarming(store, NOW), true);
  assert.equal(rewarmingSince(store, NOW + 600_000), NOW);
  endRewarming(store);
  assert.equal(rewarmingSince(store, NOW + 600_000), null);
});

test("nobody gets warm for a day, and a clock that was set back ends nothing", () => {
  const store = keeps({ "limber.rewarming": String(NOW) });
  assert.equal(rewarmingSince(store, NOW + 24 * HOURS - 1), NOW);
  assert.equal(rewarmingSince(store, NOW + 24 * HOURS), null);
  assert.equal(rewarmingSince(store, NOW - HOURS), NOW - HOURS);
});

test("a browser that keeps nothing says so and breaks nothing", () => {
  assert.equal(beginRewarming(REFUSES, NOW), false);
  assert.equal(rewarmingSince(REFUSES, NOW), null);
  assert.equal(rewarmingSince(keeps({ "limber.rewarming": "rubbish" }), NOW), null);
});
