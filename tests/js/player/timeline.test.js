import assert from "node:assert/strict";
import { test } from "node:test";

import { following, timeline, totalSeconds } from "../../../static/js/player/timeline.js";
import { randomSession, SHORT } from "./sessions.js";

const MANY = Array.from({ length: 300 }, (_, seed) => randomSession(seed));

test("a session is ready, move, stay, rest and switch in the order they are done", () => {
  const kinds = timeline(SHORT).map(({ kind, seconds }) => `${kind} ${seconds}`);
  const side = ["move 3", "stay 4", "move 3", "move 3", "stay 4", "move 3"];
  const set = [...side, "switch 6", ...side];
  assert.deepEqual(kinds, ["ready 10", "move 90", "ready 15", ...set, "rest 20", ...set]);
});

test("a phase knows its repetition, side and set", () => {
  const last = timeline(SHORT).at(-1);
  assert.ok(last);
  const { repetition, repetitions, side, sides, set, step, part } = last;
  assert.deepEqual([repetition, repetitions, side, sides, set, step, part], [2, 2, 2, 2, 2, 1, 2]);
});

test("taking turns has no switch phase", () => {
  const [, plan] = SHORT.steps;
  const alternate = {
    ...plan,
    dose: { repetitions: 4, sides: /** @type {const} */ ("alternate"), sets: 1, rest: 0 },
  };
  const kinds = timeline({ ...SHORT, steps: [alternate] }).map(({ kind }) => kind);
  assert.ok(!kinds.includes("switch"));
  assert.equal(kinds.filter((kind) => kind === "stay").length, 4);
});

test("every second of random sessions belongs to exactly one phase", () => {
  for (const session of MANY) {
    let end = 0;
    for (const { start, seconds } of timeline(session)) {
      assert.equal(start, end);
      assert.ok(seconds > 0);
      end += seconds;
    }
    assert.equal(end, totalSeconds(timeline(session)));
  }
});

test("a rest between rounds comes once less than there are rounds", () => {
  const session = { ...SHORT, rounds: 3, rest: 45 };
  const rests = timeline(session).filter(({ kind, seconds }) => kind === "rest" && seconds === 45);
  assert.equal(rests.length, 2);
});

test("a phase without length is left out", () => {
  const phases = timeline({ ...SHORT, rounds: 2, rest: 0 });
  assert.equal(phases.filter(({ seconds }) => seconds === 0).length, 0);
});

test("after the last step comes the first of the next round, and then nothing", () => {
  const twice = { ...SHORT, rounds: 2 };
  assert.equal(following(twice, { round: 1, step: 0 }), 1);
  assert.equal(following(twice, { round: 1, step: 1 }), 0);
  assert.equal(following(twice, { round: 2, step: 1 }), null);
});

test("a step that is left out is in no phase and comes after none", () => {
  const [march, birdDog] = SHORT.steps;
  const session = { ...SHORT, steps: [march, { ...birdDog, leftOut: true }, march] };
  assert.deepEqual(new Set(timeline(session).map(({ step }) => step)), new Set([0, 2]));
  assert.equal(following(session, { round: 1, step: 0 }), 2);
});
