import assert from "node:assert/strict";
import { test } from "node:test";

import { find, indexed, wordsOf } from "../../../static/js/search/rank.js";

/** @param {string} title @param {string[]} names @param {string} about @param {string} kind */
const entry = (title, names = [], about = "", kind = "exercise", elsewhere = "") => ({
  kind,
  address: title,
  title,
  about,
  names,
  elsewhere,
  marks: "",
});

const INDEX = indexed(
  [
    entry("Cat-cow", ["القطة والبقرة", "猫牛式"], "Round and hollow the back."),
    entry("Seated cat-cow", ["猫牛式坐姿"]),
    entry("Bridge", [], "", "exercise", "brücke pont puente"),
    entry("Cloud hands", ["Yúnshǒu", "云手"], "Tai Chi"),
    entry("Cold-water warm-up", ["before swimming"], "Ten minutes before cold water."),
    entry("Hold the edge", ["Bā Duàn Jǐn"], "At the wall of the pool."),
    entry("Strokes down the back", [], "With warm hands."),
    entry("One side of the face drops", ["stroke"], "", "help"),
  ],
  ["my", "في"],
);

/** @param {string} typed */
const found = (typed) => find(INDEX, typed).map(({ title }) => title);

test("what is called so comes before what has it among other words", () => {
  assert.deepEqual(found("cat-cow"), ["Cat-cow", "Seated cat-cow"]);
  assert.deepEqual(found("cold water"), ["Cold-water warm-up"]);
});

test("a slip, an accent, a name of another language, and Chinese without spaces are understood", () => {
  const names = ["clodu", "cluod", "yunshou", "Yúnshǒu", "yun shou", "云手", "cloud hnads"];
  for (const typed of [...names, "clouds"]) {
    assert.equal(found(typed)[0], "Cloud hands", typed);
  }
  assert.equal(found("القِطّة")[0], "Cat-cow");
  assert.equal(found("猫牛")[0], "Cat-cow");
  assert.equal(found("baduanjin")[0], "Hold the edge");
});

test("Arabic is understood with and without its article", () => {
  assert.equal(found("قطة")[0], "Cat-cow");
  assert.equal(found("بالقطة")[0], "Cat-cow");
});

test("what has every word comes first, what has the rarer one next", () => {
  assert.deepEqual(found("seated cat")[0], "Seated cat-cow");
  assert.deepEqual(found("cloud back")[0], "Cloud hands");
  assert.ok(!found("seated cat").includes("Cloud hands"));
});

test("words that say nothing are left out, unless there is no other", () => {
  assert.deepEqual(found("my cat"), found("cat"));
  assert.deepEqual(found("my"), []);
});

test("help comes before what fits as well", () => {
  assert.equal(found("stroke")[0], "One side of the face drops");
});

test("slips are not forgiven in what is said about a page", () => {
  assert.deepEqual(found("minuets"), []);
});

test("a name of a language of the same letters is found as it is written, without a slip", () => {
  assert.deepEqual(found("Brucke"), ["Bridge"]);
  assert.deepEqual(found("puente"), ["Bridge"]);
  assert.deepEqual(found("pueste"), []);
});

test("nothing finds nothing", () => {
  assert.deepEqual(found(" "), []);
  assert.deepEqual(found("zebra"), []);
});

test("what is longer than its field takes is read as far as that", () => {
  assert.deepEqual(found(`my${" ".repeat(60)}stroke`), []);
});

test("of Chinese every two signs are a word", () => {
  assert.deepEqual(wordsOf("下水前热身"), ["下水", "水前", "前热", "热身"]);
  assert.deepEqual(wordsOf("抽筋"), ["抽筋"]);
});
