import assert from "node:assert/strict";
import { test } from "node:test";

import { action } from "../../../static/js/player/keyboard.js";

/** @param {string} key @param {Partial<KeyboardEvent>} more */
const press = (key, more = {}) => ({
  ...{ key, repeat: false, altKey: false, ctrlKey: false, metaKey: false },
  ...more,
});

test("the arrows follow the direction of reading", () => {
  assert.equal(action(press("ArrowRight"), "ltr"), "skip");
  assert.equal(action(press("ArrowLeft"), "ltr"), "back");
  assert.equal(action(press("ArrowLeft"), "rtl"), "skip");
  assert.equal(action(press("ArrowRight"), "rtl"), "back");
});

test("space pauses, the question mark lists the keys, other keys do nothing", () => {
  assert.equal(action(press("?"), "ltr"), "keys");
  assert.equal(action(press(" "), "rtl"), "pause");
  assert.equal(action(press("a"), "ltr"), null);
});

test("a key held down counts once, and the browser's own keys stay its own", () => {
  for (const more of [{ repeat: true }, { altKey: true }, { ctrlKey: true }, { metaKey: true }]) {
    assert.equal(action(press("ArrowRight", more), "ltr"), null);
  }
});
