import assert from "node:assert/strict";
import { test } from "node:test";

import { applies, isUnsurePlan } from "../../../static/js/swim/answers.js";

const COLD = { lowest: 12, withLowest: true, highest: 15, withHighest: true };
const COOL = { lowest: 15, withLowest: false, highest: 21, withHighest: true };
const BANDS = [{ lowest: null, withLowest: false, highest: 12, withHighest: false }, COLD, COOL];
/** @type {import("../../../static/js/swim/choice.js").Choice} */
const SAID = {
  celsius: 14,
  unsure: false,
  wetsuit: "yes",
  experience: "yes",
  company: "yes",
  experienced: 14,
};

test("an answer applies, or does not, or was never given", () => {
  const alone = { answer: "alone", below: null };
  assert.equal(applies(alone, SAID, COLD), false);
  assert.equal(applies(alone, { ...SAID, company: "no" }, COLD), true);
  assert.equal(applies(alone, { ...SAID, company: "" }, COLD), null);
  assert.equal(applies({ answer: "no-wetsuit", below: null }, SAID, COLD), false);
});

test("experience with warmer water is none with this", () => {
  const first = { answer: "first-time", below: null };
  assert.equal(applies(first, SAID, COLD), false);
  assert.equal(applies(first, { ...SAID, experienced: 20 }, COLD), null);
  assert.equal(applies(first, { ...SAID, experienced: 20 }, COOL), false);
  assert.equal(applies(first, { ...SAID, experience: "no" }, COLD), true);
});

test("below 18 degrees without a wetsuit nobody goes in, at 18 they may", () => {
  const bare = { answer: "no-wetsuit", below: 18 };
  /** @type {(celsius: number | null, unsure?: boolean) => boolean | null} */
  const asked = (celsius, unsure = false) =>
    applies(bare, { ...SAID, celsius, unsure, wetsuit: "no" }, COOL);
  assert.equal(asked(17.9), true);
  assert.equal(asked(18), false);
  assert.equal(asked(20, true), true);
  assert.equal(asked(null), true);
  assert.equal(applies(bare, { ...SAID, celsius: 17 }, COOL), false);
});

test("only the band that not being sure led to says so", () => {
  const unsure = { ...SAID, celsius: 17, unsure: true };
  assert.equal(isUnsurePlan(unsure, 1, BANDS), true);
  assert.equal(isUnsurePlan(unsure, 2, BANDS), false);
  assert.equal(isUnsurePlan({ ...unsure, celsius: 8 }, 0, BANDS), false);
  assert.equal(isUnsurePlan({ ...unsure, unsure: false }, 1, BANDS), false);
});
