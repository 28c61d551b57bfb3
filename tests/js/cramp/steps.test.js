import assert from "node:assert/strict";
import { test } from "node:test";

import { named } from "../../../static/js/cramp/steps.js";

test("whatever an address ends in is a selector", () => {
  assert.equal(named("#stretch"), '[id="stretch"]');
  assert.equal(named("#1.2:3"), '[id="1.2:3"]');
  assert.equal(named('#a"], *[id'), '[id="a\\"], *[id"]');
});
