import assert from "node:assert/strict";
import { test } from "node:test";

import { Demo, looped, startOf } from "../../../static/js/exercises/demo.js";

/** @typedef {import("../../../static/js/exercises/demo.js").Plan} Plan */

/** @type {Plan} */
const PLAN = {
  tempo: [
    { name: "Reach", kind: "move", seconds: 3, cue: "Breathe out." },
    { name: "Stay", kind: "stay", seconds: 4, cue: "Keep breathing." },
    { name: "Lower", kind: "move", seconds: 3, cue: "Breathe in." },
  ],
  label: "%(name)s: %(cue)s",
  other_side: "%(name)s, other side: %(cue)s",
  sides: "each",
};
const FRAME_MS = 20;

/** A demo and a screen whose frames come when `run` lets them. @param {Partial<Plan>} changes */
function shown(changes = {}) {
  /** @type {any} */
  const seen = { frames: 0 };
  /** @type {Map<number, FrameRequestCallback>} */
  const wanted = new Map();
  let asked = 0;
  let now = 1000;
  const figure = {
    show: (/** @type {any} */ moment) =>
      Object.assign(seen, moment, { still: false, shows: (seen.shows ?? 0) + 1 }),
    release: () => Object.assign(seen, { still: true }),
    describe: (/** @type {string} */ label) => Object.assign(seen, { label }),
  };
  const frames = {
    requestAnimationFrame: (/** @type {FrameRequestCallback} */ draw) => {
      asked += 1;
      wanted.set(asked, draw);
      return asked;
    },
    cancelAnimationFrame: (/** @type {number} */ id) => {
      wanted.delete(id);
    },
  };
  const plan = { ...PLAN, ...changes };
  const demo = new Demo(figure, plan, (state) => Object.assign(seen, { state }), frames);
  const run = (/** @type {number} */ seconds) => {
    for (let passed = 0; passed < seconds * 1000; passed += FRAME_MS) {
      now += FRAME_MS;
      const due = [...wanted.values()];
      wanted.clear();
      due.forEach((draw) => draw(now));
    }
  };
  return { demo, run, seen, waiting: () => wanted.size };
}

test("a tempo part starts when those before it are done", () => {
  assert.deepEqual(
    [0, 1, 2].map((part) => startOf(PLAN.tempo, part)),
    [0, 3, 7],
  );
});

test("until play the still with start and end is seen, and no frame asked for", () => {
  const { demo, run, seen, waiting } = shown();
  run(5);
  demo.redraw();
  assert.equal(seen.still, true);
  assert.equal(seen.shows, undefined);
  assert.equal(seen.label, undefined);
  assert.equal(waiting(), 0);
});

test("a part that is played or chosen takes the place of the still, for good", () => {
  const played = shown();
  played.demo.play();
  assert.equal(played.seen.still, false);
  played.demo.pause();
  played.demo.redraw();
  assert.equal(played.seen.still, false);
  const chosen = shown();
  chosen.demo.choose(0);
  assert.deepEqual([chosen.seen.still, chosen.seen.part], [false, 0]);
});

test("it plays at the tempo and begins again after the last part", () => {
  const { demo, run, seen } = shown();
  demo.play();
  run(5.02);
  assert.equal(seen.part, 1);
  assert.ok(Math.abs(seen.progress - 0.5) < 0.02);
  run(6);
  assert.equal(seen.part, 0);
  assert.equal(seen.repetition, 2);
});

test("the part that is shown is marked and described", () => {
  const { demo, run, seen } = shown();
  demo.play();
  assert.deepEqual(seen.state, {
    part: 0,
    playing: true,
    otherSide: false,
    halfSpeed: false,
    inMirror: false,
    loop: null,
  });
  run(4);
  assert.equal(seen.state.part, 1);
  assert.equal(seen.label, "Stay: Keep breathing.");
});

test("a pause stands still, asks for no frame, and play goes on from there", () => {
  const { demo, run, seen, waiting } = shown();
  demo.play();
  run(4);
  demo.playOrPause();
  const { progress } = seen;
  assert.equal(waiting(), 0);
  assert.equal(seen.state.playing, false);
  run(60);
  demo.playOrPause();
  run(0.02);
  assert.equal(seen.part, 1);
  assert.equal(seen.progress, progress);
});

test("a tempo part that is tapped is repeated alone, up to the one that is tapped next", () => {
  const { demo, run, seen } = shown();
  demo.play();
  demo.choose(1);
  assert.deepEqual([seen.part, seen.progress], [1, 0]);
  assert.deepEqual([seen.state.loop, seen.state.playing], [[1, 1], true]);
  run(5.02);
  assert.equal(seen.part, 1);
  assert.ok(Math.abs(seen.progress - 0.25) < 0.02);
  demo.choose(0);
  assert.deepEqual(seen.state.loop, [0, 1]);
  run(7.52);
  assert.equal(seen.part, 0);
});

test("tapped once more, the only part gives back the whole, from there on", () => {
  const { demo, run, seen } = shown();
  demo.play();
  demo.choose(1);
  demo.choose(1);
  assert.deepEqual([seen.part, seen.state.loop], [1, null]);
  run(4.52);
  assert.equal(seen.part, 2);
});

test("after parts from one to another, the next tap begins anew", () => {
  const taps = [2, 0, 1, 2].reduce(
    (all, part) => [...all, looped(all.at(-1) ?? null, part)],
    /** @type {ReturnType<typeof looped>[]} */ ([]),
  );
  assert.deepEqual(taps, [
    [2, 2],
    [0, 2],
    [1, 1],
    [1, 2],
  ]);
});

test("a part is chosen in a pause, too: its start is shown", () => {
  const { demo, seen, waiting } = shown();
  demo.choose(2);
  assert.deepEqual([seen.still, seen.part, seen.progress], [false, 2, 0]);
  assert.deepEqual([seen.state.playing, waiting()], [false, 0]);
});

test("as in a mirror the figure is turned, and is said to show the same side", () => {
  const { demo, seen } = shown();
  demo.switchMirror();
  assert.deepEqual([seen.mirrored, seen.state.inMirror], [true, true]);
  assert.equal(seen.label, "Reach: Breathe out.");
  demo.switchSide();
  assert.equal(seen.mirrored, false);
  assert.equal(seen.label, "Reach, other side: Breathe out.");
});

test("a part of what takes turns stays on one side", () => {
  const { demo, run, seen } = shown({ sides: "alternate" });
  demo.play();
  demo.choose(0);
  run(3.52);
  assert.deepEqual([seen.part, seen.mirrored], [0, false]);
});

test("the other side is mirrored, playing or not", () => {
  const { demo, run, seen } = shown();
  demo.switchSide();
  assert.equal(seen.mirrored, true);
  assert.equal(seen.state.otherSide, true);
  demo.play();
  run(12);
  assert.equal(seen.mirrored, true);
  demo.switchSide();
  assert.equal(seen.mirrored, false);
});

test("the other side is said, also where the part stays the same", () => {
  const { demo, seen } = shown();
  demo.switchSide();
  assert.deepEqual([seen.still, seen.part], [false, 0], "the still shows one side only");
  assert.equal(seen.label, "Reach, other side: Breathe out.");
  demo.switchSide();
  assert.equal(seen.label, "Reach: Breathe out.");
});

test("at half speed it takes twice as long, and goes on from where it is", () => {
  const { demo, run, seen } = shown();
  demo.play();
  run(4.02);
  const { part, progress } = seen;
  demo.switchSpeed();
  assert.equal(seen.state.halfSpeed, true);
  run(0.02);
  assert.equal(seen.part, part);
  assert.ok(Math.abs(seen.progress - progress) < 0.01);
  run(2);
  assert.ok(Math.abs(seen.progress - progress - 0.25) < 0.02);
  demo.switchSpeed();
  run(1);
  assert.ok(Math.abs(seen.progress - progress - 0.5) < 0.02);
  assert.equal(seen.state.halfSpeed, false);
});

test("at half speed, too, a tempo part is looked at from its start", () => {
  const { demo, seen } = shown();
  demo.switchSpeed();
  assert.equal(seen.still, true);
  demo.choose(2);
  assert.deepEqual([seen.part, seen.progress], [2, 0]);
});

test("what takes turns changes the side with each repetition", () => {
  const { demo, run, seen } = shown({ sides: "alternate" });
  demo.play();
  run(9);
  assert.equal(seen.mirrored, false);
  run(3);
  assert.equal(seen.mirrored, true);
});

test("nobody looking, no frame is asked for and no time is lost", () => {
  const { demo, run, seen, waiting } = shown();
  demo.play();
  run(4);
  const { progress, shows } = seen;
  demo.setSeen(false);
  assert.equal(waiting(), 0);
  run(60);
  assert.equal(seen.shows, shows);
  demo.setSeen(true);
  run(0.02);
  assert.equal(seen.progress, progress);
  run(0.02);
  assert.ok(seen.progress > progress);
});

test("coming into sight does not start what was paused", () => {
  const { demo, waiting } = shown();
  demo.setSeen(false);
  demo.setSeen(true);
  assert.equal(waiting(), 0);
});

test("two plays in a row run at the same speed as one", () => {
  const { demo, seen, run, waiting } = shown();
  demo.play();
  demo.play();
  demo.setSeen(true);
  assert.equal(waiting(), 1);
  run(2.02);
  assert.ok(Math.abs(seen.progress - 2 / 3) < 0.02);
});
