// A short run of what `make soak ONLY=inputs` does at length.

import assert from "node:assert/strict";
import { test } from "node:test";

import { asked } from "./asked.js";
import { PARSERS } from "./parsers.js";

const EACH = 150;

test("whatever comes from outside, a parser answers, soon, and with what it may answer", async () => {
  const noted = await asked(EACH * Object.keys(PARSERS).length, "test");
  assert.deepEqual(
    Object.values(noted).flatMap(({ faults }) => faults),
    [],
  );
  // What is always refused, or always taken, was not asked anything that tells.
  for (const [name, { counts }] of Object.entries(noted)) {
    assert.ok(name === "kept choices" || Object.keys(counts).length > 1, name);
  }
});
