import assert from "node:assert/strict";
import { test } from "node:test";

import { fullness, isPaced } from "../../../static/js/player/breath.js";

/** @typedef {import("../../../static/js/player/timeline.js").TempoPart} TempoPart */

/** @param {["in" | "out" | "free", number][]} parts @returns {TempoPart[]} */
function tempo(...parts) {
  return parts.map(([way, seconds]) => ({
    name: way,
    kind: way === "free" ? "stay" : "move",
    seconds,
    cue: "",
    ...(way === "free" ? {} : { breath: way }),
  }));
}

const BIRD_DOG = tempo(["out", 3], ["free", 4], ["in", 3]);
// One breath out ends a repetition and begins the next.
const CAT_COW = tempo(["out", 4], ["in", 5], ["out", 3]);

test("who may be led by the breath breathes out for as long, not fast, and no way for long", () => {
  /** @type {[TempoPart[], boolean][]} */
  const cases = [
    [BIRD_DOG, true],
    [CAT_COW, true],
    [tempo(["in", 5], ["out", 6], ["in", 5], ["out", 6]), true],
    [tempo(["in", 3.75], ["out", 3.75]), true],
    [tempo(["in", 3.7], ["out", 3.7]), false],
    [tempo(["in", 5], ["out", 4]), false],
    [tempo(["in", 6], ["out", 12]), true],
    [tempo(["in", 6], ["out", 12.5]), false],
    [tempo(["out", 8], ["in", 10], ["out", 6]), false],
    [tempo(["in", 3], ["out", 3], ["in", 3], ["out", 3]), false],
    [tempo(["out", 9]), false],
    [tempo(["free", 9]), false],
    [[], false],
  ];
  for (const [each, expected] of cases) {
    const written = each.map(({ name, seconds }) => `${name} ${seconds}`).join();
    assert.equal(isPaced(each), expected, written);
  }
});

test("in fills, out empties, each over its whole length", () => {
  const at = (/** @type {number} */ part, /** @type {number} */ progress) =>
    fullness(BIRD_DOG, { part, progress });
  assert.deepEqual([at(0, 0), at(0, 0.5), at(0, 1)], [1, 0.5, 0]);
  assert.deepEqual([at(2, 0), at(2, 0.25), at(2, 1)], [0, 0.25, 1]);
});

test("one breath over the end of a repetition goes on from where it was", () => {
  const at = (/** @type {number} */ part, /** @type {number} */ progress) =>
    fullness(CAT_COW, { part, progress });
  assert.equal(at(1, 1), 1);
  assert.equal(at(2, 0), 1);
  assert.equal(at(2, 1), at(0, 0));
  assert.equal(at(0, 1), 0);
});
