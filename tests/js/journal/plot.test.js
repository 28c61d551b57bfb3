import assert from "node:assert/strict";
import { test } from "node:test";

import { bars, dumbbells, labelled, stepFor } from "../../../static/js/journal/plot.js";

const ROOM = { width: 120, height: 100 };

test("steps are round, hold the highest value and are never too small", () => {
  assert.deepEqual(
    [10, 29, 61, 100, 91].map((most) => stepFor(most, 10)),
    [10, 10, 30, 50, 50],
  );
  assert.equal(stepFor(2, 10), 10);
  assert.equal(stepFor(0, 0.5), 0.5);
});

test("a bar is as high as its value, on the floor, and none where there is none", () => {
  const { bars: found, lines } = bars([30, 0, undefined, 15], ROOM, 10);
  assert.deepEqual(
    lines.map(({ y, value }) => [Math.round(y), value]),
    [
      [100, 0],
      [67, 10],
      [33, 20],
      [0, 30],
    ],
  );
  assert.deepEqual([found[1], found[2]], [null, null]);
  assert.ok(found[0] && found[3]);
  assert.deepEqual([found[0].y, found[0].height], [0, 100]);
  assert.deepEqual([found[3].y, found[3].height], [50, 50]);
});

test("bars go from left to right and do not touch", () => {
  const found = bars([1, 1, 1], ROOM, 10).bars.filter((bar) => bar !== null);
  assert.ok(found[0].x > 0 && found[0].x + found[0].width < found[1].x);
  assert.ok(found[2].x + found[2].width < ROOM.width);
});

test("the worst pain is on top; what was not given has no place", () => {
  const pains = [
    { at: 0, before: 10, after: 0 },
    { at: 1, before: null, after: 5 },
  ];
  const { points } = dumbbells(pains, ROOM);
  assert.deepEqual(points, [
    { x: 30, before: 0, after: 100 },
    { x: 90, before: null, after: 50 },
  ]);
});

test("many dumbbells are small, but never too small to be seen", () => {
  const many = [...Array(40).keys()].map((at) => ({ at, before: 1, after: 2 }));
  const { radius } = dumbbells(many, ROOM);
  assert.ok(radius >= 2 && radius < 5);
});

test("as many words as there is room for, the last always among them", () => {
  assert.deepEqual(labelled(12, 4), [2, 5, 8, 11]);
  assert.deepEqual(labelled(3, 9), [0, 1, 2]);
  assert.deepEqual(labelled(5, 0), [4]);
});
