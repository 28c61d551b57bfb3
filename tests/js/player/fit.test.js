import assert from "node:assert/strict";
import { test } from "node:test";

import { AS_WRITTEN } from "../../../static/js/player/adjust.js";
import { fit, lasts, longer, placeIn, refusal, shorter } from "../../../static/js/player/fit.js";
import { timeline, totalSeconds } from "../../../static/js/player/timeline.js";
import { randomAdjustments, randomSession, SHORT } from "./sessions.js";

/** @typedef {import("../../../static/js/player/adjust.js").Adjustments} Adjustments */

const WHOLE = lasts(SHORT, AS_WRITTEN);

test("what takes no more than there is stays as it is written", () => {
  assert.deepEqual(fit(SHORT, AS_WRITTEN, WHOLE), { adjustments: AS_WRITTEN, enough: true });
});

test("the longest step is shortened first, and no further than is needed", () => {
  const { adjustments, enough } = fit(SHORT, AS_WRITTEN, WHOLE - 1);
  assert.ok(enough);
  assert.deepEqual(adjustments.shorter, { 1: 1 });
});

test("a form that fits takes no more than the time, or there is none shorter", () => {
  for (let seed = 0; seed < 200; seed += 1) {
    const session = randomSession(seed);
    const seconds = (lasts(session, AS_WRITTEN) * (seed % 10)) / 10;
    const { adjustments, enough } = fit(session, AS_WRITTEN, seconds);
    assert.equal(lasts(session, adjustments) <= seconds, enough, `seed ${seed}`);
    if (!enough) {
      assert.deepEqual(fit(session, adjustments, 0).adjustments, adjustments);
    }
  }
});

test("a minute less is always shorter or there is not enough time, a minute more leads back", () => {
  for (let seed = 0; seed < 60; seed += 1) {
    const session = randomSession(seed);
    const less = shorter(session, AS_WRITTEN);
    const [before, after] = [AS_WRITTEN, less.adjustments].map((each) => lasts(session, each));
    assert.ok(!less.enough || after <= before - 1, `seed ${seed}`);
    let more = less.adjustments;
    for (let i = 0; i < 100; i += 1) {
      more = longer(session, more);
    }
    assert.deepEqual(more, AS_WRITTEN);
  }
});

test("steps that are done already are not shortened any more", () => {
  const { adjustments, enough } = fit(SHORT, AS_WRITTEN, 0, 1);
  assert.equal(enough, false);
  assert.equal(adjustments.shorter[0], undefined);
  assert.equal(adjustments.shorter[1], 2);
});

test("before cold water nothing is shortened below the movement that it asks for", () => {
  const cold = { ...SHORT, leastMoving: 90 + 80 };
  const { adjustments, enough } = fit(cold, AS_WRITTEN, 60);
  assert.equal(enough, false);
  const moves = timeline(cold, adjustments).filter(({ part }) => part >= 0);
  assert.ok(moves.reduce((sum, { seconds }) => sum + seconds, 0) >= 90 + 80);
});

test("a wish that cannot be followed says why", () => {
  /** @param {Partial<Adjustments>} some */
  const why = (some, session = SHORT) => refusal(session, { ...AS_WRITTEN, ...some });
  assert.equal(why({ leftOut: [0, 1] }), "empty");
  assert.equal(why({ leftOut: [0] }, { ...SHORT, leastMoving: 170 }), "moving");
  assert.equal(why({ leftOut: [1] }, { ...SHORT, leastMoving: 170 }), null);
  assert.equal(why({ rounds: 11 }), "long");
  const long = { ...SHORT, steps: Array.from({ length: 30 }, () => SHORT.steps[0]) };
  assert.equal(why({ rounds: 2 }, long), "long");
  assert.equal(why({ rounds: 1 }, long), null);
});

test("in the same plan every moment lies where it was", () => {
  for (let seed = 0; seed < 60; seed += 1) {
    const phases = timeline(randomSession(seed));
    for (const phase of phases) {
      assert.ok(
        Math.abs(placeIn(phases, phase, phase.seconds / 2) - phase.start - phase.seconds / 2) <
          1e-6,
      );
    }
  }
});

test("in another plan one goes on in the same phase, as far as one had come", () => {
  const slow = timeline(SHORT, { ...AS_WRITTEN, pace: 0.5 });
  const reach = timeline(SHORT)[3];
  const found = slow.find(({ start }) => start === placeIn(slow, reach, 0));
  assert.deepEqual([found?.step, found?.part, found?.repetition], [1, 0, 1]);
  assert.equal(placeIn(slow, reach, 1.5), (found?.start ?? 0) + 3);
});

test("who is in a step that is now left out goes on with the next, or is at the end", () => {
  const [march] = timeline(SHORT);
  const without = timeline(SHORT, { ...AS_WRITTEN, leftOut: [0] });
  assert.equal(placeIn(without, march, 3), 0);
  const last = timeline(SHORT).at(-1);
  assert.ok(last);
  const ended = timeline(SHORT, { ...AS_WRITTEN, leftOut: [1] });
  assert.equal(placeIn(ended, last, 1), totalSeconds(ended));
});

test("a place in another plan is never before the step that was reached", () => {
  for (let seed = 0; seed < 100; seed += 1) {
    const session = { ...randomSession(seed), rounds: 1 };
    const phases = timeline(session, { ...randomAdjustments(seed, session), rounds: 1 });
    for (const phase of timeline(session)) {
      const place = placeIn(phases, phase, 0);
      const found = phases.find(({ start }) => Math.abs(start - place) < 1e-6);
      assert.ok(!found || found.step >= phase.step);
    }
  }
});
