import assert from "node:assert/strict";
import { test } from "node:test";

import { AS_WRITTEN } from "../../../static/js/player/adjust.js";
import {
  isAsWritten,
  keepAdjustments,
  keptAdjustments,
} from "../../../static/js/player/adjustments.js";
import { keeps, REFUSES } from "../shared/device.js";
import { randomAdjustments, randomSession, SHORT } from "./sessions.js";

const SLOW = {
  ...AS_WRITTEN,
  pace: 0.5,
  leftOut: [0],
  forms: { 1: /** @type {const} */ ("easier") },
};

test("what was adjusted is there the next time, for this session only", () => {
  const store = keeps();
  assert.ok(keepAdjustments(store, SHORT, SLOW));
  assert.deepEqual(keptAdjustments(store, SHORT), SLOW);
  assert.equal(keptAdjustments(store, { ...SHORT, slug: "other" }), AS_WRITTEN);
  assert.ok(keepAdjustments(store, SHORT, AS_WRITTEN));
  assert.equal(keptAdjustments(store, SHORT), AS_WRITTEN);
});

test("whatever can be chosen comes back as it was", () => {
  for (let seed = 0; seed < 100; seed += 1) {
    const store = keeps();
    const session = { ...randomSession(seed), rounds: 1 };
    const adjustments = { ...randomAdjustments(seed, session), rounds: 0 };
    keepAdjustments(store, session, adjustments);
    assert.deepEqual(keptAdjustments(store, session), adjustments);
  }
});

test("a session whose steps have changed is as it is written", () => {
  const store = keeps();
  keepAdjustments(store, SHORT, SLOW);
  assert.equal(keptAdjustments(store, { ...SHORT, steps: SHORT.steps.slice(1) }), AS_WRITTEN);
});

const ODD = [
  {
    pace: 4,
    rests: 0,
    rounds: -1,
    count: "x",
    shorter: { 0: 9, 7: 1 },
    leftOut: [5],
    forms: { 0: "no" },
  },
  { pace: "1", shorter: null, leftOut: "0", forms: [1] },
  { rounds: 1.5 },
  {},
];
for (const odd of ODD) {
  test(`what cannot have been chosen is left out: ${JSON.stringify(odd)}`, () => {
    const store = keeps();
    keepAdjustments(store, SHORT, /** @type {any} */ ({ ...odd }));
    assert.ok(isAsWritten(keptAdjustments(store, SHORT)));
  });
}

test("what would break a rule is as it is written", () => {
  const store = keeps();
  keepAdjustments(store, SHORT, { ...AS_WRITTEN, leftOut: [0, 1] });
  assert.equal(keptAdjustments(store, SHORT), AS_WRITTEN);
  keepAdjustments(store, SHORT, { ...AS_WRITTEN, leftOut: [0] });
  assert.equal(keptAdjustments(store, { ...SHORT, leastMoving: 170 }), AS_WRITTEN);
});

for (const rubbish of ["", "null", "7", "not json", '{"routine/short":null}']) {
  test(`rubbish is nothing: ${rubbish}`, () => {
    assert.equal(keptAdjustments(keeps({ "limber.adjusted": rubbish }), SHORT), AS_WRITTEN);
  });
}

test("a browser that keeps nothing says so", () => {
  assert.equal(keepAdjustments(REFUSES, SHORT, SLOW), false);
  assert.equal(keptAdjustments(REFUSES, SHORT), AS_WRITTEN);
});
