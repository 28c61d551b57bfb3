import assert from "node:assert/strict";
import { test } from "node:test";

import { isTooMuch, saysOf } from "../../../static/js/hydration/sweat_test/sums_view.js";
import { sweatTest } from "./sweats.js";

for (const [what, changes, says] of /** @type {const} */ ([
  ["a usual test", {}, []],
  ["one of 44 minutes", { minutes: 44 }, ["short"]],
  ["one without sweat", { after: 70.2, drunk: 0.1 }, ["measurement", "overdrink"]],
  ["weight lost, yet no sweat", { passed: 1.2, drunk: 0 }, ["measurement"]],
  ["weight gained", { after: 70.4, drunk: 1.1 }, ["overdrink"]],
  ["weight gained in a short one", { after: 70.1, minutes: 30 }, ["short", "overdrink"]],
  ["more than 0.8 L drunk an hour", { drunk: 1.3 }, ["fast"]],
  ["more than 2 percent lost", { after: 68.5 }, ["dehydration"]],
])) {
  test(`${what}: ${says.join(", ") || "nothing to say"}`, () => {
    const weighed = sweatTest(changes);
    assert.deepEqual(saysOf(weighed), says);
    const leads = says.some((each) => each === "overdrink" || each === "fast");
    assert.equal(isTooMuch(weighed), leads);
  });
}
