import assert from "node:assert/strict";
import { test } from "node:test";

import { chooseRegion, chosenRegion } from "../../../static/js/shared/region.js";
import { keeps, REFUSES } from "./device.js";

test("a region is kept by its two letters, anything else is none", () => {
  const store = keeps();
  assert.equal(chosenRegion(store), "");
  assert.equal(chooseRegion("NZ", store), true);
  assert.equal(chosenRegion(store), "NZ");
  chooseRegion("<b>", store);
  assert.equal(chosenRegion(store), "");
});

test("a browser that keeps nothing has no region", () => {
  assert.equal(chooseRegion("NZ", REFUSES), false);
  assert.equal(chosenRegion(REFUSES), "");
});
