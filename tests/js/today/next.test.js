import assert from "node:assert/strict";
import { test } from "node:test";

import { slugOfShared } from "../../../static/js/shared/reminders.js";
import { next, sayings } from "../../../static/js/today/next.js";
import { at, ONE } from "../reminders/reminders.js";
import { ENTRY } from "../shared/entries.js";

const KINDS = {
  routine: {
    address: "/en/routines/",
    names: { "cold-water-10": "Cold-water warm-up", "back-mobility": "Gentle back mobility" },
  },
  exercise: { address: "/en/exercises/", names: { "bird-dog": "Bird dog" } },
  own: { address: "/en/mine/play#", names: { a1: "After the pool" } },
  shared: { address: "/en/r/", names: { hpdksnwktt: "Back after the cold" } },
};
const GUIDE = {
  locale: "de",
  kinds: KINDS,
  next: {
    names: { due: "Time for your routine", next: "Your next routine", again: "Do it again" },
    due: "Due since %(time)s",
    at: "At %(time)s",
  },
};
const NOW = at(1, 8);

/** @param {Partial<typeof ONE.routine>} [parts] @param {boolean} [isDue] */
function coming(parts, isDue = true) {
  return { reminder: { ...ONE.routine, ...parts }, at: at(1, 7, 30), isDue };
}

/** @param {Partial<typeof ENTRY>} [parts] */
function entry(parts) {
  return { ...ENTRY, id: at(1, 7), ...parts };
}

test("a routine that is due, or comes today, is before what was done last", () => {
  const due = next(coming(), [entry()], KINDS);
  assert.deepEqual(due, { kind: "routine", slug: "back-mobility", why: "due", at: at(1, 7, 30) });
  assert.equal(next(coming({}, false), [entry()], KINDS)?.why, "next");
});

test("without one, what was done last comes again, whoever made it", () => {
  assert.deepEqual(next(null, [entry(), entry({ slug: "back-mobility" })], KINDS), {
    kind: "routine",
    slug: "cold-water-10",
    why: "again",
    at: at(1, 7),
  });
  assert.equal(next(null, [entry({ kind: "own", slug: "a1" })], KINDS)?.kind, "own");
});

test("an exercise is no routine, and what is gone cannot be done", () => {
  const gone = [
    entry({ kind: "exercise", slug: "bird-dog" }),
    entry({ slug: "no-longer-here" }),
    entry({ kind: "own", slug: "deleted" }),
  ];
  assert.equal(next(null, gone, KINDS), null);
  assert.equal(next(coming({ slug: "no-longer-here" }), [entry()], KINDS)?.why, "again");
  assert.equal(next(coming({ slug: null }), [], KINDS), null);
});

test("a reminder may be of a routine that somebody shared", () => {
  const found = next(coming({ slug: slugOfShared("hpdksnwktt") }), [], KINDS);
  assert.deepEqual([found?.kind, found?.slug], ["shared", "hpdksnwktt"]);
});

test("after a session that ended badly nothing more is called for", () => {
  for (const bad of [{ signs: true }, { after: 4 }, { before: 1, after: 3 }]) {
    assert.equal(next(coming(), [entry(bad), entry()], KINDS), null);
  }
});

test("the card says why, what and when", () => {
  const found = /** @type {const} */ ({ kind: "routine", slug: "back-mobility", at: at(1, 7, 30) });
  const said = /** @param {"due" | "next" | "again"} why */ (why) =>
    Object.values(sayings({ ...found, why }, GUIDE, NOW));
  const name = "Gentle back mobility";
  assert.deepEqual(said("due"), ["Time for your routine", name, "Due since 7:30"]);
  assert.deepEqual(said("next"), ["Your next routine", name, "At 7:30"]);
  assert.deepEqual(said("again"), ["Do it again", name, "Heute"]);
});
