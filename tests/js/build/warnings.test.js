import assert from "node:assert/strict";
import { test } from "node:test";

import { gathered, warnings } from "../../../static/js/build/warnings.js";
import { CATALOG as PLAIN, ROUTINE } from "../shared/catalogs.js";

const RULES = { raising: ["march"], beginnerMinutes: 40, titles: ["mrs"], year: 2026 };
const CATALOG = {
  ...PLAIN,
  exercises: {
    ...PLAIN.exercises,
    march: { ...PLAIN.exercises.march, cautions: { knees: "March low." } },
    "bird-dog": { ...PLAIN.exercises["bird-dog"], cautions: { wrists: "On your fists." } },
  },
};
const BARE = { ...ROUTINE, title: "After the pool", conditions: [], times: [] };

/** @param {Partial<typeof ROUTINE>} change */
function kinds(change) {
  return warnings({ ...BARE, ...change }, CATALOG, RULES).map(({ kind }) => kind);
}

test("nothing to look at again is nothing said", () => {
  assert.deepEqual(kinds({}), []);
  assert.deepEqual(kinds({ steps: [] }), []);
});

test("before cold water something that raises warmth comes first", () => {
  assert.deepEqual(kinds({ need: "before-cold" }), []);
  assert.deepEqual(kinds({ need: "before-cold", steps: [...ROUTINE.steps].reverse() }), ["cold"]);
  assert.deepEqual(kinds({ need: "before-cold", steps: [] }), []);
});

test("more than forty minutes are long for a beginner", () => {
  assert.deepEqual(kinds({ beginner: true }), []);
  const [march] = ROUTINE.steps;
  const steps = [{ ...march, dose: { ...march.dose, seconds: 1300 } }];
  assert.deepEqual(kinds({ beginner: true, steps, rounds: 2 }), ["beginner"]);
  assert.deepEqual(kinds({ beginner: false, steps, rounds: 2 }), []);
});

test("what no instructor has looked at is named before a beginner gets it", () => {
  const march = { ...CATALOG.exercises.march, awaitsInstructor: true };
  const catalog = { ...CATALOG, exercises: { ...CATALOG.exercises, march } };
  const found = (/** @type {boolean} */ beginner) =>
    warnings({ ...BARE, beginner }, catalog, RULES);
  assert.deepEqual(found(true), [{ kind: "unreviewed", step: 0 }]);
  assert.deepEqual(found(false), []);
});

test("a movement with a caution for what somebody has is named", () => {
  const found = warnings({ ...BARE, conditions: ["wrists", "heart"] }, CATALOG, RULES);
  assert.deepEqual(found, [
    { kind: "condition", step: 1, condition: "wrists", text: "On your fists." },
  ]);
});

test("what looks personal is named with its field, notes of steps too", () => {
  const steps = [{ ...ROUTINE.steps[0], note: "Call 0171 234 5678" }];
  const found = warnings(
    { ...BARE, title: "For Mrs Miller", notes: "a@b.cd", steps },
    CATALOG,
    RULES,
  );
  assert.deepEqual(found, [
    { kind: "personal", field: "title", what: "person" },
    { kind: "personal", field: "notes", what: "email" },
    { kind: "personal", field: "note", what: "phone" },
  ]);
});

test("cautions are gathered by condition, each exercise once", () => {
  const routine = { ...BARE, steps: [...ROUTINE.steps, ROUTINE.steps[0]] };
  assert.deepEqual(gathered(routine, CATALOG), [
    ["knees", [{ name: CATALOG.exercises.march.name, text: "March low." }]],
    ["wrists", [{ name: CATALOG.exercises["bird-dog"].name, text: "On your fists." }]],
  ]);
});
