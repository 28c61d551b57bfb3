import assert from "node:assert/strict";
import { test } from "node:test";

import { withAsking } from "../../../static/js/player/asking.js";
import { timeline } from "../../../static/js/player/timeline.js";
import { view } from "../../../static/js/player/view.js";
import { SHORT } from "./sessions.js";

const WORDS = { easier: "Easier: %(text)s", takeCare: "Take care", resume: "Go on" };
const CAREFUL = {
  ...SHORT,
  rounds: 2,
  words: { ...SHORT.words, ...WORDS },
  cautions: { doctor: "See a doctor first.", knees: "Keep it slow." },
  steps: SHORT.steps.map((step, i) => ({
    ...step,
    easier: "Sit down.",
    cautions: /** @type {Record<string, string>} */ (i ? { knees: "Fold the towel." } : {}),
  })),
};

/** @param {import("../../../static/js/player/timeline.js").Session} session */
function asked(session) {
  return timeline(session)
    .filter(({ waits }) => waits)
    .map((phase) => [phase.kind, phase.step, phase.round, view(session, phase).cue]);
}

test("the player waits before a step with a caution of the person's, once", () => {
  assert.deepEqual(asked(withAsking({ ...CAREFUL, cautions: {} }, ["knees"])), [
    ["ready", 1, 1, "Fold the towel. Easier: Sit down."],
  ]);
});

test("what the whole session carries is said before the first step that is done", () => {
  const session = withAsking(CAREFUL, ["knees", "doctor"]);
  assert.deepEqual(asked(session)[0], ["ready", 0, 1, "Keep it slow. See a doctor first."]);
  const steps = session.steps.map((step, i) => ({ ...step, leftOut: i === 0 }));
  assert.deepEqual(asked({ ...session, steps }), [
    ["ready", 1, 1, "Keep it slow. See a doctor first. Fold the towel. Easier: Sit down."],
  ]);
});

test("a doctor is not replaced by an easier form", () => {
  const session = withAsking(CAREFUL, ["doctor"]);
  const phase = timeline(session).find(({ waits }) => waits);
  assert.ok(phase);
  const { phaseName, cue, offersEasier } = view(session, phase);
  assert.deepEqual([phaseName, cue, offersEasier], ["Take care", "See a doctor first.", false]);
});

test("the easier form is offered where a movement is cautioned, unless it was taken", () => {
  const session = withAsking(CAREFUL, ["knees"]);
  const phase = timeline(session).find(({ waits, step }) => waits && step === 1);
  assert.ok(phase);
  assert.equal(view(session, phase).offersEasier, true);
  const steps = session.steps.map((step) => ({ ...step, form: /** @type {const} */ ("easier") }));
  assert.equal(view({ ...session, steps }, phase).offersEasier, false);
});

test("what does not apply is not asked", () => {
  assert.deepEqual(asked(withAsking(CAREFUL, ["wrists"])), []);
  assert.deepEqual(asked(withAsking(CAREFUL, [])), []);
});
