import assert from "node:assert/strict";
import { test } from "node:test";

import { places, scrollSpeed } from "../../../static/js/build/drag.js";

const BOXES = [0, 100, 200, 300].map((top) => ({ top, height: 100 }));

test("a step takes the place of a neighbour when the pointer has passed its middle", () => {
  assert.equal(places(BOXES, 1, 150), 0);
  assert.equal(places(BOXES, 1, 249), 0);
  assert.equal(places(BOXES, 1, 251), 1);
  assert.equal(places(BOXES, 1, 999), 2);
  assert.equal(places(BOXES, 1, 51), 0);
  assert.equal(places(BOXES, 1, 49), -1);
  assert.equal(places(BOXES, 3, -9), -3);
});

test("near an edge of the window the page scrolls", () => {
  assert.ok(scrollSpeed(10, 740) < 0);
  assert.ok(scrollSpeed(730, 740) > 0);
  assert.equal(scrollSpeed(370, 740), 0);
});
