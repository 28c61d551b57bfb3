import assert from "node:assert/strict";
import { test } from "node:test";

import { rowsOf } from "../../../static/js/hydration/day.js";
import { sessionsOf } from "../../../static/js/hydration/sessions.js";
import { ENTRY } from "../shared/entries.js";
import { sweatTest } from "./sweats.js";

const GUIDE = {
  naming: {
    kinds: {
      routine: { names: { "cold-water-10": "Cold-water warm-up" } },
      exercise: { names: {} },
    },
  },
  sessions: { pool: "Swim in a pool" },
  words: { sweatTest: "Sweat test: %(kind)s" },
};

test("sessions and sweat tests are spans with names; one that is gone is left out", () => {
  const gone = { ...ENTRY, slug: "gone" };
  const weighed = sweatTest();
  assert.deepEqual(sessionsOf([ENTRY, gone], [weighed], GUIDE), [
    { name: "Cold-water warm-up", from: ENTRY.id, to: ENTRY.ended },
    {
      name: "Sweat test: Swim in a pool",
      from: weighed.at - 90 * 60_000,
      to: weighed.at,
    },
  ]);
});

test("drinks and sessions stand in one list, the latest first", () => {
  const drink = { id: 1, at: 20, ml: 250, kind: /** @type {const} */ ("water"), sodium: null };
  const session = { name: "Run", from: 10, to: 15 };
  const early = { ...drink, id: 2, at: 5 };
  assert.deepEqual(rowsOf([early, drink], [session]), [{ drink }, { session }, { drink: early }]);
});
