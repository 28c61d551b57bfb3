import assert from "node:assert/strict";
import { test } from "node:test";
import { agree, mayTransfer } from "../../../static/js/offline/consent.js";
import { keeps, REFUSES } from "../shared/device.js";

test("where nothing is said of the connection, or it is free, nothing is asked", () => {
  for (const free of [undefined, {}, { saveData: false, type: "wifi", effectiveType: "4g" }]) {
    assert.equal(mayTransfer(keeps(), free), true);
  }
});

test("where somebody saves data or pays for it, a yes comes first, and holds", () => {
  const dear = [{ saveData: true }, { type: "cellular" }, { effectiveType: "slow-2g" }];
  for (const connection of [...dear, { effectiveType: "2g" }]) {
    const store = keeps();
    assert.equal(mayTransfer(store, connection), false);
    agree(store);
    assert.equal(mayTransfer(store, connection), true);
  }
});

test("a browser that keeps nothing asks again", () => {
  agree(REFUSES);
  assert.equal(mayTransfer(REFUSES, { saveData: true }), false);
});
