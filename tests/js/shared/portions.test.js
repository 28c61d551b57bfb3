import assert from "node:assert/strict";
import { test } from "node:test";

import { OUNCE_ML } from "../../../static/js/shared/amounts.js";
import { keepPortions, portions } from "../../../static/js/shared/portions.js";
import { keeps, REFUSES } from "./device.js";

/** @typedef {import("../../../static/js/shared/drinks.js").Portion} Portion */

/** @type {Portion[]} */
const OWN = [
  { ml: 120, kind: "water", sodium: null },
  { ml: 330, kind: "other", sodium: 0 },
  { ml: 750, kind: "electrolyte", sodium: 460 },
];

/** @param {ReturnType<typeof keeps> | typeof REFUSES} store @param {"metric" | "us"} unit */
function sizes(store, unit) {
  return portions(store, unit).map(({ ml }) => ml);
}

test("at first they are a cup, a glass and a bottle of water in the reader's unit", () => {
  assert.deepEqual(sizes(keeps(), "metric"), [150, 250, 500]);
  assert.deepEqual(
    sizes(keeps(), "us").map((ml) => ml / OUNCE_ML),
    [5, 8, 16],
  );
  for (const { kind, sodium } of portions(keeps(), "us")) {
    assert.deepEqual([kind, sodium], ["water", null]);
  }
});

test("own ones are kept, whatever the unit", () => {
  const store = keeps();
  assert.equal(keepPortions(OWN, store), true);
  assert.deepEqual(portions(store, "metric"), OWN);
  assert.deepEqual(portions(store, "us"), OWN);
});

for (const own of [
  null,
  3,
  [],
  OWN.slice(1),
  [...OWN, OWN[0]],
  [OWN[0], OWN[1], null],
  [OWN[0], OWN[1], { ...OWN[2], ml: 0 }],
  [OWN[0], OWN[1], { ...OWN[2], ml: "750" }],
  [OWN[0], OWN[1], { ...OWN[2], kind: "beer" }],
  [OWN[0], OWN[1], { ml: 750, kind: "water" }],
  [OWN[0], OWN[1], { ...OWN[2], sodium: -1 }],
]) {
  test(`damaged, they are those of the beginning: ${JSON.stringify(own)}`, () => {
    const store = keeps({ "limber.portions": JSON.stringify({ own }) });
    assert.deepEqual(sizes(store, "metric"), [150, 250, 500]);
  });
}

test("a browser that keeps nothing says so and breaks nothing", () => {
  assert.equal(keepPortions(OWN, REFUSES), false);
  assert.deepEqual(sizes(REFUSES, "metric"), [150, 250, 500]);
  assert.deepEqual(sizes(keeps({ "limber.portions": "rubbish" }), "metric"), [150, 250, 500]);
});
