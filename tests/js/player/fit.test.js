import assert from "node:assert/strict";
import { test } from "node:test";

import { AS_WRITTEN } from "../../../static/js/player/adjust.js";
import { lasts, placeIn, refusal, refusalAt } from "../../../static/js/player/fit.js";
import { fit, longer, shorter } from "../../../static/js/player/length.js";
import { movingBetween } from "../../../static/js/player/plan.js";
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

test("what lasts for a time goes on at its second, also where it has become longer", () => {
  const cold = { ...SHORT, leastMoving: 170, steps: SHORT.steps.map((each) => ({ ...each })) };
  const march = timeline(cold)[1];
  const longerMarch = timeline(cold, { ...AS_WRITTEN, leftOut: [] });
  assert.equal(placeIn(longerMarch, march, 40), march.start + 40);
  const shorterMarch = timeline(SHORT, { ...AS_WRITTEN, shorter: { 0: 1 } });
  assert.equal(placeIn(shorterMarch, march, 40), 10 + 40);
  assert.equal(placeIn(shorterMarch, march, 80), 10 + 45);
});

test("who begins to tap stays in the same side, and who is counted again begins it anew", () => {
  const tapped = timeline(SHORT, { ...AS_WRITTEN, count: "tap" });
  for (const phase of timeline(SHORT).filter(({ repetition }) => repetition > 0)) {
    const place = placeIn(tapped, phase, 1);
    const found = tapped.find(({ start, seconds }) => start <= place && place < start + seconds);
    assert.deepEqual([found?.waits, found?.side, found?.set], [true, phase.side, phase.set]);
  }
  const counted = timeline(SHORT);
  for (const phase of tapped.filter(({ waits }) => waits)) {
    const found = counted.find(({ start }) => start === placeIn(counted, phase, 500));
    const { side, set, repetition, part } = found ?? {};
    assert.deepEqual([side, set, repetition, part], [phase.side, phase.set, 1, 0]);
  }
});

/** @param {import("../../../static/js/player/timeline.js").Session} session @param {Partial<Adjustments>} some @param {number} index of a phase as written */
function refusedAt(session, some, index) {
  const phases = timeline(session);
  const moved = movingBetween(phases, 0, phases[index].start);
  const place = { phase: phases[index], seconds: 0, moved };
  return refusalAt(session, { now: AS_WRITTEN, wanted: { ...AS_WRITTEN, ...some } }, place);
}

test("in the middle, nothing that is past takes what is left out before cold water", () => {
  const [march, birdDog] = SHORT.steps;
  const cold = { ...SHORT, steps: [march, birdDog, birdDog], leastMoving: 250 };
  assert.equal(refusedAt(cold, { leftOut: [2] }, 1), null);
  assert.equal(refusedAt(cold, { leftOut: [2] }, 5), "moving");
});

test("what would leave nothing to come is refused", () => {
  const twice = { ...SHORT, rounds: 2, rest: 20 };
  const last = timeline(twice).length - 1;
  assert.equal(refusedAt(twice, { rounds: 1 }, last), "passed");
  assert.equal(refusedAt(twice, { leftOut: [1] }, last), "passed");
  assert.equal(refusedAt(twice, { rounds: 3 }, last), null);
});

test("each stage of a warm-up for cold water keeps a step", () => {
  const [march, birdDog] = SHORT.steps;
  const steps = [march, { ...birdDog, stage: 2 }, { ...birdDog, stage: 2 }];
  const cold = { ...SHORT, steps, leastMoving: 10 };
  assert.equal(refusal(cold, { ...AS_WRITTEN, leftOut: [1, 2] }), "stage");
  assert.equal(refusal(cold, { ...AS_WRITTEN, leftOut: [1] }), null);
  assert.equal(refusal({ ...cold, leastMoving: 0 }, { ...AS_WRITTEN, leftOut: [1, 2] }), null);
});

test("wherever a warm-up for cold water is adjusted, what is done and to come is enough or it is refused", () => {
  for (let seed = 0; seed < 150; seed += 1) {
    const session = { ...randomSession(seed), rounds: 1 };
    const written = timeline(session);
    const least = movingBetween(written, 0, totalSeconds(written));
    const cold = { ...session, leastMoving: least };
    const wanted = { ...randomAdjustments(seed, cold), pace: 1 };
    const phase = written[seed % written.length];
    const moved = movingBetween(written, 0, phase.start);
    const why = refusalAt(cold, { now: AS_WRITTEN, wanted }, { phase, seconds: 0, moved });
    const after = timeline(cold, wanted);
    const left = movingBetween(after, placeIn(after, phase, 0), totalSeconds(after));
    assert.ok(why || moved + left >= least - 1e-6, `seed ${seed}`);
  }
});

test("the quick sum of seconds is that of the phases", () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const session = randomSession(seed);
    const adjustments = randomAdjustments(seed, session);
    const planned = totalSeconds(timeline(session, adjustments));
    assert.ok(Math.abs(lasts(session, adjustments) - planned) < 1e-6, `seed ${seed}`);
  }
});
