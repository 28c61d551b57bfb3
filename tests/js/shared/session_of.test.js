import assert from "node:assert/strict";
import { test } from "node:test";

import { adjusted, AS_WRITTEN } from "../../../static/js/player/adjust.js";
import { timeline, totalSeconds } from "../../../static/js/player/timeline.js";
import { withShorter } from "../../../static/js/shared/doses.js";
import { countsOf, secondsOf, sessionOf, sidesOf } from "../../../static/js/shared/session_of.js";
import { CATALOG, ROUTINE } from "./catalogs.js";

const NAME = /** @type {const} */ ({ kind: "own", slug: "1" });

/** @param {Partial<typeof ROUTINE>} changes */
function session(changes = {}) {
  const written = sessionOf({ ...ROUTINE, ...changes }, CATALOG, NAME);
  const steps = written.steps.map((step) => withShorter(step, written.doses, written.locale));
  return { ...written, steps };
}

test("a session has the routine's doses, notes and pace, and its exercises' words", () => {
  const { kind, slug, steps, rest, leastMoving } = session();
  assert.deepEqual([kind, slug, rest, leastMoving], ["own", "1", 30, 0]);
  assert.deepEqual(
    steps.map(({ name, note, doseText }) => [name, note, doseText]),
    [
      ["March", "", "1 min"],
      ["Bird dog", "Slowly", "2 × 4 times each side"],
    ],
  );
  assert.deepEqual(
    steps[1].tempo.map(({ seconds }) => seconds),
    [6, 4, 6],
  );
});

test("a step has its figure's address", () => {
  const [, birdDog] = sessionOf(ROUTINE, CATALOG, NAME).steps;
  assert.equal(birdDog.figure?.address, "/static/figures/bird-dog.svg");
});

test("seconds go with one part, breaths with what is led by them, taking turns with repetitions", () => {
  const { march, "bird-dog": birdDog } = CATALOG.exercises;
  const breathing = { ...birdDog, dose: { breaths: 6, sides: "none", sets: 1, rest: 0 } };
  assert.deepEqual(countsOf(march), ["repetitions", "seconds"]);
  assert.deepEqual(countsOf(birdDog), ["repetitions"]);
  assert.deepEqual(countsOf(/** @type {typeof birdDog} */ (breathing)), ["repetitions", "breaths"]);
  assert.deepEqual(sidesOf(march, "seconds"), ["none"]);
  assert.deepEqual(sidesOf(birdDog, "repetitions"), ["each", "alternate"]);
  assert.deepEqual(sidesOf(birdDog, "seconds"), ["each"]);
});

test("its seconds are those of the plan", () => {
  for (const rounds of [1, 3]) {
    const routine = { ...ROUTINE, rounds, rest: 45 };
    assert.equal(secondsOf(routine, CATALOG), totalSeconds(timeline(session(routine))));
  }
});

test("the rest between rounds is the routine's where it has rounds", () => {
  assert.equal(session({ rounds: 2, rest: 0 }).rest, 0);
});

test("before cold water the movement has a least", () => {
  assert.equal(session({ need: "before-cold" }).leastMoving, 600);
});

test("in all nobody is slowed below half of what the exercise has", () => {
  for (const pace of [0.75, 0.5]) {
    const { steps } = adjusted(session(), { ...AS_WRITTEN, pace });
    assert.equal(steps[1].tempo[0].seconds, 6);
    assert.equal(steps[0].tempo[0].seconds, 2 / pace);
  }
});
