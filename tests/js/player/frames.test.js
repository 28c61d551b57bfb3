import assert from "node:assert/strict";
import { test } from "node:test";
import { Frames } from "../../../static/js/player/frames.js";

/** @param {number} each milliseconds of a frame @param {number} count */
function after(each, count = 20) {
  const frames = new Frames();
  for (let i = 0; i <= count; i += 1) {
    frames.note(1000 + i * each);
  }
  return frames;
}

test("a phone that is quick draws until just before the end of a phase", () => {
  assert.equal(after(16).wouldBeLate(25), false);
  assert.equal(after(16).wouldBeLate(23), true);
});

test("a slow one stops drawing half as long again before it as a frame takes", () => {
  assert.equal(after(80).wouldBeLate(121), false);
  assert.equal(after(80).wouldBeLate(119), true);
});

test("at the end itself it draws, and before it knows anything", () => {
  assert.equal(after(80).wouldBeLate(0), false);
  assert.equal(new Frames().wouldBeLate(5), false);
});

test("one slow frame is forgotten, a pause never counts", () => {
  const frames = after(16);
  frames.note(5000);
  assert.equal(frames.wouldBeLate(100), false, "a locked screen is no frame");
  frames.note(5100);
  assert.equal(frames.wouldBeLate(140), true);
  for (let i = 1; i <= 8; i += 1) {
    frames.note(5100 + i * 16);
  }
  assert.equal(frames.wouldBeLate(90), false);
  frames.rest();
  frames.note(5400);
  assert.equal(frames.wouldBeLate(90), false);
});

test("a change begins as much earlier as the quickest of the last ones took, and no more than a little", () => {
  const frames = new Frames();
  assert.equal(frames.ahead, 0);
  assert.deepEqual([after(16).ahead, after(45).ahead, after(90).ahead], [0, 12, 40]);
  for (const took of [10, 22, 30, 18]) {
    frames.turned(took);
  }
  assert.equal(frames.ahead, 18);
  for (const took of [50, 70]) {
    frames.turned(took);
  }
  assert.equal(frames.ahead, 40);
  frames.turned(-1);
  assert.equal(frames.ahead, 0);
});
