import assert from "node:assert/strict";
import { test } from "node:test";

import {
  added,
  changed,
  counted,
  countOf,
  moved,
  rangeOf,
  removed,
  stepped,
  timed,
  withAmount,
  withSets,
} from "../../../static/js/build/edit.js";
import { CATALOG, ROUTINE } from "../shared/catalogs.js";

const [march, birdDog] = ROUTINE.steps;
const HANG = { ...march, exercise: "hang" };
/** @type {import("../../../static/js/shared/routine.js").Dose} */
const TWENTY = { repetitions: 20, sides: "alternate", sets: 1, rest: 0 };

test("a step is added at the end or where it is wanted", () => {
  assert.deepEqual(added(ROUTINE, HANG).steps, [march, birdDog, HANG]);
  assert.deepEqual(added(ROUTINE, HANG, 0).steps, [HANG, march, birdDog]);
  assert.equal(ROUTINE.steps.length, 2);
});

test("what is not changed stays the very same step", () => {
  assert.equal(changed(ROUTINE, 0, HANG).steps[1], birdDog);
  assert.equal(removed(ROUTINE, 0).steps[0], birdDog);
  assert.equal(moved(ROUTINE, 0, 1).steps[1], march);
});

test("a step goes no further than the ends", () => {
  const three = added(ROUTINE, HANG);
  assert.deepEqual(moved(three, 0, 9).steps, [birdDog, HANG, march]);
  assert.deepEqual(moved(three, 2, -9).steps, [HANG, march, birdDog]);
  assert.deepEqual(moved(three, 1, 1).steps, three.steps);
});

test("counting goes in steps that can be said, and stays in its range", () => {
  assert.equal(stepped(20, 5, [5, 1800]), 25);
  assert.equal(stepped(22, 5, [5, 1800]), 25);
  assert.equal(stepped(22, -5, [5, 1800]), 20);
  assert.equal(stepped(5, -5, [5, 1800]), 5);
  assert.equal(stepped(100, 1, [1, 100]), 100);
  assert.equal(stepped(0, 1, [1, 100]), 1);
});

test("between sets there is a rest", () => {
  assert.equal(withSets(TWENTY, 2).rest, 30);
  assert.equal(withSets({ ...TWENTY, rest: 10 }, 3).rest, 10);
  assert.equal(withSets({ ...TWENTY, rest: 10 }, 1).rest, 10);
  assert.deepEqual(rangeOf("rest", { ...TWENTY, sets: 2 }), [5, 300]);
  assert.deepEqual(rangeOf("rest", TWENTY), [0, 300]);
  assert.deepEqual(rangeOf("amount", TWENTY), [1, 100]);
});

test("counted in something else it takes about as long", () => {
  const { march: exercise } = CATALOG.exercises;
  const cycle = exercise.tempo.reduce((sum, { seconds }) => sum + seconds, 0);
  const inSeconds = counted(TWENTY, "seconds", exercise);
  assert.equal(inSeconds.seconds, Math.round((20 * cycle) / 5) * 5);
  assert.equal(inSeconds.repetitions, undefined);
  assert.equal(inSeconds.sides, "each"); // taking turns goes with repetitions only
  assert.equal(countOf(counted(inSeconds, "repetitions", exercise)), "repetitions");
  assert.equal(counted(withAmount(inSeconds, 1800), "repetitions", exercise).repetitions, 100);
});

test("a time that is added is another one", () => {
  const { times } = [1, 2, 3].reduce(timed, { ...ROUTINE, times: [{ at: "09:00", days: [1] }] });
  assert.deepEqual(
    times.map(({ at }) => at),
    ["09:00", "08:00", "10:00", "11:00"],
  );
  assert.deepEqual(times[3].days, [1, 2, 3, 4, 5, 6, 7]);
});
