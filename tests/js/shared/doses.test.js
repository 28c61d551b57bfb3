import assert from "node:assert/strict";
import { test } from "node:test";

import { doseText, shorter, withShorter } from "../../../static/js/shared/doses.js";

import { DOSES as FORMS } from "../player/sessions.js";

/** @typedef {import("../../../static/js/shared/doses.js").Dose} Dose */

/** @param {Partial<Dose>} given @returns {Dose} */
function dose(given) {
  return { sides: "none", sets: 1, rest: 0, ...given };
}

/** @type {[Partial<Dose>, string][]} */
const SAID = [
  [{ repetitions: 10 }, "10 times"],
  [{ repetitions: 1 }, "1 time"],
  [{ repetitions: 4, sides: "each" }, "4 times each side"],
  [{ repetitions: 1, sides: "alternate" }, "1 times, taking turns"],
  [{ seconds: 20, sets: 2, rest: 10 }, "2 × 20 s"],
  [{ seconds: 90, sides: "each" }, "1 min 30 s each side"],
  [{ breaths: 6 }, "6 breaths"],
];

for (const [given, said] of SAID) {
  test(`a dose is said as ${said}`, () => {
    assert.equal(doseText(dose(given), FORMS, "en"), said);
  });
}

test("digits are the reader's", () => {
  assert.equal(doseText(dose({ breaths: 6 }), FORMS, "ar-u-nu-arab"), "٦ breaths");
});

/** @type {[Partial<Dose>, number[][]][]} sets and amount of each shorter one */
const LADDERS = [
  [
    { repetitions: 8 },
    [
      [1, 6],
      [1, 4],
    ],
  ],
  [
    { repetitions: 6, sides: "each", sets: 2, rest: 20 },
    [
      [1, 6],
      [1, 4],
      [1, 3],
    ],
  ],
  [
    { repetitions: 10, sides: "alternate" },
    [
      [1, 8],
      [1, 6],
    ],
  ],
  [
    { seconds: 280 },
    [
      [1, 210],
      [1, 140],
    ],
  ],
  [{ seconds: 30 }, [[1, 20]]],
  [{ breaths: 3 }, [[1, 2]]],
  [{ repetitions: 1 }, []],
  [{ seconds: 15 }, []],
];

for (const [given, expected] of LADDERS) {
  test(`sets go first and then repetitions or seconds: ${JSON.stringify(given)}`, () => {
    assert.deepEqual(shorter(dose(given)).map(amounts), expected);
  });
}

test("every dose gets shorter step by step, stays legal and as fair to both sides", () => {
  for (const written of everyDose()) {
    const all = [written, ...shorter(written)];
    const sizes = all.map(amounts).map(([sets, amount]) => sets * amount);
    assert.deepEqual(
      sizes,
      [...new Set(sizes)].sort((a, b) => b - a),
    );
    for (const each of all) {
      assert.deepEqual(Object.keys(each), Object.keys(written));
      assert.equal(each.sides, written.sides);
      assert.ok(amounts(each).every((part) => Number.isInteger(part) && part >= 1));
      const isFair = each.sides !== "alternate" || (each.repetitions ?? 0) % 2 === 0;
      assert.ok(isFair || each === written);
    }
  }
});

test("a step is handed to the player with its shorter doses in words", () => {
  const step = withShorter({ dose: dose({ seconds: 40 }) }, FORMS, "en");
  assert.deepEqual(
    step.shorter.map(({ doseText: said }) => said),
    ["30 s", "20 s"],
  );
});

/** @param {Dose} dose */
function amounts({ sets, repetitions, seconds, breaths }) {
  return [sets, repetitions ?? seconds ?? breaths ?? 0];
}

function* everyDose() {
  for (let count = 1; count <= 100; count += 1) {
    for (const sets of [1, 2, 5]) {
      yield dose({ repetitions: count, sets, rest: 20 });
      yield dose({ repetitions: count, sides: "each", sets, rest: 20 });
      yield dose({ repetitions: 2 * count, sides: "alternate", sets, rest: 20 });
      yield dose({ breaths: count, sets, rest: 20 });
      yield dose({ seconds: 18 * count, sets, rest: 20 });
    }
  }
}
