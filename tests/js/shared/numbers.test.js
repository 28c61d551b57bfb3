// The same table of cases as tests/locales/test_numbers.py.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import {
  clock,
  hourAndMinute,
  number,
  parseNumber,
  plainNumber,
} from "../../../static/js/shared/numbers.js";

const cases = JSON.parse(
  readFileSync(new URL("../../locales/numbers.json", import.meta.url), "utf8"),
);
/** @type {Record<string, string>} */
const locales = {
  ...Object.fromEntries(["en", "de", "es", "fr", "zh-Hans"].map((tag) => [tag, tag])),
  ar: "ar-u-nu-arab",
};

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
    assert.equal(parseNumber(typed, "en"), value);
  });
}

for (const [locale, typed, value] of cases.parseIn) {
  test(`typed ${JSON.stringify(typed)} in ${locale} means ${value}`, () => {
    assert.equal(parseNumber(typed, locale), value);
  });
}

test("a field for a time has two digits for each part", () => {
  assert.equal(hourAndMinute(new Date(2026, 6, 1, 9, 5).getTime()), "09:05");
});

test("a number to be typed has no sign for thousands, so that it is read as what it was", () => {
  for (const locale of ["en", "de", "fr", "es", "ar-u-nu-arab", "zh-Hans"]) {
    for (const value of [1500, 12345, 0.5, 1234.5]) {
      assert.equal(parseNumber(plainNumber(value, locale), locale), value, `${value} in ${locale}`);
    }
  }
});

test("what is written can be typed again, in every language", () => {
  for (const locale of Object.values(locales)) {
    for (let thousandths = -999_999; thousandths < 1_000_000; thousandths += 787) {
      const value = thousandths / 1000;
      assert.equal(parseNumber(number(value, locale), locale), value, `${value} in ${locale}`);
    }
  }
});
