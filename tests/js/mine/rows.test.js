import assert from "node:assert/strict";
import { test } from "node:test";

import { favouriteRows, ownRows, recentRows, sharedRows } from "../../../static/js/mine/rows.js";
import { newOwn } from "../../../static/js/shared/own.js";
import { CATALOG, ROUTINE } from "../shared/catalogs.js";
import { ENTRY } from "../shared/entries.js";

const NOW = ENTRY.ended;
const GUIDE = {
  locale: "en",
  edit: "/en/mine/edit",
  journal: "/en/journal/",
  steps: { one: "%(n)s step", other: "%(n)s steps" },
  words: { short: "%(length)s, %(steps)s" },
  kinds: {
    routine: { address: "/en/routines/", names: { "cold-water-10": "Cold water" } },
    exercise: { address: "/en/exercises/", names: { "bird-dog": "Bird dog" } },
    own: { address: "/en/mine/play#", names: { a1: "Mine" } },
    shared: { address: "/en/r/", names: { c0de: "From Ann" } },
  },
};
const PAGE = { catalog: CATALOG, guide: GUIDE };

test("own routines say how long and how many steps, favourites first", () => {
  const [one, other] = [newOwn(ROUTINE), newOwn({ ...ROUTINE, steps: [ROUTINE.steps[0]] })];
  const rows = ownRows([one, other], [`own/${other.id}`], PAGE);
  assert.deepEqual(
    rows.map(({ short, isFavourite }) => [short, isFavourite]),
    [
      ["1 min, 1 step", true],
      ["6 min, 2 steps", false],
    ],
  );
});

test("one that can no longer be done says why", () => {
  const [march] = ROUTINE.steps;
  const gone = newOwn({ ...ROUTINE, steps: [march, { ...march, exercise: "gone" }] });
  const [row] = ownRows([gone], [], PAGE);
  assert.deepEqual([row.fault, row.short], ["Step 2: No gone here.", ""]);
});

test("favourites lead to the pages of what is still there", () => {
  const marked = ["shared/c0de", "own/a1", "exercise/bird-dog", "routine/gone"];
  assert.deepEqual(
    favouriteRows(marked, [], GUIDE).map(({ address }) => address),
    ["/en/r/c0de", "/en/exercises/bird-dog"],
  );
});

test("what was done last is offered again, each once; of a shared one its page", () => {
  const done = [
    { kind: "own", slug: "a1" },
    { kind: "routine", slug: "cold-water-10" },
    { kind: "own", slug: "a1" },
    { kind: "own", slug: "gone" },
    { kind: "shared", slug: "c0de" },
  ];
  const entries = done.map((each) => ({
    ...ENTRY,
    ...each,
    kind: /** @type {"own"} */ (each.kind),
  }));
  assert.deepEqual(
    recentRows(entries, PAGE, NOW).map(({ address, when }) => [address, when]),
    [
      ["/en/mine/play#a1", "Today"],
      ["/en/routines/cold-water-10/play", "Today"],
      ["/en/r/c0de", "Today"],
    ],
  );
});

test("an exercise that is now one in water leads to its page, which has no player", () => {
  const exercises = { address: "/en/exercises/", names: { march: "March", float: "Float" } };
  const guide = { ...GUIDE, kinds: { ...GUIDE.kinds, exercise: exercises } };
  const entries = ["march", "float"].map((slug) => ({
    ...ENTRY,
    kind: /** @type {const} */ ("exercise"),
    slug,
  }));
  assert.deepEqual(
    recentRows(entries, { catalog: CATALOG, guide }, NOW).map(({ address }) => address),
    ["/en/exercises/march/play", "/en/exercises/float"],
  );
});

test("of the shared routines only those are mine that were kept", () => {
  const opened = { version: 1, title: "From Ann", opened: 1, seenVersion: 1, seen: ROUTINE };
  const all = [
    { ...opened, code: "c0de", kept: true },
    { ...opened, code: "other", kept: false },
  ];
  assert.deepEqual(sharedRows(all, [], GUIDE), [
    { address: "/en/r/c0de", title: "From Ann", when: "" },
  ]);
  assert.deepEqual(favouriteRows(["shared/c0de"], all, GUIDE), []);
});

test("favourites come first among the kept ones too", () => {
  const opened = { version: 1, title: "", opened: 1, kept: true, seenVersion: 1, seen: ROUTINE };
  const codes = sharedRows(
    [
      { ...opened, code: "a" },
      { ...opened, code: "b" },
    ],
    ["shared/b"],
    GUIDE,
  );
  assert.deepEqual(
    codes.map(({ address }) => address),
    ["/en/r/b", "/en/r/a"],
  );
});
