import assert from "node:assert/strict";
import { test } from "node:test";
import { conditions } from "../../../static/js/share/copy.js";

const HERE = { now: "opened-1", next: "", ended: 0 };

test("only what is here is said to be here", () => {
  assert.deepEqual(conditions(undefined), []);
  assert.deepEqual(conditions({ ...HERE, now: "" }), []);
  assert.deepEqual(conditions(HERE), ["here"]);
});

test("a copy says what has become of what it is a copy of", () => {
  assert.deepEqual(conditions({ ...HERE, next: "opened-2" }), ["newer", "here"]);
  assert.deepEqual(conditions({ ...HERE, next: "opened-2", ended: 410 }), ["withdrawn", "here"]);
  assert.deepEqual(conditions({ ...HERE, ended: 404 }), ["gone", "here"]);
});
