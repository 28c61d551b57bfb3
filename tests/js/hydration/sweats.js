// Sweat tests for the tests: one, and random ones.

import { SESSIONS } from "../../../static/js/shared/sweat_tests.js";

/**
 * @typedef {import("../../../static/js/shared/sweat_tests.js").SweatTest} SweatTest
 * @typedef {import("../../../static/js/hydration/ceiling.js").Day} Day
 * @typedef {import("../shared/random.js").Chance} Chance
 */

/** Vector 1 of evidence §5. @type {SweatTest} */
const POOL = {
  at: 1_795_000_000_000,
  kind: "pool",
  celsius: 27,
  minutes: 90,
  before: 70,
  after: 69.4,
  drunk: 0.5,
  passed: 0,
  food: 0,
};

/** @param {Partial<SweatTest>} changes */
export function sweatTest(changes = {}) {
  return { ...POOL, ...changes };
}

/** Of two kinds, so that many match. @param {Chance} chance @returns {SweatTest} */
export function anyTest(chance) {
  const before = chance.typed(40, 130);
  return {
    at: chance.whole(1, 1e12),
    kind: chance.pick(SESSIONS.slice(0, 2)),
    celsius: chance.typed(10, 35),
    minutes: chance.whole(30, 300),
    before,
    after: before - chance.typed(-1, 4),
    drunk: chance.typed(0, 3, 2),
    passed: chance.typed(0, 0.6, 2),
    food: chance.pick([0, 0, 0.1]),
  };
}

/** @param {Chance} chance @returns {{ tests: SweatTest[], day: Day }} */
export function anyDay(chance) {
  return {
    tests: Array.from({ length: chance.whole(0, 5) }, () => anyTest(chance)),
    day: { kind: "pool", celsius: chance.typed(10, 35) },
  };
}
