import assert from "node:assert/strict";
import { test } from "node:test";

import {
  allPublications,
  isOwnNow,
  keepPublication,
  publicationOf,
} from "../../../static/js/shared/published.js";
import { shelf as shelfOf } from "./shelves.js";

const ONE = { code: "0123456789", secret: "s".repeat(26), version: 1, title: "One", changed: 1 };

test("what was published is found by its code, and as one of one's own", async () => {
  const shelf = shelfOf({ rubbish: true });
  assert.ok(await keepPublication(ONE, shelf));
  assert.equal(await publicationOf({ own: "a1" }, shelf), null);
  assert.ok(await isOwnNow(ONE.code, "a1", shelf));
  assert.deepEqual(await publicationOf({ own: "a1" }, shelf), { ...ONE, own: "a1" });
  assert.deepEqual(await publicationOf({ code: ONE.code }, shelf), { ...ONE, own: "a1" });
  assert.equal(await isOwnNow("9876543210", "a1", shelf), false);
  assert.equal((await allPublications(shelf)).length, 1);
});

test("of two that are of the same one, the one that was changed last goes on", async () => {
  const shelf = shelfOf();
  const [before, after] = [
    { ...ONE, own: "a1" },
    { ...ONE, code: "9876543210", own: "a1", changed: 2 },
  ];
  await keepPublication(before, shelf);
  await keepPublication(after, shelf);
  assert.deepEqual(await publicationOf({ own: "a1" }, shelf), after);
});
