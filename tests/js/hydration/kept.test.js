import assert from "node:assert/strict";
import { test } from "node:test";

import { keepPlan, planOf, typedPlan } from "../../../static/js/hydration/plan/kept.js";
import { keeps } from "../shared/device.js";

const NOW = new Date(2026, 6, 1, 9).getTime();
const PLAN = { kind: /** @type {const} */ ("pool"), celsius: 27 };

test("a plan counts on the day it was made, what was typed stays", () => {
  const store = keeps();
  assert.equal(keepPlan({ plan: PLAN, typed: { minutes: "90", degrees: "27" } }, store, NOW), true);
  assert.deepEqual(planOf(store, NOW), PLAN);
  assert.equal(planOf(store, NOW + 24 * 3600 * 1000), null);
  assert.deepEqual(typedPlan(store, NOW), { minutes: "90", degrees: "27" });
  const tomorrow = typedPlan(store, NOW + 24 * 3600 * 1000);
  assert.deepEqual(tomorrow, { minutes: "90" }, "tomorrow's water is another");
});

test("without a temperature there is no plan, and an old one is gone", () => {
  const store = keeps();
  keepPlan({ plan: PLAN, typed: {} }, store, NOW);
  keepPlan({ plan: null, typed: { degrees: "x" } }, store, NOW);
  assert.equal(planOf(store, NOW), null);
  assert.deepEqual(typedPlan(store, NOW), { degrees: "x" });
});

test("what is damaged is nothing", () => {
  for (const damaged of ["x", "[]", '{"typed":3}', '{"kind":"sauna","celsius":20}']) {
    const store = keeps({ "limber.drinks-plan": damaged });
    assert.equal(planOf(store, NOW), null);
    assert.deepEqual(typedPlan(store, NOW), {});
  }
});
