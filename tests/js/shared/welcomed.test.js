import assert from "node:assert/strict";
import { test } from "node:test";

import { isNew, welcome } from "../../../static/js/shared/welcomed.js";
import { keeps, REFUSES } from "./device.js";

test("whoever has read the welcome is not new", () => {
  const store = keeps();
  assert.equal(isNew(store), true);
  welcome(store);
  assert.equal(isNew(store), false);
});

test("who cannot keep it is not asked again and again", () => {
  welcome(REFUSES);
  assert.equal(isNew(REFUSES), false);
});
