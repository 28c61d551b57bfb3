import assert from "node:assert/strict";
import { test } from "node:test";

import { fileName, readFile, readText, textOf } from "../../../static/js/shared/routine_file.js";
import { CATALOG, ROUTINE } from "./catalogs.js";

test("what is saved is read again, the same", () => {
  assert.deepEqual(readText(textOf(ROUTINE), CATALOG), { routine: ROUTINE, faults: [] });
});

test("what may be left out is filled in", () => {
  const text = JSON.stringify({
    format: "limber-routine",
    version: 1,
    title: "A",
    language: "de",
    steps: [{ exercise: "march", dose: { seconds: 30 } }],
  });
  const { routine } = readText(text, CATALOG);
  assert.deepEqual(routine?.steps[0], {
    exercise: "march",
    dose: { seconds: 30, sides: "none", sets: 1, rest: 0 },
    pace: 1,
    note: "",
  });
  assert.equal(routine.rounds, 1);
});

test("what is no routine says so", async () => {
  for (const text of ["", "{", "null", "[]", '"x"', '{"format": "gpx"}']) {
    const { routine, faults } = readText(text, CATALOG);
    assert.equal(routine, null);
    assert.deepEqual(faults, [{ field: "format", why: "format" }]);
  }
  const large = new Blob([textOf({ ...ROUTINE, notes: "a".repeat(200_000) })]);
  assert.equal((await readFile(large, CATALOG)).routine, null);
});

test("what is wrong with it names the field", () => {
  const steps = [{ exercise: "gone", dose: null }, null];
  const { routine, faults } = readText(JSON.stringify({ ...ROUTINE, steps }), CATALOG);
  assert.equal(routine, null);
  assert.deepEqual(
    faults.map(({ field }) => field),
    ["steps.0.dose", "steps.1.exercise", "steps.1.pace", "steps.1.note", "steps.1.dose"],
  );
});

test("a file's name is one on every system", () => {
  assert.equal(fileName("After the pool"), "After the pool.limber.json");
  assert.equal(fileName("../a\\b:c?.exe"), "a b c exe.limber.json");
  assert.equal(fileName("..."), "routine.limber.json");
  assert.equal(fileName("背部"), "背部.limber.json");
});
