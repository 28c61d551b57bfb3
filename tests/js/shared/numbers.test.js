// The same table of cases as tests/locales/test_numbers.py.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { clock, number, parseNumber } from "../../../static/js/shared/numbers.js";

const cases = JSON.parse(
  readFileSync(new URL("../../locales/numbers.json", import.meta.url), "utf8"),
);
/** @type {Record<string, string>} */
const locales = { en: "en", ar: "ar-u-nu-arab" };

for (const [tag, value, written] of cases.number) {
  test(`${value} is written ${written} in ${tag}`, () => {
    assert.equal(number(value, locales[tag]), written);
  });
}

for (const [tag, seconds, written] of cases.clock) {
  test(`${seconds} seconds read ${written} in ${tag}`, () => {
    assert.equal(clock(seconds, locales[tag]), written);
  });
}

for (const [typed, value] of cases.parse) {
  test(`typed ${JSON.stringify(typed)} means ${value}`, () => {
    assert.equal(parseNumber(typed), value);
  });
}
