import assert from "node:assert/strict";
import { test } from "node:test";
import {
  allOpened,
  changesSeen,
  dropOpened,
  hasNews,
  keepOpened,
  openedAgain,
} from "../../../static/js/shared/opened.js";
import { ROUTINE } from "../share/routines.js";
import { shelf } from "./shelves.js";

const FOUND = { code: "k3m9t2x7qd", version: 1, routine: ROUTINE };

test("the routine that was opened last comes first, and what is none is left out", async () => {
  const device = shelf({ code: "damaged" });
  await keepOpened(openedAgain(undefined, FOUND, 10), device);
  await keepOpened(openedAgain(undefined, { ...FOUND, code: "b" }, 20), device);
  assert.deepEqual(
    (await allOpened(device))?.map(({ code }) => code),
    ["b", "k3m9t2x7qd"],
  );
  assert.equal(await dropOpened("b", device), true);
  assert.equal((await allOpened(device))?.length, 1);
});

test("what is not a routine is not kept, and a device that cannot be read says so", async () => {
  assert.equal(await keepOpened(/** @type {any} */ ({ code: "a" }), shelf()), false);
  const refuses = { ...shelf(), all: () => Promise.reject(new DOMException("denied")) };
  assert.equal(await allOpened(refuses), null);
});

test("what was seen stays what it was until the changes are known", () => {
  const first = { ...openedAgain(undefined, FOUND, 10), kept: true };
  const changed = { ...ROUTINE, title: "Week 3" };
  const later = openedAgain(first, { ...FOUND, version: 3, routine: changed }, 20);
  assert.deepEqual([later.version, later.title, later.opened], [3, "Week 3", 20]);
  assert.deepEqual([later.seenVersion, later.seen, later.kept], [1, ROUTINE, true]);
  const seen = changesSeen(later, changed);
  assert.deepEqual([seen.seenVersion, seen.seen], [3, changed]);
});

test("a copy of a version before, in another language, has no news", () => {
  const seen = openedAgain(undefined, { ...FOUND, version: 3 }, 10);
  assert.equal(hasNews(seen), false);
  assert.equal(hasNews(openedAgain(seen, { ...FOUND, version: 2 }, 20)), false);
  assert.equal(hasNews(openedAgain(seen, { ...FOUND, version: 4 }, 20)), true);
});
