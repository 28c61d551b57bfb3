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
  steps: SHORT.steps.map((step, i) => ({
    ...step,
    easier: "Sit down.",
    cautions: /** @type {Record<string, string>} */ (i ? { knees: "Fold the towel." } : {}),
  })),
};

test("the player waits before a step with a caution of the person's, once", () => {
  const phases = timeline(withAsking(CAREFUL, ["knees"]));
  const waiting = phases.filter(({ waits }) => waits);
  assert.deepEqual(
    waiting.map(({ kind, step, round }) => [kind, step, round]),
    [["ready", 1, 1]],
  );
});

test("it says the caution and the easier form", () => {
  const session = withAsking(CAREFUL, ["knees"]);
  const phase = timeline(session).find(({ waits }) => waits);
  assert.ok(phase);
  const { phaseName, cue } = view(session, phase);
  assert.deepEqual([phaseName, cue], ["Take care", "Fold the towel. Easier: Sit down."]);
});

test("what does not apply is not asked", () => {
  assert.ok(!timeline(withAsking(CAREFUL, ["wrists"])).some(({ waits }) => waits));
  assert.ok(!timeline(withAsking(CAREFUL, [])).some(({ waits }) => waits));
});
