import assert from "node:assert/strict";
import { test } from "node:test";

import { minutesOf, perFeed, sips } from "../../../static/js/hydration/feeds.js";
import { TINY } from "../../../static/js/hydration/sums.js";
import { always } from "../shared/random.js";

test("lengths take as long as the pace says", () => {
  assert.equal(minutesOf({ lengths: 20, metres: 50, pace: 120 }), 20);
  assert.equal(minutesOf({ lengths: 40, metres: 25, pace: 105 }), 17.5);
  assert.equal(minutesOf({ lengths: 0, metres: 25, pace: 105 }), 0);
});

for (const [ceiling, minutes, ml] of [
  [0.6, 20, 200],
  [0.8, 15, 200],
  [0.8, 20, 265],
  [0.8, 25, 265],
  [0.8, 45, 400],
  [0.8, 60, 800],
  [0.8, 90, 800],
  [0.05, 5, 0],
  [0, 20, 0],
  [0.8, 0, 0],
]) {
  test(`at ${ceiling} L/h, every ${minutes} minutes, a feed is at most ${ml} ml`, () => {
    assert.equal(perFeed(ceiling, minutes), ml);
  });
}

test("the feeds of an hour, whenever it begins, are never more than the ceiling", () => {
  always(
    (chance) => ({
      ceiling: chance.whole(0, 16) / 20,
      minutes: chance.pick([chance.whole(1, 120), chance.any(1, 120)]),
      start: chance.any(0, 240),
    }),
    ({ ceiling, minutes, start }) => {
      const feed = perFeed(ceiling, minutes);
      const at = Array.from({ length: 400 }, (_, i) => i * minutes);
      for (const begin of [start, ...at.slice(0, 5)]) {
        // To a thousandth of a second: decimals must not put a feed on both ends of an hour.
        const hour = at.filter((each) => each > begin - 1e-5 && each < begin + 60 - 1e-5);
        assert.ok(hour.length * feed <= 1000 * ceiling + TINY, `${hour.length} from ${begin}`);
      }
      assert.ok(feed >= 0 && feed % 5 === 0 && feed <= (1000 * ceiling * minutes) / 60 + TINY);
    },
    2000,
  );
});

test("sips are never more than the feed", () => {
  assert.deepEqual([sips(200, 50), sips(199, 50), sips(20, 30)], [4, 3, 0]);
  assert.equal(sips(200, 0), 0);
  always(
    (chance) => ({ ml: chance.whole(0, 160) * 5, sip: chance.typed(5, 80) }),
    ({ ml, sip }) => assert.ok(sips(ml, sip) * sip <= ml + 1e-6 && (sips(ml, sip) + 1) * sip > ml),
  );
});
