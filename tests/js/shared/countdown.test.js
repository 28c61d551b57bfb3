import assert from "node:assert/strict";
import { test } from "node:test";

import { left } from "../../../static/js/shared/countdown.js";

const NOW = 1_800_000_000_000;
const MINUTES = 60_000;

test("it counts from when it was started, whatever happened in between", () => {
  assert.equal(left(NOW, NOW, 600), 600);
  assert.equal(left(NOW, NOW + 4 * MINUTES, 600), 360);
  assert.equal(left(NOW, NOW + 10 * MINUTES, 600), 0);
  assert.equal(left(NOW, NOW + 25 * MINUTES, 600), 0);
  assert.equal(left(NOW, NOW - 60 * MINUTES, 600), 600);
});
