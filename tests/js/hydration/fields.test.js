import assert from "node:assert/strict";
import { test } from "node:test";

import { value } from "../../../static/js/hydration/fields.js";

const READER = { locale: "en", names: /** @type {any} */ ({}) };
const METRIC = { ...READER, unit: /** @type {const} */ ("metric") };
const US = { ...READER, unit: /** @type {const} */ ("us") };
const WEIGHT = { quantity: /** @type {const} */ ("weight"), low: 20, high: 300, wrong: "" };

test("a field is read in the reader's unit and in any digits, and kept within its bounds", () => {
  assert.equal(value("70,5", WEIGHT, METRIC), 70.5);
  assert.equal(value("٧٠٫٥", WEIGHT, METRIC), 70.5);
  assert.ok(Math.abs(Number(value("155", WEIGHT, US)) - 70.3068) < 1e-3);
  for (const wrong of ["", "x", "19.9", "301", "-70"]) {
    assert.equal(value(wrong, WEIGHT, METRIC), undefined, wrong);
  }
});

test("where a field may be empty it means what its rule says, and only then", () => {
  assert.equal(value("  ", { ...WEIGHT, empty: 0 }, METRIC), 0);
  assert.equal(value("", { ...WEIGHT, empty: null }, METRIC), null);
  assert.equal(value("x", { ...WEIGHT, empty: null }, METRIC), undefined);
});
