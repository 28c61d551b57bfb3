import assert from "node:assert/strict";
import { test } from "node:test";

import { looksPersonal } from "../../../static/js/build/personal.js";

const RULES = { titles: ["mr", "mrs", "dr", "patient"], year: 2026 };
const CHINESE = { titles: ["姓名", "患者", "~先生", "~女士", "~小姐", "~太太"], year: 2026 };

for (const [words, what] of /** @type {const} */ ([
  ["For Mrs. Miller", "person"],
  ["MR SMITH, week 2", "person"],
  ["Patient Ana", "person"],
  ["Patient: Ana", "person"],
  ["ask ana@example.org", "email"],
  ["+49 171 2345678", "phone"],
  ["+1 555 0199", "phone"],
  ["(030) 123-45-67", "phone"],
  ["06 12 34 56 78", "phone"],
  ["since 1.5.2026: 0171-23-45-67", "phone"],
  ["born 3.4.1962", "birth"],
  ["geb.3.4.1962", "birth"],
  ["03/04/62", "birth"],
  ["10/25/1962", "birth"],
  ["3.4.62", "birth"],
  ["03.04.14", "birth"],
  ["1962-04-03", "birth"],
  ["10-15-20, born 3-4-1962", "birth"],
])) {
  test(`“${words}” looks personal`, () => assert.equal(looksPersonal(words, RULES), what));
}

for (const words of [
  "Low back, week 2",
  "3 x 20 s, rest 30 s",
  "10-15 times, 2-3 sets",
  "the patient holds the rail",
  "Mr",
  "1.5 kg in each hand",
  "Monday 7:30, Wednesday 18:00",
  "L4/5, 2024",
  "Hold 10-15-20 s",
  "10/12/14",
  "10-20-40 s",
  "8/10/12/14",
  "10-12-14-62",
  "1 2 3 4 5 6 7",
  "1 2 3 4 5 6 7 8 9 10",
  "10 12 14 16",
  "+5 kg",
  "until 1.12.2026",
  "from 01.12.2026",
  "2026-12-01",
]) {
  test(`“${words}” does not`, () => assert.equal(looksPersonal(words, RULES), null));
}

for (const words of ["王先生", "请张 患者 王芳", "给欧阳娜娜女士的练习", "𠮷太太", "姓名：王芳"]) {
  test(`“${words}” looks personal where no space parts the words`, () =>
    assert.equal(looksPersonal(words, CHINESE), "person"));
}

for (const words of ["先生", "每天 先生", "for women: 女士", "颈部和背部练习"]) {
  test(`“${words}” does not where no space parts the words`, () =>
    assert.equal(looksPersonal(words, CHINESE), null));
}

test("a ~ is no part of what stands before a name", () =>
  assert.equal(looksPersonal("~先生 王", CHINESE), null));
