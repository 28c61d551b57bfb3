import assert from "node:assert/strict";
import { test } from "node:test";

import { breathAt } from "../../../static/js/cramp/breathing.js";

const BREATH = { inward: 4, outward: 6 };

test("it fills while one breathes in and empties while one breathes out, with no stop between", () => {
  assert.deepEqual(breathAt(0, BREATH), { way: "in", full: 0 });
  assert.deepEqual(breathAt(2, BREATH), { way: "in", full: 0.5 });
  assert.deepEqual(breathAt(4, BREATH), { way: "out", full: 1 });
  assert.deepEqual(breathAt(7, BREATH), { way: "out", full: 0.5 });
  assert.deepEqual(breathAt(10, BREATH), { way: "in", full: 0 });
});

test("out lasts longer than in at every moment of a minute", () => {
  const ways = Array.from({ length: 600 }, (_, i) => breathAt(i / 10, BREATH).way);
  assert.ok(ways.filter((way) => way === "out").length > ways.length / 2);
});
