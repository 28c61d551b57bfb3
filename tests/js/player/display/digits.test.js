import assert from "node:assert/strict";
import { test } from "node:test";

import { fitted, tallness } from "../../../../static/js/player/display/digits.js";

const PHONE = { width: 360, height: 740 };
// As most faces have them.
const TWO = { tall: 0.71, wide: 1.1 };
const LONG = { tall: 0.71, wide: 1.9 };

test("on a beach they are 200 pixels tall on a small phone, and more on a larger one", () => {
  assert.ok(tallness("beach", PHONE) >= 210);
  assert.ok(tallness("beach", { width: 412, height: 915 }) > tallness("beach", PHONE));
});

test("in a class they take two fifths of the shorter side, however the tablet lies", () => {
  for (const screen of [PHONE, { width: 1280, height: 800 }, { width: 768, height: 1024 }]) {
    assert.ok(tallness("class", screen) >= 0.4 * Math.min(screen.width, screen.height));
  }
});

test("what has room is as wide as its face", () => {
  assert.deepEqual(fitted(TWO, { tall: 71, room: 320 }), { size: 100, narrow: 1 });
});

test("what has none is narrower and as tall", () => {
  for (const drawn of [TWO, LONG]) {
    const { size, narrow } = fitted(drawn, { tall: 213, room: 320 });
    assert.ok(Math.abs(size * drawn.tall - 213) < 0.01);
    assert.ok(size * drawn.wide * narrow < 320.01);
  }
});

test("below half its width it gets smaller instead", () => {
  const { size, narrow } = fitted(LONG, { tall: 355, room: 320 });
  assert.equal(narrow, 0.5);
  assert.ok(size * LONG.tall < 355);
  assert.ok(Math.abs(size * LONG.wide * narrow - 320) < 0.01);
});
