import assert from "node:assert/strict";
import { test } from "node:test";
import { EMPTY } from "../../../static/js/offline/worker/pairs.js";
import { summary } from "../../../static/js/offline/worker/summary.js";

const NOW = { taken: null, fault: /** @type {const} */ ("") };
const pack = { count: 2, stored: 10, assets: "", corrected: 0 };
const STATE = {
  ...EMPTY,
  active: { shared: "shared-1", languages: { en: "en-1", ar: "ar-1" } },
  kept: { "shared-1": pack, "en-1": pack, "ar-1": pack },
};

test("what is here is ready, and its bytes are summed", () => {
  const { ready, stored, broken, waits } = summary(STATE, NOW);
  assert.deepEqual([ready, stored, broken, waits], [["en", "ar"], 30, false, false]);
});

test("a language that is broken is not ready, and with the shared pack none is", () => {
  assert.deepEqual(summary({ ...STATE, broken: ["ar-1"] }, NOW).ready, ["en"]);
  assert.deepEqual(summary({ ...STATE, broken: ["shared-1"] }, NOW).ready, []);
});

test("a fault that could not be remembered is told as well", () => {
  assert.equal(summary(STATE, { ...NOW, fault: "full" }).fault, "full");
  assert.equal(summary({ ...STATE, fault: "network" }, NOW).fault, "network");
});
