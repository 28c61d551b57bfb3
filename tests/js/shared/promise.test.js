import assert from "node:assert/strict";
import { test } from "node:test";

import { askToKeep } from "../../../static/js/shared/promise.js";
import { keeps, REFUSES } from "./device.js";

function browser() {
  const asked = { times: 0 };
  const persist = async () => {
    asked.times += 1;
    return false;
  };
  return { asked, navigator: /** @type {any} */ ({ storage: { persist } }) };
}

test("a browser is asked once", () => {
  const { asked, navigator } = browser();
  const store = keeps();
  askToKeep(store, navigator);
  askToKeep(store, navigator);
  assert.equal(asked.times, 1);
});

test("one that keeps nothing is not asked with every page", () => {
  const { asked, navigator } = browser();
  askToKeep(REFUSES, navigator);
  assert.equal(asked.times, 0);
});

test("one that cannot promise is left alone", () => {
  askToKeep(keeps(), /** @type {any} */ ({}));
});
