import assert from "node:assert/strict";
import { test } from "node:test";

import { answers, choice, keepChoice } from "../../../static/js/swim/choice.js";
import { fahrenheit, step } from "../../../static/js/swim/bands.js";
import { keeps, REFUSES } from "../shared/device.js";

const SAID = {
  celsius: 14.5,
  unsure: true,
  wetsuit: /** @type {const} */ ("no"),
  experience: /** @type {const} */ ("yes"),
  company: /** @type {const} */ (""),
};

test("what was said is kept", () => {
  const store = keeps();
  assert.equal(keepChoice(SAID, store), true);
  assert.deepEqual(choice(store), SAID);
});

test("who said nothing, or keeps nothing, has said nothing of themselves", () => {
  const nothing = { celsius: 16, unsure: false, wetsuit: "", experience: "", company: "" };
  assert.deepEqual(choice(keeps()), nothing);
  assert.deepEqual(choice(REFUSES), nothing);
  assert.deepEqual(choice(keeps({ "limber.swim": '{"celsius": "warm", "wetsuit": 3}' })), nothing);
  assert.equal(keepChoice(SAID, REFUSES), false);
});

test("an answer applies, or does not, or was never given", () => {
  assert.deepEqual(answers(SAID), { "no-wetsuit": true, "first-time": false, alone: null });
});

test("a step leads to a whole degree of the unit that is shown", () => {
  assert.equal(step(14.5, 1), 15);
  assert.equal(step(14.5, -1), 14);
  assert.equal(step(14, -1), 13);
  assert.equal(step(14, 1), 15);
  assert.equal(fahrenheit(15), 59);
});
