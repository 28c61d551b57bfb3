import assert from "node:assert/strict";
import { test } from "node:test";

import { AS_WRITTEN, adjusted } from "../../../static/js/player/adjust.js";
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

test("what is counted in breaths counts them, and a name of its tradition is handed on", () => {
  const [march, birdDog] = SHORT.steps;
  const native = { characters: "云手", pinyin: "Yúnshǒu" };
  const dose = /** @type {const} */ ({ breaths: 6, sides: "none", sets: 1, rest: 0 });
  const session = { ...SHORT, steps: [march, { ...birdDog, native, dose }] };
  const third = timeline(session).find(({ repetition }) => repetition === 3);
  assert.ok(third);
  const shown = view(session, third);
  assert.deepEqual([shown.count, shown.native], ["Breath 3 of 6", native]);
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

test("getting ready, the first line stands as the cue and not once more below", () => {
  assert.deepEqual(view(SHORT, first("ready")).how, ["March."]);
  assert.deepEqual(view(SHORT, first("stay")).how, ["Kneel.", "Reach."]);
});

test("a single step is neither counted nor called the last", () => {
  const single = { ...SHORT, steps: SHORT.steps.slice(1) };
  const shown = view(single, timeline(single)[0]);
  assert.deepEqual([shown.position, shown.next], ["", ""]);
});

test("steps that are left out do not count", () => {
  const [march, birdDog] = SHORT.steps;
  const session = { ...SHORT, steps: [{ ...march, leftOut: true }, birdDog, march] };
  const shown = view(session, timeline(session)[0]);
  assert.deepEqual([shown.position, shown.next], ["Step 1 of 2", "Next: March, 1 min 30 s"]);
});

test("a step that waits says what is to be done, and how to go on", () => {
  const tapped = adjusted(SHORT, { ...AS_WRITTEN, count: "tap" });
  const waiting = timeline(tapped).find(({ waits }) => waits);
  assert.ok(waiting);
  const shown = view(tapped, waiting);
  assert.equal(shown.phaseName, "In your own time");
  assert.equal(shown.count, "2 × 2 times each side · Side 1 of 2 · Set 1 of 2");
  assert.equal(shown.announce, "In your own time: Bird dog. Tap Done.");
});

test("the form that was chosen stands with the note", () => {
  const easier = adjusted(SHORT, { ...AS_WRITTEN, forms: { 0: "easier" } });
  assert.equal(view(easier, first("ready")).note, "Outdoors Easier: Lift your heels only.");
});

test("parts of a second are no digits", () => {
  const slow = adjusted(SHORT, { ...AS_WRITTEN, pace: 0.75 });
  const lift = timeline(slow).find(({ part, step }) => step === 1 && part === 2);
  assert.ok(lift);
  assert.equal(digits(slow, { ...lift, seconds: 8 / 3 }, 8 / 3), "3");
});
