import assert from "node:assert/strict";
import { test } from "node:test";

import { addressOf, counted, row } from "../../../static/js/journal/rows.js";
import { ENTRY } from "../shared/entries.js";

const NOW = new Date(2026, 10, 24, 9, 30).getTime();
const YESTERDAY = new Date(2026, 10, 23, 7, 5).getTime();

/** @type {import("../../../static/js/journal/rows.js").Guide} */
const GUIDE = {
  locale: "en",
  unit: "metric",
  names: /** @type {any} */ ({}),
  kinds: {
    routine: { address: "/en/routines/", names: { "cold-water-10": "Cold-water warm-up" } },
    exercise: { address: "/en/exercises/", names: {} },
    own: { address: "/en/mine/play#", names: {} },
    shared: { address: "/en/r/", names: {} },
  },
  counts: { one: "%(n)s session", other: "%(n)s sessions" },
  words: {
    minutes: "%(minutes)s min",
    seconds: "%(seconds)s s",
    early: "%(when)s, ended early",
    both: "Pain %(before)s before, %(after)s after",
    before: "Pain %(before)s before",
    after: "Pain %(after)s after",
    when: "%(day)s, %(time)s",
    signs: "Numb",
    gone: { routine: "A routine that is gone", exercise: "An exercise that is gone", own: "Gone" },
  },
};

/** @param {Partial<typeof ENTRY>} parts */
function only(parts = {}) {
  return row({ ...ENTRY, id: YESTERDAY, ...parts }, GUIDE, NOW);
}

test("a row says what, when, how long, the pain, the signs and the note", () => {
  assert.deepEqual(
    { ...only({ signs: true, note: "left" }), when: "" },
    {
      id: YESTERDAY,
      name: "Cold-water warm-up",
      when: "",
      pain: "Pain 3 before, 2 after",
      signs: "Numb",
      note: "left",
      length: "11 min",
    },
  );
  assert.match(only().when, /^Yesterday, 7:05\sAM$/);
  assert.match(only({ early: true }).when, /^Yesterday, 7:05\sAM, ended early$/);
});

test("what is no longer there says so, and leads nowhere", () => {
  assert.equal(only({ slug: "old" }).name, "A routine that is gone");
  assert.equal(only({ kind: "exercise" }).name, "An exercise that is gone");
  assert.equal(only({ slug: "constructor" }).name, "A routine that is gone");
  assert.equal(addressOf({ kind: "routine", slug: "old" }, GUIDE), "");
  assert.equal(
    addressOf({ kind: "routine", slug: "cold-water-10" }, GUIDE),
    "/en/routines/cold-water-10",
  );
});

test("counts follow the plural of the language", () => {
  assert.deepEqual([counted(1, GUIDE), counted(1200, GUIDE)], ["1 session", "1,200 sessions"]);
});
