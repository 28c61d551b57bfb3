import assert from "node:assert/strict";
import { test } from "node:test";

import { allOwn, dropOwn, keepOwn, newOwn, ownOf } from "../../../static/js/shared/own.js";
import { ROUTINE } from "./catalogs.js";
import { shelf as shelfOf } from "./shelves.js";

const REFUSING = {
  set: () => Promise.reject(new Error("full")),
  del: () => Promise.reject(new Error("full")),
  all: () => Promise.reject(new Error("full")),
};

test("what is kept is found again, what was changed last first", async () => {
  const shelf = shelfOf();
  const [one, other] = [newOwn(ROUTINE, "", 1), newOwn(ROUTINE, "routines/desk", 2)];
  assert.notEqual(one.id, other.id);
  assert.ok(await keepOwn(one, shelf));
  assert.ok(await keepOwn(other, shelf));
  assert.deepEqual(await allOwn(shelf), [other, one]);
  await keepOwn({ ...one, changed: 3 }, shelf);
  assert.deepEqual(
    (await allOwn(shelf)).map(({ id }) => id),
    [one.id, other.id],
  );
  assert.equal((await ownOf(one.id, shelf))?.changed, 3);
  assert.ok(await dropOwn(one.id, shelf));
  assert.equal(await ownOf(one.id, shelf), null);
});

test("an id stands in an address as it is", () => {
  assert.match(newOwn(ROUTINE).id, /^[a-z0-9]{18}$/);
});

test("rubbish is not kept and not believed", async () => {
  const shelf = shelfOf();
  assert.equal(await keepOwn({ ...newOwn(ROUTINE), id: "" }, shelf), false);
  await shelf.set(["own", "x"], { id: "x", routine: { title: 1 } });
  assert.deepEqual(await allOwn(shelf), []);
});

test("a browser that refuses keeps nothing and says so", async () => {
  assert.equal(await keepOwn(newOwn(ROUTINE), REFUSING), false);
  assert.deepEqual(await allOwn(REFUSING), []);
});
