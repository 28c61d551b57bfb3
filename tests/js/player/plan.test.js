import assert from "node:assert/strict";
import { test } from "node:test";

import { AS_WRITTEN } from "../../../static/js/player/adjust.js";
import { movingBetween, planned, stepsBegun } from "../../../static/js/player/plan.js";
import { SHORT } from "./sessions.js";

const { phases, seconds } = planned(SHORT, AS_WRITTEN);

test("only what moves or is kept still counts as movement", () => {
  assert.equal(movingBetween(phases, 0, 10), 0);
  assert.equal(movingBetween(phases, 5, 15), 5);
  assert.equal(movingBetween(phases, 0, seconds), 90 + 80);
  assert.equal(movingBetween(phases, 0, seconds + 3600), 90 + 80);
});

test("steps that were begun count over all rounds, and at the end all of them", () => {
  const { session, phases: all } = planned(SHORT, { ...AS_WRITTEN, rounds: 2 });
  assert.deepEqual(stepsBegun(session, all[0]), { steps: 1, of: 4 });
  const second = all.find(({ round, step }) => round === 2 && step === 1);
  assert.deepEqual(stepsBegun(session, second ?? null), { steps: 4, of: 4 });
  assert.deepEqual(stepsBegun(session, null), { steps: 4, of: 4 });
});
