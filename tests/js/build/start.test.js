import assert from "node:assert/strict";
import { test } from "node:test";

import { readDraft } from "../../../static/js/build/start.js";
import { EMPTY } from "../../../static/js/shared/routine.js";
import { CATALOG, ROUTINE } from "../shared/catalogs.js";

const blob = (/** @type {object} */ routine) => new Blob([JSON.stringify(routine)]);

test("a file may hold what is not finished", async () => {
  assert.deepEqual(await readDraft(blob(EMPTY), CATALOG), EMPTY);
  assert.deepEqual(await readDraft(blob(ROUTINE), CATALOG), ROUTINE);
});

test("a name that every object has is no exercise", async () => {
  for (const exercise of ["constructor", "toString", "__proto__"]) {
    const steps = [{ ...ROUTINE.steps[0], exercise }];
    assert.equal(await readDraft(blob({ ...ROUTINE, steps }), CATALOG), null);
  }
});

test("a file that is too large is not looked at", async () => {
  const large = new Blob([JSON.stringify(EMPTY), " ".repeat(200_000)]);
  assert.equal(await readDraft(large, CATALOG), null);
});
