import assert from "node:assert/strict";
import { test } from "node:test";

import { planned, whyNone } from "../../../static/js/hydration/plan/planned.js";
import { always } from "../shared/random.js";
import { anyDay, sweatTest } from "./sweats.js";

const DAY = { kind: /** @type {const} */ ("pool"), celsius: 27 };
const SESSION = { minutes: 90, feeds: { every: 20 }, sip: 30 };

test("vector 1 plans 0.6 L an hour, 200 ml every 20 minutes, six sips of 30 ml", () => {
  const plan = planned([sweatTest()], DAY, SESSION);
  assert.equal(plan?.ceiling, 0.6);
  assert.deepEqual(plan?.feed, { minutes: 20, lengths: null, ml: 200, sips: 6 });
  assert.deepEqual(plan?.before, { early: [350, 490], late: [210, 350] });
  assert.equal(plan?.floor, 0);
  assert.equal(plan?.tooLong, false);
});

test("by lengths it is the same feed: 48 lengths of 25 m at 100 s for 100 m take 20 minutes", () => {
  const feeds = { lengths: 48, metres: 25, pace: 100 };
  const plan = planned([sweatTest()], DAY, { ...SESSION, feeds, sip: null });
  assert.deepEqual(plan?.feed, { minutes: 20, lengths: 48, ml: 200, sips: null });
});

test("of several tests the most careful counts for each number", () => {
  const light = sweatTest({ at: 2, before: 60, after: 59.8, drunk: 0.4 });
  const plan = planned([sweatTest(), light], DAY, SESSION);
  assert.equal(plan?.tests.length, 2);
  assert.equal(plan?.ceiling, 0.25);
  assert.deepEqual(plan?.before.early, [300, 420]);
  assert.ok(Math.abs(Number(plan?.rate) - 0.4) < 1e-9);
});

test("a long hot session names a floor below the ceiling, one too long says so", () => {
  const hot = sweatTest({ minutes: 180, before: 75, after: 70.8, drunk: 0.4 });
  const plan = planned([hot], DAY, { ...SESSION, minutes: 180 });
  assert.equal(plan?.tooLong, true);
  assert.equal(plan?.floor, 0.8);
  assert.equal(plan?.ceiling, 0.8);
});

test("without a test that fits there is no plan, and the reason", () => {
  assert.equal(planned([], DAY, SESSION), null);
  assert.equal(whyNone([], DAY), "never");
  assert.equal(whyNone([sweatTest({ kind: "run" })], DAY), "never");
  assert.equal(whyNone([sweatTest({ minutes: 40 })], DAY), "never");
  const warm = [sweatTest({ celsius: 30 })];
  assert.equal(planned(warm, DAY, SESSION), null);
  assert.equal(whyNone(warm, DAY), "warmer");
});

test("tests that leave no more than their error name nothing, and say so", () => {
  const little = [sweatTest({ minutes: 45, after: 70, drunk: 0.15 })];
  assert.equal(planned(little, DAY, SESSION), null);
  assert.equal(whyNone(little, DAY), "unsure");
});

test("so many feeds that none is left for one name no feed", () => {
  const plan = planned([sweatTest()], DAY, {
    ...SESSION,
    feeds: { lengths: 1, metres: 10, pace: 45 },
  });
  assert.equal(plan?.ceiling, 0.6);
  assert.equal(plan?.feed, null);
});

test("however heavy, the amount before that is drunk at once is never above 0.8 L", () => {
  const plan = planned([sweatTest({ before: 180, after: 179.4 })], DAY, SESSION);
  assert.deepEqual(plan?.before.late, [540, 800]);
});

test("no hour of feeds is ever more than the ceiling, which is never above 0.8 L", () => {
  always(
    (chance) => ({ ...anyDay(chance), every: chance.whole(5, 120), sip: chance.whole(5, 200) }),
    ({ tests, day, every, sip }) => {
      const plan = planned(tests, day, { minutes: 120, feeds: { every }, sip });
      if (plan?.feed) {
        const inAnHour = Math.ceil(60 / every) * Number(plan.feed?.ml);
        assert.ok(inAnHour <= 1000 * plan.ceiling + 1e-6);
        assert.ok(plan.ceiling <= 0.8 && plan.floor <= plan.ceiling);
        assert.ok(Number(plan.feed?.sips) * sip <= Number(plan.feed?.ml));
      }
    },
  );
});
