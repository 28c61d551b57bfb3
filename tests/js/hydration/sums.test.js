import assert from "node:assert/strict";
import { test } from "node:test";

import {
  afterwards,
  beforehand,
  ceiling,
  dilution,
  drankTooFast,
  findings,
  floor,
  lossPercent,
  sweatRate,
  rawFloor,
  sodiumLoss,
  sodiumMg,
  sodiumOf,
  sweat,
  TINY,
} from "../../../static/js/hydration/sums.js";
import { always } from "../shared/random.js";
import { VECTORS } from "./vectors.js";

/** @typedef {import("../../../static/js/hydration/sums.js").Weighing} Weighing */

/** @type {Weighing} */
const SESSION = { before: 70, after: 69.5, drunk: 0.5, passed: 0, food: 0, hours: 1 };

/** @param {Partial<Weighing>} changes */
function session(changes) {
  return { ...SESSION, ...changes };
}

/** As the evidence writes it, to its decimals. @param {number} value @param {string} written */
function reads(value, written) {
  assert.equal(value.toFixed(written.split(".")[1].length), written);
}

/** @param {number} value @param {number} wanted */
function near(value, wanted) {
  assert.ok(Math.abs(value - wanted) <= TINY, `${value} is not ${wanted}`);
}

for (const { name, weighing, mmol, calculated, ...wanted } of VECTORS) {
  test(`vector ${name}: sweat, loss, what to drink afterwards and the flags`, () => {
    reads(sweat(weighing), wanted.sweat);
    reads(lossPercent(weighing), wanted.loss);
    assert.deepEqual(afterwards(weighing)?.map((each) => each.toFixed(1)) ?? null, wanted.after);
    assert.deepEqual(findings(weighing), wanted.flags);
  });

  if (calculated) {
    test(`vector ${name}: rate, floor, ceiling and sodium`, () => {
      const { before, hours } = weighing;
      const lost = sweatRate(weighing);
      reads(lost, calculated.rate);
      near(rawFloor(lost, before, hours), calculated.raw);
      reads(floor(lost, before, hours), calculated.floor);
      reads(ceiling(lost), calculated.ceiling);
      reads(sodiumLoss(lost, mmol), calculated.sodium[0]);
      reads(sodiumLoss(lost, mmol) * hours, calculated.sodium[1]);
    });
  }
}

for (const [i, from, to] of [
  [0, 337, 506],
  [1, 368, 552],
  [2, 221, 331],
]) {
  test(`vector ${VECTORS[i].name}: a drink of 20 to 30 mmol at the ceiling`, () => {
    const highest = ceiling(sweatRate(VECTORS[i].weighing));
    const sodium = [20, 30].map((mmol) => Math.round(highest * sodiumMg(mmol)));
    assert.deepEqual(sodium, [from, to]);
  });
}

test("before a session 70 kg drink 350 to 490 ml, later 210 to 350", () => {
  assert.deepEqual(beforehand(70), { early: [350, 490], late: [210, 350] });
});

test("food eaten was weighed out and not sweated", () => {
  near(sweat(session({ food: 0.3 })), 1.3);
});

test("a wrong measurement says nothing else: not a gain, not a loss", () => {
  assert.deepEqual(findings(session({ after: 70.6 })), ["measurement"]);
  assert.deepEqual(findings(session({ after: 68, drunk: 0, passed: 2.1 })), ["measurement"]);
});

test("no sweat at all is a wrong measurement, also where decimals leave a trace of it", () => {
  assert.deepEqual(findings(session({ after: 70.2, drunk: 0.2 })), ["measurement"]);
  const trace = session({ before: 50, after: 50.3, drunk: 0.3 });
  assert.ok(sweat(trace) > 0);
  assert.deepEqual(findings(trace), ["measurement"]);
  assert.deepEqual(findings(session({ after: 70.5 })), ["measurement"]);
});

test("a wrong measurement names no amount to drink afterwards", () => {
  assert.equal(afterwards(session({ after: 69, drunk: 0, passed: 1.2 })), null);
});

test("a gain counts before all that a high rate says", () => {
  const gained = session({ after: 70.1, drunk: 4 });
  assert.ok(rawFloor(sweatRate(gained), 70, 1) > 0.8);
  assert.deepEqual(findings(gained), ["overdrink"]);
});

test("the same weight is no gain, nor is what decimals leave", () => {
  assert.deepEqual(findings(session({ after: 70 })), []);
  assert.deepEqual(findings(session({ before: 0.1 + 0.2, after: 0.3 + 1e-13 })), []);
  assert.deepEqual(findings(session({ after: 70.1 })), ["overdrink"]);
});

for (const [before, after] of [
  [70, 68.6],
  [80, 78.4],
  [65.5, 64.19],
]) {
  test(`exactly two percent of ${before} kg are not too much yet, 100 g more are`, () => {
    assert.deepEqual(findings(session({ before, after, hours: 3 })), []);
    assert.deepEqual(findings(session({ before, after: after - 0.1, hours: 3 })), ["dehydration"]);
  });
}

test("from exactly one percent to exactly three an amount is named", () => {
  const amounts = [69.4, 69.3, 67.9, 67.8].map((after) => afterwards(session({ after })));
  const written = amounts.map((range) => range?.map((each) => each.toFixed(3)));
  assert.deepEqual(written, [undefined, ["0.875", "1.050"], ["2.625", "3.150"], undefined]);
  for (const after of [39.6, 38.8]) {
    assert.notEqual(afterwards(session({ before: 40, after })), null);
  }
});

test("a raw floor of exactly 0.8 is no session to shorten, above it is", () => {
  const just = session({ before: 70, after: 68.6, drunk: 0.8 });
  near(rawFloor(sweatRate(just), 70, 1), 0.8);
  assert.deepEqual(findings(just), []);
  assert.deepEqual(findings(session({ after: 68.6, drunk: 0.9 })), ["shorten"]);
});

test("more than 0.8 L drunk in an hour is too fast, exactly so much is not", () => {
  assert.equal(drankTooFast(session({ drunk: 0.8 })), false);
  assert.equal(drankTooFast(session({ drunk: 2.4, hours: 3 })), false);
  assert.equal(drankTooFast(session({ drunk: 1.12, hours: 84 / 60 })), false);
  assert.equal(drankTooFast(session({ drunk: 0.81 })), true);
  assert.equal(drankTooFast(session({ drunk: 0.5, hours: 0.5 })), false);
  assert.equal(drankTooFast(session({ drunk: 0.81, hours: 0.5 })), true);
});

test("sodium, salt and labels", () => {
  assert.equal(sodiumMg(35), 805);
  assert.equal(sodiumMg(75), 1725);
  near(sodiumOf(5.08), 2);
  assert.equal(dilution(230, 500), 460);
});

test("raw ceiling and floor stay between nothing and 0.8, the floor below the ceiling", () => {
  always(
    (chance) => ({
      lost: chance.any(-1, 6),
      kg: chance.any(30, 160),
      hours: chance.any(0.25, 30),
    }),
    ({ lost, kg, hours }) => {
      const [low, high] = [floor(lost, kg, hours), ceiling(lost)];
      assert.ok(low >= 0 && low <= high && high <= 0.8 && high <= Math.max(0, lost));
    },
  );
});

test("more sweat than anybody was measured to have is a wrong measurement", () => {
  const most = { before: 70, after: 68, drunk: 3.73, passed: 0, food: 0, hours: 1 };
  assert.notDeepEqual(findings(most), ["measurement"]);
  assert.deepEqual(findings({ ...most, drunk: 3.74 }), ["measurement"]);
});
