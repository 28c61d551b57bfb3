import assert from "node:assert/strict";
import { test } from "node:test";

import { spokenDose, spokenLength } from "../../../../static/js/player/voice/doses.js";
import { DOSES } from "../sessions.js";
import { ENGLISH } from "./spoken_words.js";

/** @param {Partial<import("../../../../static/js/player/timeline.js").Dose>} dose */
function said(dose) {
  return spokenDose({ sides: "none", sets: 1, rest: 0, ...dose }, DOSES, ENGLISH);
}

test("a dose is said in whole words, as one would", () => {
  assert.equal(said({ seconds: 10, sides: "each" }), "10 seconds on each side");
  assert.equal(said({ seconds: 20, sets: 2 }), "20 seconds, 2 sets");
  assert.equal(said({ repetitions: 1 }), "1 time");
  assert.equal(said({ repetitions: 10, sides: "alternate" }), "10 times, taking turns");
  assert.equal(said({ breaths: 6, sets: 3 }), "6 breaths, 3 sets");
});

test("lengths by the plural of each of their numbers", () => {
  const lengths = [1, 20, 60, 61, 90, 180];
  assert.deepEqual(
    lengths.map((each) => spokenLength(each, ENGLISH)),
    [
      "1 second",
      "20 seconds",
      "1 minute",
      "1 minute and 1 second",
      "1 minute and 30 seconds",
      "3 minutes",
    ],
  );
});
