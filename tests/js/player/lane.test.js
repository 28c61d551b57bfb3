import assert from "node:assert/strict";
import { test } from "node:test";

import { bars } from "../../../static/js/player/lane.js";
import { timeline, totalSeconds } from "../../../static/js/player/timeline.js";
import { randomSession } from "./sessions.js";

test("the lane is drawn to scale: its bars last as long as the session, without a gap", () => {
  for (let seed = 0; seed < 100; seed += 1) {
    const phases = timeline(randomSession(seed));
    let end = 0;
    for (const { start, seconds } of bars(phases)) {
      assert.equal(start, end);
      end += seconds;
    }
    assert.equal(end, totalSeconds(phases));
  }
});

test("neighbours of one kind are one bar, but not across steps", () => {
  const common = { round: 1, set: 1, side: 0, sides: 0, repetition: 1, repetitions: 1, part: 0 };
  const phases = [0, 0, 1].map((step, i) => ({
    ...common,
    kind: /** @type {const} */ ("move"),
    step,
    start: 2 * i,
    seconds: 2,
  }));
  assert.deepEqual(
    bars(phases).map(({ seconds }) => seconds),
    [4, 2],
  );
});
