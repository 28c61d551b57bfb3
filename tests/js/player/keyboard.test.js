import assert from "node:assert/strict";
import { test } from "node:test";

import { action } from "../../../static/js/player/keyboard.js";

test("the arrows follow the direction of reading", () => {
  assert.equal(action("ArrowRight", "ltr"), "skip");
  assert.equal(action("ArrowLeft", "ltr"), "back");
  assert.equal(action("ArrowLeft", "rtl"), "skip");
  assert.equal(action("ArrowRight", "rtl"), "back");
});

test("space pauses, other keys do nothing", () => {
  assert.equal(action(" ", "rtl"), "pause");
  assert.equal(action("a", "ltr"), null);
});
