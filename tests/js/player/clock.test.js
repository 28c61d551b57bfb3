import assert from "node:assert/strict";
import { test } from "node:test";

import { AS_WRITTEN } from "../../../static/js/player/adjust.js";
import { at, Clock, steady } from "../../../static/js/player/clock.js";
import { timeline, totalSeconds } from "../../../static/js/player/timeline.js";
import { randomSession, SHORT } from "./sessions.js";

const phases = timeline(SHORT);
const TOTAL = totalSeconds(phases);
const NOON = 1_800_000_000_000;
const HOUR = 3600;

/** @param {Clock} clock @param {number} now */
const phaseAt = (clock, now) => at(phases, clock.elapsed(now))?.phase;

/** @returns {Clock} */
function started() {
  const clock = new Clock(phases);
  clock.run(NOON);
  return clock;
}

test("at every second of random sessions exactly one phase is shown, with time left", () => {
  for (let seed = 0; seed < 40; seed += 1) {
    const plan = timeline(randomSession(seed));
    for (let second = 0; second < totalSeconds(plan); second += 1) {
      const moment = at(plan, second);
      assert.ok(moment);
      assert.ok(moment.left > 0 && moment.left <= moment.phase.seconds);
      assert.ok(moment.phase.start <= second && second < moment.phase.start + moment.phase.seconds);
    }
  }
});

test("the session is over at its last second, and after an hour's jump", () => {
  assert.equal(at(phases, TOTAL), null);
  assert.equal(at(phases, TOTAL + HOUR), null);
  assert.ok(at(phases, TOTAL - 0.001));
});

test("a phone that slept an hour comes back to the right phase of a long session", () => {
  const long = timeline({ ...SHORT, rounds: 30 });
  const clock = new Clock(long);
  clock.run(NOON);
  const moment = at(long, clock.elapsed(NOON + HOUR * 1000));
  assert.ok(moment);
  assert.ok(moment.phase.start <= HOUR && HOUR < moment.phase.start + moment.phase.seconds);
});

test("a clock set back before the start shows the first phase", () => {
  assert.equal(phaseAt(started(), NOON - HOUR * 1000), phases[0]);
});

test("a pause stands still however long it lasts", () => {
  const clock = started();
  clock.pause(NOON + 30_000);
  assert.equal(clock.elapsed(NOON + HOUR * 1000), 30);
  clock.run(NOON + HOUR * 1000);
  assert.equal(clock.elapsed(NOON + HOUR * 1000 + 5000), 35);
});

test("skip goes to the start of the next step, and from the last one to the end", () => {
  const clock = started();
  clock.skip(NOON + 20_000);
  assert.equal(clock.elapsed(NOON + 20_000), 100);
  clock.skip(NOON + 20_000);
  assert.equal(at(phases, clock.elapsed(NOON + 20_000)), null);
});

test("back goes to the start of the step, and just after that to the step before", () => {
  const clock = started();
  clock.skip(NOON);
  clock.back(NOON + 10_000);
  assert.equal(clock.elapsed(NOON + 10_000), 100);
  clock.back(NOON + 11_000);
  assert.equal(clock.elapsed(NOON + 11_000), 0);
  clock.back(NOON + 11_000);
  assert.equal(clock.elapsed(NOON + 11_000), 0);
});

test("skip and back work in a pause and leave it paused", () => {
  const clock = started();
  clock.pause(NOON + 5000);
  clock.skip(NOON + 60_000);
  assert.equal(clock.elapsed(NOON + 90_000), 100);
  assert.equal(clock.running, false);
  clock.back(NOON + 90_000);
  assert.equal(clock.elapsed(NOON + 90_000), 0);
});

test("what is left never goes below zero", () => {
  assert.equal(started().left(NOON + (TOTAL + HOUR) * 1000), 0);
});

const TAPPED = timeline(SHORT, { ...AS_WRITTEN, count: "tap" });
const WAITING = TAPPED.filter(({ waits }) => waits);

test("a step that waits is not passed, however long the phone slept", () => {
  const clock = new Clock(TAPPED);
  clock.run(NOON);
  const later = NOON + HOUR * 1000;
  assert.equal(at(TAPPED, clock.elapsed(later))?.phase, WAITING[0]);
  assert.equal(clock.waited(later), HOUR);
  clock.pause(later);
  clock.run(later + 5000);
  assert.equal(at(TAPPED, clock.elapsed(later + 5000))?.phase, WAITING[0]);
});

test("what the person has done ends there and then, and the rest goes on by the clock", () => {
  const clock = new Clock(TAPPED);
  clock.run(NOON);
  clock.seek(NOON, WAITING[0].start + 2);
  clock.done(NOON);
  assert.equal(at(TAPPED, clock.elapsed(NOON))?.phase.kind, "switch");
  clock.done(NOON);
  assert.equal(at(TAPPED, clock.elapsed(NOON))?.phase.kind, "switch");
  assert.equal(at(TAPPED, clock.elapsed(NOON + 6000))?.phase, WAITING[1]);
});

test("another plan goes on at the place that is given, running or paused as before", () => {
  const clock = started();
  clock.replace(TAPPED, NOON + 1000, 50);
  assert.equal(clock.elapsed(NOON + 2000), 51);
  clock.pause(NOON + 2000);
  clock.replace(phases, NOON + 9000, 20);
  assert.equal(clock.elapsed(NOON + HOUR * 1000), 20);
});

test("a clock that is set back goes on from where it was, one that jumps ahead is followed", () => {
  const read = [0, 1000, 1000 - HOUR * 1000, 3000 - HOUR * 1000, 5000 - HOUR * 1000, 9_000_000];
  const now = steady(() => /** @type {number} */ (read.shift()));
  assert.deepEqual([now(), now(), now(), now()], [1000, 1000, 3000, 5000]);
  assert.equal(now(), 9_000_000 + HOUR * 1000);
});
