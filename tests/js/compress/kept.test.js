import assert from "node:assert/strict";
import { test } from "node:test";

import { keepLast, KEY, lastRound } from "../../../static/js/compress/kept.js";
import { at, goOn, look, refuse, stop } from "../../../static/js/compress/round.js";
import { keeps, REFUSES } from "../shared/device.js";
import { cold, heat, MINUTE, NOW } from "./rounds.js";

/** @type {Record<string, [import("../../../static/js/compress/round.js").Round, number]>} */
const ROUNDS = {
  running: [cold(), NOW + MINUTE],
  check: [goOn(heat(), NOW + 5 * MINUTE), NOW + 10 * MINUTE],
  off: [stop(cold(), "early", NOW + MINUTE), NOW + 2 * MINUTE],
  "off, by itself": [cold(), NOW + 30 * MINUTE],
  gap: [look(cold(), "usual", NOW + 7 * MINUTE), NOW + 8 * MINUTE],
  skin: [refuse(cold(), NOW + 5 * MINUTE), NOW + 8 * MINUTE],
};

for (const [name, [round, now]] of Object.entries(ROUNDS)) {
  test(`a reload finds the round where it is: ${name}`, () => {
    const store = keeps();
    assert.equal(keepLast(store, round), true);
    const found = lastRound(store);
    assert.deepEqual(found, round);
    assert.deepEqual(found && at(found, now), at(round, now));
  });
}

for (const part of Object.keys(cold())) {
  test(`without ${part}, or with a strange one, it is no round`, () => {
    for (const strange of [undefined, {}, "x", -1]) {
      const store = keeps({ [KEY]: JSON.stringify({ ...cold(), [part]: strange }) });
      assert.equal(lastRound(store), null, String(strange));
    }
  });
}

test("rubbish, nothing and a browser that refuses are no round", () => {
  for (const store of [keeps({ [KEY]: "rubbish" }), keeps({ [KEY]: "null" }), keeps(), REFUSES]) {
    assert.equal(lastRound(store), null);
  }
  assert.equal(keepLast(REFUSES, cold()), false);
});
