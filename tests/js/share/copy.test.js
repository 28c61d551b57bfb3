import assert from "node:assert/strict";
import { test } from "node:test";
import { states } from "../../../static/js/share/copy.js";

const HERE = { now: "opened-1", next: "", ended: 0 };

test("only what is here is said to be here", () => {
  assert.deepEqual(states(undefined), []);
  assert.deepEqual(states({ ...HERE, now: "" }), []);
  assert.deepEqual(states(HERE), ["here"]);
});

test("a copy says what has become of what it is a copy of", () => {
  assert.deepEqual(states({ ...HERE, next: "opened-2" }), ["newer", "here"]);
  assert.deepEqual(states({ ...HERE, next: "opened-2", ended: 410 }), ["withdrawn"]);
  assert.deepEqual(states({ ...HERE, ended: 404 }), ["gone", "here"]);
});
