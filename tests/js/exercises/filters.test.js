import assert from "node:assert/strict";
import { test } from "node:test";

import {
  choose,
  counted,
  countWith,
  fitting,
  format,
  isFilter,
  isNone,
  parse,
  tidy,
} from "../../../static/js/exercises/filters.js";
import { fold } from "../../../static/js/shared/fold.js";
import { randomness } from "../player/sessions.js";
import { EXERCISES, OFFERED, randomFilter } from "./library.js";

/** @typedef {import("../../../static/js/exercises/filters.js").Filter} Filter */

const NONE = parse("", OFFERED);
const MANY = Array.from({ length: 400 }, (_, seed) => randomFilter(seed));

/** @param {string} hash @returns {string[]} the first words of those that fit */
function found(hash) {
  const filter = parse(hash, OFFERED);
  return EXERCISES.filter(fitting(filter)).map(({ text }) => text.split(" ")[0]);
}

test("a filter is read from what stands after the hash, in any order", () => {
  const { q, chosen } = parse("#q=cat&region=hips,lower-back&position=standing", OFFERED);
  assert.equal(q, "cat");
  assert.deepEqual(chosen, { position: ["standing"], region: ["lower-back", "hips"], time: [] });
});

test("a filter is written so that a person can read it", () => {
  const filter = parse("#q=cat%20cow&region=hips,lower-back&position=standing", OFFERED);
  assert.equal(format(filter), "position=standing&region=lower-back,hips&q=cat+cow");
});

test("what is not on offer is left out", () => {
  for (const hash of [
    "#region=moon",
    "#moon=region",
    "#region",
    "#toString=1",
    "#%E0%A4%A",
    "#&=,",
  ])
    assert.ok(isNone(parse(hash, OFFERED)), hash);
});

test("every filter comes back as it was written", () => {
  for (const filter of MANY) {
    assert.deepEqual(parse(`#${format(filter)}`, OFFERED), filter);
  }
});

test("whatever is typed, written once is written for good", () => {
  for (const q of [
    "\ud800",
    "  a \n b ",
    "a".repeat(500),
    `${"a".repeat(59)} b`,
    "👣".repeat(40),
  ]) {
    const once = format({ ...NONE, q: tidy(q) });
    assert.equal(format(parse(once, OFFERED)), once);
  }
});

test("the name of a place on the page is no filter, an empty hash is one", () => {
  assert.ok(!isFilter("#main", OFFERED));
  assert.ok(!isFilter("#constructor=1", OFFERED));
  for (const hash of ["", "#", "#q=", "#region=moon", "#main&region=hips"]) {
    assert.ok(isFilter(hash, OFFERED), hash);
  }
});

test("of one group this or that, of several groups this and that", () => {
  assert.deepEqual(found("#position=standing,lying"), ["march", "bridge"]);
  assert.deepEqual(found("#position=all-fours&region=hips"), ["bird"]);
  assert.deepEqual(found("#position=standing&region=hips"), []);
  assert.deepEqual(found("#q=cow&position=all-fours"), ["cat"]);
  assert.deepEqual(found("#time=2"), ["cat", "bridge"]);
});

test("one value more of a group never takes away, one group more never adds", () => {
  for (const [seed, filter] of MANY.entries()) {
    const between = randomness(seed + 1000);
    const [group, values] = Object.entries(OFFERED)[between(0, 2)];
    const value = values[between(0, values.length - 1)];
    const more = choose(filter, { group, value, on: true }, OFFERED);
    const before = EXERCISES.filter(fitting(filter));
    const after = EXERCISES.filter(fitting(more));
    const [few, many] = filter.chosen[group].length ? [before, after] : [after, before];
    assert.ok(few.every((each) => many.includes(each)));
  }
});

test("what is chosen and put back leaves the filter as it was", () => {
  for (const filter of MANY) {
    for (const [group, values] of Object.entries(OFFERED)) {
      for (const value of values) {
        const on = !filter.chosen[group].includes(value);
        const there = choose(filter, { group, value, on }, OFFERED);
        assert.notDeepEqual(there, filter);
        assert.deepEqual(choose(there, { group, value, on: !on }, OFFERED), filter);
      }
    }
  }
});

test("a value's count is what would be left with it alone of its group", () => {
  const filter = parse("#position=all-fours", OFFERED);
  assert.equal(countWith(EXERCISES, filter, { group: "region", value: "lower-back" }), 2);
  assert.equal(countWith(EXERCISES, filter, { group: "region", value: "legs" }), 0);
  assert.equal(countWith(EXERCISES, filter, { group: "position", value: "lying" }), 1);
});

test("a value that counts none adds none, and one that counts some leaves some", () => {
  for (const filter of MANY) {
    for (const [group, values] of Object.entries(OFFERED)) {
      for (const value of values) {
        const count = countWith(EXERCISES, filter, { group, value });
        const chosen = choose(filter, { group, value, on: true }, OFFERED);
        const others = choose(filter, { group, value, on: false }, OFFERED);
        const left = EXERCISES.filter(fitting(chosen)).length;
        assert.ok(left >= count);
        if (!count && others.chosen[group].length) {
          assert.equal(left, EXERCISES.filter(fitting(others)).length);
        } else if (!count) {
          assert.equal(left, 0);
        }
      }
    }
  }
});

test("a search does not mind case, accents, vowel signs and dashes", () => {
  const alike = [
    ["CAT-COW", "cat cow"],
    ["Yúnshǒu", "yunshou"],
    ["Child’s pose", "Child's POSE"],
    ["أَسفَلُ الظَّهر", "اسفل الظهر"],
    ["إطالة", "اطاله"],
    ["مـــشي", "مشى"],
    ["ＡＢＣ", "abc"],
  ];
  for (const [one, other] of alike) {
    assert.equal(fold(one), fold(other));
  }
});

test("each word typed must be there, anywhere; letters without words mean nothing", () => {
  const texts = ["Cat-cow: 猫牛式", "云手 Yúnshǒu Wave hands like clouds", "تمرين القطة والبقرة"];
  const all = texts.map((text) => ({ text: fold(text), values: {} }));
  /** @param {string} q */
  const seen = (q) => all.flatMap((each, i) => (fitting({ q, chosen: {} })(each) ? [i] : []));
  assert.deepEqual(seen("cow cat"), [0]);
  assert.deepEqual(seen("牛"), [0]);
  assert.deepEqual(seen("yun cloud"), [1]);
  assert.deepEqual(seen("قطه"), [2]);
  assert.deepEqual(seen("cat cloud"), []);
  assert.deepEqual(seen(" ?! "), [0, 1, 2]);
});

test("a count is said in its plural category, with the digits of the language", () => {
  const english = { locale: "en", counts: { one: "%(n)s exercise", other: "%(n)s exercises" } };
  assert.equal(counted(0, english), "0 exercises");
  assert.equal(counted(1, english), "1 exercise");
  const counts = { two: "تمرينان", few: "%(n)s تمارين", other: "%(n)s تمرين" };
  const arabic = { locale: "ar-u-nu-arab", counts };
  assert.equal(counted(2, arabic), "تمرينان");
  assert.equal(counted(8, arabic), "٨ تمارين");
  assert.equal(counted(100, arabic), "١٠٠ تمرين");
});

test("digits of other scripts are the same digits", () => {
  assert.equal(fold("٩٩٧ ۱۲"), "997 12");
});
