import assert from "node:assert/strict";
import { test } from "node:test";

import {
  allDrinks,
  dropDrink,
  freshId,
  keepDrink,
  onDay,
  tooMuch,
  total,
} from "../../../static/js/shared/drinks.js";
import { always } from "./random.js";
import { shelf } from "./shelves.js";

/** @typedef {import("../../../static/js/shared/drinks.js").Drink} Drink */

const NOW = 1_795_000_000_000;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** @type {Drink} */
const DRINK = { id: NOW, at: NOW, ml: 250, kind: "electrolyte", sodium: 460 };

/** @param {[minutes: number, ml: number][]} glasses minutes before now @returns {Drink[]} */
function drunk(...glasses) {
  return glasses.map(([minutes, ml], i) => ({ ...DRINK, id: i, at: NOW - minutes * MINUTE, ml }));
}

test("drinks come back last drunk first, at one moment by id", async () => {
  const device = shelf();
  const earlier = { ...DRINK, id: NOW + 5, at: NOW - 1, sodium: null };
  const beside = { ...DRINK, id: NOW + 1 };
  for (const each of [earlier, DRINK, beside]) {
    assert.equal(await keepDrink(each, device), true);
  }
  assert.deepEqual(await allDrinks(device), [beside, DRINK, earlier]);
});

test("kept again one is changed, dropped it is gone", async () => {
  const device = shelf();
  await keepDrink(DRINK, device);
  await keepDrink({ ...DRINK, ml: 300, at: NOW - 5 }, device);
  assert.deepEqual(await allDrinks(device), [{ ...DRINK, ml: 300, at: NOW - 5 }]);
  assert.equal(await dropDrink(DRINK.id, device), true);
  assert.deepEqual(await allDrinks(device), []);
});

for (const part of /** @type {(keyof Drink)[]} */ (Object.keys(DRINK))) {
  test(`without ${part}, or with a strange one, it is no drink`, async () => {
    for (const strange of [undefined, {}, NaN, -1]) {
      const odd = /** @type {any} */ ({ ...DRINK, [part]: strange });
      assert.equal(await keepDrink(odd, shelf()), false);
      assert.deepEqual(await allDrinks(shelf(odd)), []);
    }
  });
}

test("a drink of nothing is none, and rubbish breaks nothing", async () => {
  assert.equal(await keepDrink({ ...DRINK, ml: 0 }, shelf()), false);
  assert.deepEqual(await allDrinks(shelf(null, 3, "water", DRINK)), [DRINK]);
});

test("without IndexedDB, as here, the device cannot be read and nothing breaks", async () => {
  assert.equal(await keepDrink(DRINK), false);
  assert.equal(await dropDrink(DRINK.id), false);
  assert.equal(await allDrinks(), null);
});

test("a fresh id is now, or the next moment that no drink has", () => {
  assert.equal(freshId(NOW, []), NOW);
  assert.equal(
    freshId(NOW, [DRINK, { ...DRINK, id: NOW + 1 }, { ...DRINK, id: NOW + 3 }]),
    NOW + 2,
  );
});

test("a total is the sum in ml", () => {
  assert.equal(total([]), 0);
  assert.equal(total(drunk([0, 250], [5, 150])), 400);
});

test("a day goes from midnight to midnight on this device", () => {
  const midnight = new Date(2026, 10, 26).getTime();
  const next = new Date(2026, 10, 27).getTime();
  const drinks = [next, next - 1, midnight, midnight - 1].map((at) => ({ ...DRINK, id: at, at }));
  const found = (/** @type {number} */ moment) => onDay(drinks, moment).map(({ at }) => at);
  assert.deepEqual(found(midnight), [next - 1, midnight]);
  assert.deepEqual(found(next - 1), [next - 1, midnight]);
  assert.deepEqual(found(next), [next]);
});

test("800 ml in an hour are let stand, 801 are too much", () => {
  assert.equal(tooMuch([], NOW), null);
  assert.equal(tooMuch(drunk([0, 300], [30, 500]), NOW), null);
  assert.deepEqual(tooMuch(drunk([0, 301], [30, 500]), NOW), {
    ml: 801,
    from: NOW - 30 * MINUTE,
    to: NOW,
  });
  assert.deepEqual(tooMuch(drunk([7, 801]), NOW), {
    ml: 801,
    from: NOW - 7 * MINUTE,
    to: NOW - 7 * MINUTE,
  });
});

test("59 minutes apart is within an hour, sixty is the next one", () => {
  assert.equal(tooMuch(drunk([0, 401], [59, 400]), NOW)?.ml, 801);
  assert.equal(tooMuch(drunk([0, 401], [60, 400]), NOW), null);
  assert.equal(tooMuch(drunk([0, 401], [60, 400], [30, 399]), NOW), null);
});

test("it counts for a day from the last of them, whenever the first was", () => {
  const long = DAY / MINUTE;
  assert.equal(tooMuch(drunk([long, 801]), NOW)?.ml, 801);
  assert.equal(tooMuch(drunk([long + 1, 801]), NOW), null);
  assert.equal(tooMuch(drunk([long - 1, 401], [long + 50, 400]), NOW)?.ml, 801);
  assert.equal(tooMuch(drunk([long + 1, 401], [long + 50, 400]), NOW), null);
});

test("of several such hours it is the newest, in whatever order they are given", () => {
  const drinks = drunk([300, 900], [100, 500], [130, 400], [10, 200]);
  for (const order of [drinks, drinks.toReversed()]) {
    assert.deepEqual(tooMuch(order, NOW), {
      ml: 900,
      from: NOW - 130 * MINUTE,
      to: NOW - 100 * MINUTE,
    });
  }
});

test("a clock that was set back hides nothing, and the list given stays as it was", () => {
  const drinks = drunk([20, 500], [-10, 500]);
  const before = structuredClone(drinks);
  assert.equal(tooMuch(drinks, NOW)?.ml, 1000);
  assert.deepEqual(drinks, before);
});

test("it finds an hour of too much exactly where there is one", () => {
  always(
    (chance) =>
      Array.from({ length: chance.whole(0, 8) }, () => [
        chance.whole(0, 240),
        chance.whole(1, 8) * 50,
      ]),
    (glasses) => {
      const drinks = drunk(.../** @type {[number, number][]} */ (glasses));
      const hours = glasses.map(([begin]) =>
        glasses.filter(([minutes]) => minutes <= begin && begin - minutes < 60),
      );
      const sums = hours.map((hour) => hour.reduce((sum, [, ml]) => sum + ml, 0));
      assert.equal(tooMuch(drinks, NOW) !== null, Math.max(0, ...sums) > 800);
    },
  );
});
