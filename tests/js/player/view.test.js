import assert from "node:assert/strict";
import { test } from "node:test";

import { timeline } from "../../../static/js/player/timeline.js";
import { digits, remaining, view } from "../../../static/js/player/view.js";
import { SHORT } from "./sessions.js";

const phases = timeline(SHORT);

/** @param {string} kind */
function first(kind) {
  const phase = phases.find((each) => each.kind === kind);
  assert.ok(phase);
  return phase;
}

test("a tempo part shows its own name and cue, the repetition, side and set", () => {
  const shown = view(SHORT, first("stay"));
  assert.equal(shown.phaseName, "Stay");
  assert.equal(shown.cue, "Keep breathing.");
  assert.equal(shown.count, "Repetition 1 of 2 · Side 1 of 2 · Set 1 of 2");
  assert.equal(shown.position, "Step 2 of 2");
});

test("getting ready says how to begin", () => {
  const shown = view(SHORT, first("ready"));
  assert.equal(shown.phaseName, "Get ready");
  assert.equal(shown.cue, "Stand tall.");
  assert.equal(shown.note, "Outdoors");
});

test("what comes next is named, and the last step says so", () => {
  assert.equal(view(SHORT, first("ready")).next, "Next: Bird dog, 2 × 2 times each side");
  assert.equal(view(SHORT, first("stay")).next, "This is the last step.");
  const twice = { ...SHORT, rounds: 2 };
  assert.equal(view(twice, first("stay")).next, "Next: March, 1 min 30 s");
});

test("the rest between rounds leads to the first step and says the round", () => {
  const twice = { ...SHORT, rounds: 2, rest: 60 };
  const between = timeline(twice).find(({ kind, set }) => kind === "rest" && set === 0);
  assert.ok(between);
  const shown = view(twice, between);
  assert.equal(shown.next, "Next: March, 1 min 30 s");
  assert.equal(shown.count, "Round 2 of 2");
});

test("the screen reader hears step, rest and side changes, not every tempo part", () => {
  assert.equal(view(SHORT, first("switch")).announce, "Switch sides: Bird dog. The other side.");
  assert.equal(view(SHORT, first("stay")).announce, "");
});

test("the last second reads 1, a long phase reads minutes and seconds", () => {
  assert.equal(digits(SHORT, first("stay"), 0.2), "1");
  assert.equal(digits(SHORT, first("stay"), 4), "4");
  assert.equal(digits(SHORT, first("move"), 61.5), "1:02");
  assert.equal(view(SHORT, first("move")).long, true);
});

test("time left never shows more than the phase has", () => {
  assert.equal(digits(SHORT, first("stay"), 99), "4");
});

test("numbers are the reader's own", () => {
  const arabic = { ...SHORT, locale: "ar-u-nu-arab" };
  assert.equal(digits(arabic, first("stay"), 3), "٣");
  assert.equal(remaining(arabic, 65), "١:٠٥ left");
});
