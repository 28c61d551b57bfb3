import assert from "node:assert/strict";
import { test } from "node:test";

import { counted, phasesOf } from "../../../static/js/build/view.js";
import { CATALOG, ROUTINE } from "../shared/catalogs.js";

const GUIDE = /** @type {import("../../../static/js/build/view.js").Guide} */ (
  /** @type {unknown} */ ({
    locale: "en-GB",
    steps: { one: "%(n)s step", other: "%(n)s steps" },
    done: { one: "Done, %(n)s step", other: "Done, %(n)s steps" },
  })
);

test("steps are counted in a whole sentence, of the plural that the language asks for", () => {
  assert.equal(counted(1, GUIDE), "1 step");
  assert.equal(counted(1, GUIDE, GUIDE.done), "Done, 1 step");
  assert.equal(counted(0, GUIDE, GUIDE.done), "Done, 0 steps");
});

const dosed = (/** @type {object} */ dose) => ({
  ...ROUTINE,
  steps: ROUTINE.steps.map((step) => ({ ...step, dose: { ...step.dose, ...dose } })),
});

test("what no session can be has no phases, however much of it is typed", () => {
  const impossible = [
    ...[9999, 1e12, Infinity, -1].map((rounds) => ({ ...ROUTINE, rounds })),
    { ...ROUTINE, rounds: 1e12, steps: [] },
    { ...ROUTINE, rounds: 9999, rest: -9999 },
    ...[{ sets: 9999 }, { seconds: 9999 }, { rest: -9999 }].map(dosed),
    { ...dosed({ sets: 10 }), rounds: 10, rest: 300 },
  ];
  for (const routine of impossible) {
    assert.deepEqual(phasesOf(routine, CATALOG), []);
  }
});

test("what is being typed is drawn as far as it can be", () => {
  assert.ok(phasesOf(ROUTINE, CATALOG).length > 0);
  assert.ok(phasesOf(dosed({ seconds: 1, sets: 0 }), CATALOG).length > 0);
});
