import assert from "node:assert/strict";
import { test } from "node:test";

import {
  counts,
  isTooLong,
  matching,
  roundDown,
  shownCeiling,
  shownFloor,
  weighing,
} from "../../../static/js/hydration/ceiling.js";
import { sweatRate, TINY } from "../../../static/js/hydration/sums.js";
import { always } from "../shared/random.js";
import { anyDay, anyTest, sweatTest } from "./sweats.js";
import { VECTORS } from "./vectors.js";

/** @typedef {import("../../../static/js/hydration/ceiling.js").Day} Day */

/** @type {Day} */
const DAY = { kind: "pool", celsius: 27 };

for (const [i, highest, lowest] of [
  [0, 0.6, 0],
  [1, 0.75, 0.3],
  [2, 0.4, 0],
  [3, null, null],
  [4, 0.8, 0.8],
]) {
  const { name, weighing: vector } = VECTORS[Number(i)];
  test(`vector ${name} shows ${highest} L/h, and no less than ${lowest}`, () => {
    const own = [sweatTest({ ...vector, minutes: 60 * vector.hours })];
    assert.equal(shownCeiling(own, DAY), highest);
    assert.equal(shownFloor(own, DAY, vector.hours), lowest);
  });
}

for (const [name, changes] of /** @type {const} */ ([
  ["of another kind", { kind: "open-water" }],
  ["in a wetsuit", { kind: "wetsuit" }],
  ["in warmer water", { celsius: 27.1 }],
  ["of under 45 minutes", { minutes: 44 }],
  ["that was measured wrongly", { after: 70.5 }],
])) {
  test(`with nothing but a test ${name} there is neither ceiling nor floor`, () => {
    const own = [sweatTest(changes)];
    assert.equal(shownCeiling(own, DAY), null);
    assert.equal(shownFloor(own, DAY, 2), null);
    assert.equal(isTooLong(own, DAY, 24), false);
  });
}

test("without any test, or without a temperature, there is none", () => {
  assert.equal(shownCeiling([], DAY), null);
  assert.equal(shownCeiling([sweatTest()], { kind: "pool", celsius: NaN }), null);
});

test("45 minutes and equally warm are enough, also where decimals differ", () => {
  assert.equal(counts(sweatTest({ minutes: 45 })), true);
  const warm = sweatTest({ celsius: 0.1 + 0.2 });
  assert.deepEqual(matching([warm], { kind: "pool", celsius: 0.3 }), [warm]);
});

test("of several tests the lowest counts", () => {
  const own = [sweatTest({ drunk: 2 }), sweatTest({ celsius: 20 }), sweatTest({ drunk: 0.65 })];
  assert.equal(shownCeiling(own, DAY), 0.6);
});

test("who sweats less than a scale can tell is shown nothing to drink", () => {
  assert.equal(shownCeiling([sweatTest({ after: 69.9, drunk: 0 })], DAY), 0);
});

test("a session is too long for some own test, or for none", () => {
  const own = [sweatTest({ drunk: 1 }), sweatTest({ drunk: 1.2 })];
  assert.equal(isTooLong(own, DAY, 3), false);
  assert.equal(isTooLong(own, DAY, 4), true);
});

test("rounding down never rounds up, and leaves what is a multiple", () => {
  assert.deepEqual(
    [0, 0.049, 0.05, 0.15, 0.3, 0.599, 0.8].map(roundDown),
    [0, 0, 0.05, 0.15, 0.3, 0.55, 0.8],
  );
});

test("no ceiling is above 0.8, nor above what any test that fits lost, nor below zero", () => {
  always(anyDay, ({ tests, day }) => {
    const highest = shownCeiling(tests, day);
    const fit = matching(tests, day);
    assert.equal(highest === null, fit.length === 0);
    if (highest !== null) {
      assert.ok(highest >= 0 && highest <= 0.8);
      assert.equal(highest, Math.round(highest * 20) / 20);
      for (const each of fit) {
        const surely = Math.max(0, sweatRate(weighing(each)) - 0.2 / (each.minutes / 60));
        assert.ok(highest <= surely + TINY);
      }
    }
  });
});

test("no floor is above the ceiling nor below zero, however long the session", () => {
  always(
    (chance) => ({ ...anyDay(chance), hours: chance.any(0.1, 30) }),
    ({ tests, day, hours }) => {
      const [lowest, highest] = [shownFloor(tests, day, hours), shownCeiling(tests, day)];
      assert.equal(lowest === null, highest === null);
      assert.ok(lowest === null || highest === null || (lowest >= 0 && lowest <= highest));
    },
  );
});

test("who lost more in a test that counts is shown no lower a ceiling", () => {
  always(
    (chance) => ({ ...anyDay(chance), one: anyTest(chance), more: chance.any(0, 2) }),
    ({ tests, day, one, more }) => {
      const fits = { ...one, ...day, minutes: one.minutes + 15, drunk: one.drunk + 2 };
      const lost = { ...fits, drunk: fits.drunk + more };
      if (counts(fits) && counts(lost)) {
        const less = shownCeiling([...tests, fits], day);
        const now = shownCeiling([...tests, lost], day);
        assert.ok(less !== null && now !== null && now >= less);
      }
    },
  );
});

test("one more test never raises the ceiling", () => {
  always(
    (chance) => ({ ...anyDay(chance), one: anyTest(chance) }),
    ({ tests, day, one }) => {
      const without = shownCeiling(tests, day);
      const now = shownCeiling([...tests, one], day);
      assert.ok(without === null || (now !== null && now <= without));
    },
  );
});

test("a warmer day admits more tests: it may name a first ceiling, but never raises one", () => {
  always(
    (chance) => ({ ...anyDay(chance), warmer: chance.any(0, 20) }),
    ({ tests, day, warmer }) => {
      const cool = shownCeiling(tests, day);
      const warm = shownCeiling(tests, { ...day, celsius: day.celsius + warmer });
      assert.ok(cool === null || (warm !== null && warm <= cool));
    },
  );
});
