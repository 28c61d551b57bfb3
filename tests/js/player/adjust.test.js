import assert from "node:assert/strict";
import { test } from "node:test";

import { adjusted, AS_WRITTEN, cycleSeconds } from "../../../static/js/player/adjust.js";
import { timeline, totalSeconds } from "../../../static/js/player/timeline.js";
import { randomAdjustments, randomSession, SHORT } from "./sessions.js";

/** @typedef {import("../../../static/js/player/adjust.js").Adjustments} Adjustments */
/** @typedef {import("../../../static/js/player/timeline.js").Session} Session */

/** @param {Partial<Adjustments>} some */
const wished = (some) => ({ ...AS_WRITTEN, ...some });

/** As long a warm-up as cold water asks for, to the second. @param {Session} session */
const cold = (session) => ({ ...session, leastMoving: moving(session, AS_WRITTEN) });

/** Seconds of movement at the pace that is written. @param {Session} session @param {Adjustments} adjustments */
function moving(session, adjustments) {
  const done = timeline(session, { ...adjustments, pace: 1 });
  const moves = done.filter(({ kind }) => kind === "move" || kind === "stay");
  return moves.reduce((sum, { seconds }) => sum + seconds, 0);
}

test("as written, nothing is changed", () => {
  assert.equal(adjusted(SHORT, AS_WRITTEN), SHORT);
  assert.deepEqual(timeline(SHORT, wished({})), timeline(SHORT));
});

test("a slower pace takes longer for what moves, not for what is kept still", () => {
  const [, step] = adjusted(SHORT, wished({ pace: 0.5 })).steps;
  assert.deepEqual(
    step.tempo.map(({ seconds }) => seconds),
    [6, 4, 6],
  );
  const march = timeline(SHORT, wished({ pace: 0.5 })).find(({ part }) => part === 0);
  assert.equal(march?.seconds, 90);
});

test("longer rests are time to get ready, to switch and between rounds", () => {
  const seconds = (/** @type {Session} */ session, rests = 1) =>
    timeline(session, wished({ rests }))
      .filter(({ kind }) => ["ready", "rest", "switch"].includes(kind))
      .reduce((sum, each) => sum + each.seconds, 0);
  const twice = { ...SHORT, rounds: 2, rest: 30 };
  assert.equal(seconds(twice, 1.5), 1.5 * seconds(twice));
});

test("rounds, shorter doses and steps left out make the session that is asked for", () => {
  assert.equal(
    totalSeconds(timeline(SHORT, wished({ rounds: 3 }))),
    3 * totalSeconds(timeline(SHORT)),
  );
  assert.equal(adjusted(SHORT, wished({ shorter: { 1: 2 } })).steps[1].doseText, "1 each side");
  const phases = timeline(SHORT, wished({ leftOut: [0] }));
  assert.ok(phases.every(({ step }) => step === 1));
});

test("who taps when done has one phase for each side, and waits in it", () => {
  const phases = timeline(SHORT, wished({ count: "tap" })).filter(({ step }) => step === 1);
  assert.deepEqual(
    phases.map(({ kind, waits }) => (waits ? "waits" : kind)),
    ["ready", "waits", "switch", "waits", "rest", "waits", "switch", "waits"],
  );
});

test("what is left out before cold water goes to the step that is done for a time", () => {
  const { steps } = adjusted(cold(SHORT), wished({ leftOut: [1] }));
  assert.equal(steps[0].dose.seconds, 90 + 80);
  assert.equal(steps[0].doseText, "2 min 50 s");
});

test("where no step can take it, the session stays as it is written", () => {
  const session = cold(SHORT);
  assert.equal(adjusted(session, wished({ leftOut: [0] })), session);
});

test("whatever is wished for, movement never goes below what cold water asks for", () => {
  for (let seed = 0; seed < 400; seed += 1) {
    const session = cold(randomSession(seed));
    const adjustments = randomAdjustments(seed, session);
    assert.ok(moving(session, adjustments) >= session.leastMoving - 1e-6, `seed ${seed}`);
  }
});

test("every second of randomly adjusted sessions belongs to exactly one phase", () => {
  for (let seed = 0; seed < 400; seed += 1) {
    const session = randomSession(seed);
    const adjustments = randomAdjustments(seed, session);
    let end = 0;
    for (const { start, seconds, step, round } of timeline(session, adjustments)) {
      assert.ok(Math.abs(start - end) < 1e-6);
      assert.ok(seconds > 0 && !adjustments.leftOut.includes(step));
      assert.ok(round <= (adjustments.rounds || session.rounds));
      end = start + seconds;
    }
    assert.equal(end, totalSeconds(timeline(session, adjustments)));
  }
});

test("no pace is faster than written, so breath words keep their time", () => {
  for (let seed = 0; seed < 100; seed += 1) {
    const session = randomSession(seed);
    const { steps } = adjusted(session, randomAdjustments(seed, session));
    for (const [i, { tempo }] of steps.entries()) {
      assert.ok(cycleSeconds(tempo) >= cycleSeconds(session.steps[i].tempo));
    }
  }
});
