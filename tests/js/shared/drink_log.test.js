import assert from "node:assert/strict";
import { test } from "node:test";

import { DrinkLog } from "../../../static/js/shared/drink_log.js";
import { allDrinks, dropDrink, keepDrink } from "../../../static/js/shared/drinks.js";
import { shelf } from "./shelves.js";

const NOW = 1_795_000_000_000;
const GLASS = { ml: 250, kind: /** @type {const} */ ("water"), sodium: null };

/** A log on a device that keeps, or refuses as long as it is told to. */
function logOn(kept = shelf()) {
  const state = { refuses: false, changes: 0 };
  const log = new DrinkLog(
    {
      changed: () => (state.changes += 1),
      device: {
        keep: async (drink) => !state.refuses && keepDrink(drink, kept),
        drop: async (id) => !state.refuses && dropDrink(id, kept),
        all: () => allDrinks(kept),
      },
    },
    () => NOW,
  );
  return { log, state, kept };
}

test("a drink is shown at once, and kept after", async () => {
  const { log, kept } = logOn();
  const drink = log.drunk(GLASS);
  const keeping = log.put(drink);
  assert.deepEqual(log.drinks, [drink]);
  await keeping;
  assert.deepEqual(await allDrinks(kept), [drink]);
  assert.equal(log.isUnkept, false);
});

test("two in one moment are two", async () => {
  const { log } = logOn();
  log.put(log.drunk(GLASS));
  await log.put(log.drunk(GLASS));
  assert.equal(log.drinks.length, 2);
});

test("what is refused stays in sight, also after looking again, until it is kept", async () => {
  const { log, state, kept } = logOn();
  state.refuses = true;
  await log.put(log.drunk(GLASS));
  await log.load();
  assert.equal(log.drinks.length, 1);
  assert.equal(log.isUnkept, true);
  state.refuses = false;
  await log.retry();
  assert.equal(log.isUnkept, false);
  assert.equal((await allDrinks(kept))?.length, 1);
});

test("one that cannot be deleted comes back, one that was never kept goes", async () => {
  const { log, state } = logOn();
  const kept = log.drunk(GLASS);
  await log.put(kept);
  state.refuses = true;
  assert.equal(await log.drop(kept.id), false);
  assert.deepEqual(log.drinks, [kept]);
  const unkept = log.drunk(GLASS);
  await log.put(unkept);
  assert.equal(await log.drop(unkept.id), true);
  assert.deepEqual(log.drinks, [kept]);
});

test("a drink is of too much if it lies in such an hour", async () => {
  const { log } = logOn();
  const early = { ...log.drunk({ ...GLASS, ml: 900 }, NOW - 3 * 3600 * 1000) };
  await log.put(early);
  const glass = log.drunk(GLASS);
  await log.put(glass);
  assert.equal(log.isOfTooMuch(early), true);
  assert.equal(log.isOfTooMuch(glass), false);
});

test("a tap while the device is being read is not lost from sight", async () => {
  const { log, kept } = logOn();
  const loading = log.load();
  const drink = log.drunk(GLASS);
  const keeping = log.put(drink);
  assert.deepEqual(log.drinks, [drink]);
  await loading;
  assert.deepEqual(log.drinks, [drink]);
  await Promise.all([keeping, log.load()]);
  assert.deepEqual(log.drinks, [drink]);
  assert.deepEqual(await allDrinks(kept), [drink]);
});

test("one dropped while the device is being read does not come back", async () => {
  const { log } = logOn();
  const drink = log.drunk(GLASS);
  await log.put(drink);
  const loading = log.load();
  const dropping = log.drop(drink.id);
  await loading;
  assert.deepEqual(log.drinks, []);
  assert.equal(await dropping, true);
  assert.deepEqual(log.drinks, []);
});

test("a device that cannot be read takes nothing away, and is said to be unread", async () => {
  const drink = { ...GLASS, id: 1, at: NOW };
  /** @type {{ answer: import("../../../static/js/shared/drinks.js").Drink[] | null }} */
  const state = { answer: [drink] };
  const log = new DrinkLog({
    changed: () => {},
    device: { keep: async () => true, drop: async () => true, all: async () => state.answer },
  });
  await log.load();
  state.answer = null;
  await log.load();
  assert.deepEqual(log.drinks, [drink]);
  assert.equal(log.isUnread, true);
});

test("it is settled when every tap has been taken, the last included", async () => {
  const { log, kept } = logOn();
  for (let i = 0; i < 5; i += 1) {
    log.put(log.drunk(GLASS));
  }
  await log.settled();
  assert.equal((await allDrinks(kept))?.length, 5);
});
