import assert from "node:assert/strict";
import { test } from "node:test";
import { changes } from "../../../static/js/share/changes.js";
import { GUIDE } from "./guide.js";
import { ROUTINE, step } from "./routines.js";

const [CAT, CHILD] = ROUTINE.steps;

/** @param {Partial<typeof ROUTINE>} parts */
function since(parts) {
  return changes(ROUTINE, { ...ROUTINE, ...parts }, GUIDE);
}

test("the same routine has not changed", () => {
  assert.deepEqual(since({}), []);
  assert.deepEqual(since({ steps: structuredClone(ROUTINE.steps) }), []);
});

test("a step that is new or gone is named, one that stays is not", () => {
  assert.deepEqual(since({ steps: [CAT, step("bridge", { repetitions: 1 })] }), [
    "New: Bridge, 1 time",
    "No longer: Child’s pose",
  ]);
});

test("another dose is said beside the one before", () => {
  const dose = { ...CAT.dose, repetitions: 10, sets: 2, rest: 30 };
  assert.deepEqual(since({ steps: [{ ...CAT, dose }, CHILD] }), [
    "Cat-cow: 2 × 10 times, before 8 times",
    "Cat-cow: pace or rest",
  ]);
});

test("another pace, note and order are said", () => {
  assert.deepEqual(since({ steps: [CHILD, { ...CAT, pace: 0.5, note: "Slow" }] }), [
    "Cat-cow: pace or rest",
    "Cat-cow: note",
    "order",
  ]);
});

test("an exercise that comes once more is new, and what it was stays", () => {
  const again = step("cat-cow", { repetitions: 4 });
  assert.deepEqual(since({ steps: [CAT, CHILD, again] }), ["New: Cat-cow, 4 times"]);
});

test("an exercise that Limber does not have any longer is named by its slug", () => {
  const before = { ...ROUTINE, steps: [...ROUTINE.steps, step("old", { repetitions: 1 })] };
  assert.deepEqual(changes(before, ROUTINE, GUIDE), ["No longer: old"]);
});

test("what is of the whole comes last", () => {
  const times = [{ at: "08:00", days: [1] }];
  assert.deepEqual(
    since({ title: "Week 3", need: "before-cold", whatFor: "", rounds: 2, rest: 30, times }),
    ["Rounds: 2, before 1", "title", "need", "notes", "rest", "times"],
  );
});
