import assert from "node:assert/strict";
import { test } from "node:test";

import { conditions, keepConditions } from "../../../static/js/shared/conditions.js";
import { keeps, REFUSES } from "./device.js";

test("what applies to the person is kept on the device", () => {
  const store = keeps();
  assert.deepEqual(conditions(store), []);
  assert.equal(keepConditions(["knees", "doctor"], store), true);
  assert.deepEqual(conditions(store), ["knees", "doctor"]);
});

test("what is damaged, or refused, applies to nobody", () => {
  for (const kept of ["{", "{}", "7", "[1, null]"]) {
    assert.deepEqual(conditions(keeps({ "limber.conditions": kept })), []);
  }
  assert.deepEqual(conditions(REFUSES), []);
  assert.equal(keepConditions(["knees"], REFUSES), false);
});
