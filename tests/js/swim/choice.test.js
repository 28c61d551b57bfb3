import assert from "node:assert/strict";
import { test } from "node:test";

import { fahrenheit } from "../../../static/js/shared/degrees.js";
import { step } from "../../../static/js/swim/bands.js";
import { choice, keepChoice, withSaid } from "../../../static/js/swim/choice.js";
import { keeps, REFUSES } from "../shared/device.js";

const NOW = new Date(2026, 6, 1, 10).getTime();
const TOMORROW = NOW + 24 * 3600 * 1000;

/** @type {import("../../../static/js/swim/choice.js").Choice} */
const SAID = {
  celsius: 14.5,
  unsure: true,
  wetsuit: "no",
  experience: "yes",
  company: "yes",
  experienced: 14.5,
};
/** @type {import("../../../static/js/swim/choice.js").Choice} */
const NOTHING = {
  celsius: null,
  unsure: false,
  wetsuit: "",
  experience: "",
  company: "",
  experienced: null,
};

test("what was said is kept, but company and not being sure are of one day", () => {
  const store = keeps();
  assert.equal(keepChoice(SAID, store, NOW), true);
  assert.deepEqual(choice(store, NOW), SAID);
  assert.deepEqual(choice(store, TOMORROW), { ...SAID, unsure: false, company: "" });
});

test("who said nothing, or keeps nothing, has said nothing of themselves or of the water", () => {
  assert.deepEqual(choice(keeps(), NOW), NOTHING);
  assert.deepEqual(choice(REFUSES, NOW), NOTHING);
  const rubbish = keeps({
    "limber.swim": '{"celsius": "warm", "wetsuit": 3, "experienced": null}',
  });
  assert.deepEqual(choice(rubbish, NOW), NOTHING);
  assert.equal(keepChoice(SAID, REFUSES, NOW), false);
});

test("experience counts for water as warm as it was said of, and is asked again for colder", () => {
  const warm = withSaid({ ...NOTHING, celsius: 24 }, { experience: "yes" });
  assert.equal(warm.experienced, 24);
  assert.equal(withSaid(warm, { celsius: 25 }).experience, "yes");
  const colder = withSaid(warm, { celsius: 14 });
  assert.deepEqual([colder.experience, colder.experienced], ["", null]);
  assert.equal(withSaid({ ...NOTHING, experience: "yes" }, { celsius: 14 }).experienced, 14);
  assert.equal(withSaid({ ...warm, experience: "no" }, { celsius: 14 }).experience, "no");
});

test("a step leads to a whole degree of the unit that is shown", () => {
  assert.equal(step(14.5, 1), 15);
  assert.equal(step(14.5, -1), 14);
  assert.equal(step(14, -1), 13);
  assert.equal(step(14, 1), 15);
  assert.equal(fahrenheit(15), 59);
});
