import assert from "node:assert/strict";
import { test } from "node:test";

import { marks } from "../../../static/js/player/lane.js";
import { timeline, totalSeconds } from "../../../static/js/player/timeline.js";
import { randomSession, SHORT } from "./sessions.js";

test("the lane is drawn to scale: its marks last as long as the session, without a gap", () => {
  for (let seed = 0; seed < 100; seed += 1) {
    const phases = timeline(randomSession(seed));
    let end = 0;
    for (const { start, seconds } of marks(phases)) {
      assert.equal(start, end);
      end += seconds;
    }
    assert.equal(end, totalSeconds(phases));
  }
});

test("one side of one set is one mark, and getting ready is a rest", () => {
  assert.deepEqual(
    marks(timeline(SHORT)).map(({ kind, seconds }) => `${kind} ${seconds}`),
    [
      "rest 10",
      "move 90",
      "rest 15",
      "move 20",
      "switch 6",
      "move 20",
      "rest 20",
      "move 20",
    ].concat(["switch 6", "move 20"]),
  );
});

test("what is mostly kept still is a stay", () => {
  const [, step] = SHORT.steps;
  const [reach, stay, lower] = step.tempo;
  const held = { ...step, tempo: [reach, { ...stay, seconds: 20 }, lower] };
  const kinds = marks(timeline({ ...SHORT, steps: [held] })).map(({ kind }) => kind);
  assert.deepEqual(new Set(kinds), new Set(["rest", "stay", "switch"]));
});
