import assert from "node:assert/strict";
import { test } from "node:test";

import { day } from "../../../static/js/shared/days.js";
import { rows } from "../../../static/js/today/sessions.js";
import { ENTRY } from "../shared/entries.js";

const NOW = new Date(2026, 10, 24, 9, 30).getTime();
const TODAY = new Date(2026, 10, 24, 7, 0).getTime();
const DAY = 86_400_000;

const ENGLISH = {
  locale: "en",
  kinds: {
    routine: { address: "/en/routines/", names: { "cold-water-10": "Cold-water warm-up" } },
    exercise: { address: "/en/exercises/", names: { "bird-dog": "Bird dog" } },
    own: { address: "/en/mine/play#", names: { a1: "After the pool" } },
    shared: { address: "/en/r/", names: {} },
  },
  words: {
    minutes: "%(minutes)s min",
    seconds: "%(seconds)s s",
    early: "%(when)s, ended early",
    both: "Pain %(before)s before, %(after)s after",
    before: "Pain %(before)s before",
    after: "Pain %(after)s after",
  },
};
const ARABIC = { ...ENGLISH, locale: "ar-u-nu-arab" };

/** @param {Partial<typeof ENTRY>} [parts] */
function only(parts, page = ENGLISH) {
  const [row] = rows([{ ...ENTRY, id: TODAY, ...parts }], page, NOW);
  return row;
}

test("a row says what, when, how long, and the pain before and after, and leads there", () => {
  assert.deepEqual(only(), {
    address: "/en/routines/cold-water-10",
    name: "Cold-water warm-up",
    when: "Today",
    pain: "Pain 3 before, 2 after",
    length: "11 min",
  });
  const { address, name } = only({ kind: "exercise", slug: "bird-dog" });
  assert.deepEqual([address, name], ["/en/exercises/bird-dog", "Bird dog"]);
});

test("an own routine's row leads to its player, and one that is gone has none", () => {
  const { address, name } = only({ kind: "own", slug: "a1" });
  assert.deepEqual([address, name], ["/en/mine/play#a1", "After the pool"]);
  assert.equal(only({ kind: "own", slug: "a2" }), undefined);
  assert.equal(only({ kind: "shared", slug: "x" }), undefined);
});

test("a session that was ended early says so", () => {
  assert.equal(only({ id: TODAY - DAY, early: true }).when, "Yesterday, ended early");
});

test("only the pain that was given is said, none of it included", () => {
  assert.equal(only({ before: null, after: null }).pain, "");
  assert.equal(only({ after: null }).pain, "Pain 3 before");
  assert.equal(only({ before: null, after: 0 }).pain, "Pain 0 after");
});

test("less than a minute is told in seconds", () => {
  const lengths = [0, 44.6, 59.6, 89, 90, 3600].map((seconds) => only({ seconds }).length);
  assert.deepEqual(lengths, ["0 s", "45 s", "1 min", "1 min", "2 min", "60 min"]);
});

test("numbers and days are the locale's", () => {
  const { when, pain, length } = only({ id: TODAY - 3 * DAY }, ARABIC);
  assert.equal(when, "قبل ٣ أيام");
  assert.equal(pain, "Pain ٣ before, ٢ after");
  assert.equal(length, "١١ min");
});

test("the newest three that have a page are shown, in the order they come", () => {
  const entries = [
    { ...ENTRY, slug: "withdrawn" },
    { ...ENTRY, slug: "bird-dog" },
    { ...ENTRY, slug: "constructor" },
    ...[1, 2, 3, 4].map((minutes) => ({ ...ENTRY, seconds: minutes * 60 })),
  ];
  const lengths = rows(entries, ENGLISH, NOW).map(({ length }) => length);
  assert.deepEqual(lengths, ["1 min", "2 min", "3 min"]);
});

test("days are those of the calendar, not of 24 hours", () => {
  const [late, early] = [new Date(2026, 10, 23, 23, 59), new Date(2026, 10, 24, 0, 1)];
  assert.equal(day(late.getTime(), NOW, "en"), "yesterday");
  assert.equal(day(early.getTime(), NOW, "en"), "today");
  assert.equal(day(late.getTime(), early.getTime(), "en"), "yesterday");
});

test("after a week, and before the beginning, it is a date, of another year with its year", () => {
  assert.equal(day(NOW - 6 * DAY, NOW, "en"), "6 days ago");
  assert.equal(day(NOW - 7 * DAY, NOW, "en"), "November 17");
  assert.equal(day(NOW + DAY, NOW, "en"), "November 25");
  assert.equal(day(new Date(2025, 11, 31, 12).getTime(), NOW, "en"), "December 31, 2025");
});

test("the days when clocks change are days like any other", (t) => {
  const { TZ } = process.env;
  t.after(() => (TZ ? (process.env.TZ = TZ) : delete process.env.TZ));
  process.env.TZ = "Europe/Berlin";
  assert.equal(new Date(2026, 2, 30).getTime() - new Date(2026, 2, 29).getTime(), DAY * (23 / 24));
  for (let i = 0; i < 366; i += 1) {
    const noon = new Date(2026, 0, 1 + i, 12).getTime();
    const before = new Date(2026, 0, i, 23, 30).getTime();
    assert.equal(day(before, noon, "en"), "yesterday", new Date(noon).toString());
  }
});
