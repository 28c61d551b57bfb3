import assert from "node:assert/strict";
import { test } from "node:test";

import {
  EMPTY,
  faults,
  faultText,
  fieldFaultText,
  isRoutine,
  stepFaultText,
} from "../../../static/js/shared/routine.js";
import { CATALOG, ROUTINE } from "./catalogs.js";

const [MARCH, BIRD_DOG] = ROUTINE.steps;

/** @param {object} changes */
function found(changes) {
  return faults({ ...ROUTINE, ...changes }, CATALOG).map(({ field, why }) => `${field}: ${why}`);
}

/** @param {object} changes */
function ofStep(changes) {
  return found({ steps: [{ ...MARCH, ...changes }] });
}

/** @param {object} changes */
function ofDose(changes) {
  return ofStep({ dose: { ...MARCH.dose, ...changes } });
}

test("a whole routine has no faults, also at every bound", () => {
  assert.deepEqual(found({}), []);
  const lines = "a\nb";
  assert.deepEqual(found({ title: "😀".repeat(80), notes: lines, rounds: 3, rest: 300 }), []);
  assert.deepEqual(ofDose({ seconds: 5 }), []);
  assert.deepEqual(ofStep({ exercise: "hang", dose: { ...MARCH.dose, seconds: 120 } }), []);
});

test("a draft may have no title and no step, a routine may not", () => {
  assert.ok(isRoutine(EMPTY));
  assert.deepEqual(
    faults(EMPTY, CATALOG).map(({ field }) => field),
    ["title", "steps"],
  );
});

test("what is no routine at all is said once", () => {
  for (const value of [null, 1, "x", [], {}, { format: "other" }]) {
    assert.deepEqual(faults(value, CATALOG), [{ field: "format", why: "format" }]);
    assert.equal(isRoutine(value), false);
  }
  assert.deepEqual(found({ version: 2 }), ["version: version"]);
});

/** @type {[object, string][]} */
const WRONG = [
  [{ more: 1 }, "more: unknown"],
  [{ title: "a".repeat(81) }, "title: text"],
  [{ title: "  " }, "title: text"],
  [{ title: "a\nb" }, "title: text"],
  [{ notes: "a\u0007" }, "notes: text"],
  [{ whatFor: null }, "whatFor: text"],
  [{ language: "<b>" }, "language: language"],
  [{ rounds: 0 }, "rounds: number"],
  [{ rounds: 1.5 }, "rounds: number"],
  [{ rest: "9" }, "rest: number"],
  [{ beginner: 1 }, "beginner: choice"],
  [{ conditions: ["unknown"] }, "conditions.0: choice"],
  [{ conditions: "knees" }, "conditions: many"],
  [{ times: [{ at: "7:30", days: [1] }] }, "times.0: time"],
  [{ times: [{ at: "07:30", days: [2, 1] }] }, "times.0: time"],
  [{ times: [{ at: "07:30", days: [] }] }, "times.0: time"],
  [{ times: [null] }, "times.0: time"],
  [{ times: [{ at: "07:30", days: [{ toString: 1 }, { toString: 2 }] }] }, "times.0: time"],
  [{ times: [{ at: "07:30", days: [1, 1] }] }, "times.0: time"],
  [{ times: [ROUTINE.times[0], ROUTINE.times[0]] }, "times.1: once"],
  [{ conditions: ["knees", "knees"] }, "conditions.1: once"],
  [{ conditions: Array(101).fill("knees") }, "conditions: many"],
  [
    { language: `en-${"a".repeat(8)}-${"b".repeat(8)}-${"c".repeat(8)}-${"d".repeat(8)}` },
    "language: language",
  ],
  [{ times: Array(7).fill(ROUTINE.times[0]) }, "times: many"],
  [{ steps: [] }, "steps: many"],
  [{ steps: Array(31).fill(MARCH) }, "steps: many"],
  [{ steps: [null] }, "steps.0.exercise: text"],
  [{ rounds: 10, rest: 300, steps: Array(30).fill(BIRD_DOG) }, "steps: long"],
];

for (const [changes, fault] of WRONG) {
  test(`${fault} of ${JSON.stringify(changes).slice(0, 60)}`, () => {
    assert.equal(found(changes)[0], fault);
  });
}

test("a step keeps to what its exercise allows", () => {
  assert.deepEqual(ofStep({ exercise: "gone" }), ["steps.0.exercise: exercise"]);
  assert.deepEqual(ofStep({ pace: 2 }), ["steps.0.pace: choice"]);
  assert.deepEqual(ofStep({ note: "a".repeat(301) }), ["steps.0.note: text"]);
  assert.deepEqual(ofStep({ dose: 1 }), ["steps.0.dose: one"]);
  assert.deepEqual(ofDose({ repetitions: 3 }), ["steps.0.dose: one"]);
  assert.deepEqual(ofDose({ seconds: undefined, breaths: 3 }), ["steps.0.dose: choice"]);
  assert.deepEqual(ofDose({ sides: "each" }), ["steps.0.dose.sides: choice"]);
  assert.deepEqual(ofDose({ sets: 2 }), ["steps.0.dose.rest: number"]);
  assert.deepEqual(ofDose({ sets: { toString: 1, valueOf: 1 } }), ["steps.0.dose.sets: number"]);
  assert.deepEqual(ofDose({ seconds: 1801 }), ["steps.0.dose.seconds: number"]);
  const tooLong = { exercise: "hang", dose: { ...MARCH.dose, seconds: 121 } };
  assert.deepEqual(ofStep(tooLong), ["steps.0.dose.seconds: number"]);
});

test("before cold water it moves for ten minutes and keeps no position for long", () => {
  const marching = (/** @type {number} */ seconds, more = {}) =>
    found({
      need: "before-cold",
      steps: [{ ...MARCH, dose: { ...MARCH.dose, seconds } }],
      ...more,
    });
  assert.deepEqual(marching(599), ["steps: cold"]);
  assert.deepEqual(marching(600), []);
  assert.deepEqual(marching(300, { rounds: 2, rest: 30 }), []);
  assert.deepEqual(marching(599, { need: "any" }), []);
  const hang = { ...MARCH, exercise: "hang", dose: { ...MARCH.dose, seconds: 31 } };
  const steps = [{ ...MARCH, dose: { ...MARCH.dose, seconds: 600 } }, hang];
  assert.deepEqual(found({ need: "before-cold", steps }), ["steps.1.dose.seconds: number"]);
});

test("before and after cold water there is no massage", () => {
  const march = { ...CATALOG.exercises.march, isMassage: true };
  const catalog = { ...CATALOG, exercises: { ...CATALOG.exercises, march } };
  const steps = [{ ...MARCH, dose: { ...MARCH.dose, seconds: 600 } }];
  for (const need of ["before-cold", "after-cold", "before-effort", "any"]) {
    const faulty = faults({ ...ROUTINE, need, steps }, catalog);
    const refused = [{ field: "steps.0.exercise", why: "massage" }];
    assert.deepEqual(faulty, need.endsWith("-cold") ? refused : []);
  }
});

test("a fault is told with its bounds in the reader's digits", () => {
  const fault = { field: "rounds", why: "number", values: { least: 1, most: 10 } };
  const arabic = { ...CATALOG, locale: "ar-u-nu-arab" };
  assert.equal(faultText(fault, arabic), "From ١ to ١٠.");
  const inside = { ...fault, field: "steps.0.dose.sets" };
  assert.equal(stepFaultText(inside, CATALOG), "Step 1: From 1 to 10.");
  assert.equal(fieldFaultText(inside, CATALOG), "steps.0.dose.sets: From 1 to 10.");
});
