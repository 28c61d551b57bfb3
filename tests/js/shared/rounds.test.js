import assert from "node:assert/strict";
import { test } from "node:test";

import { allRounds, dropRound, keepRound } from "../../../static/js/shared/rounds.js";
import { shelf } from "./shelves.js";

/** @type {import("../../../static/js/shared/rounds.js").Entry} */
const ROUND = {
  began: 1_795_000_000_000,
  kind: "heat",
  ended: 1_795_000_900_000,
  seconds: 900,
  end: "whole",
  skin: null,
};

test("rounds come back newest first; kept again one is changed, dropped it is gone", async () => {
  const device = shelf();
  const later = { ...ROUND, began: ROUND.began + 1 };
  assert.equal(await keepRound(ROUND, device), true);
  await keepRound(later, device);
  await keepRound({ ...ROUND, skin: "usual" }, device);
  assert.deepEqual(await allRounds(device), [later, { ...ROUND, skin: "usual" }]);
  assert.equal(await dropRound(later.began, device), true);
  assert.deepEqual(await allRounds(device), [{ ...ROUND, skin: "usual" }]);
});

for (const part of /** @type {(keyof typeof ROUND)[]} */ (Object.keys(ROUND))) {
  test(`without ${part}, or with a strange one, it is no round`, async () => {
    for (const strange of [undefined, {}, NaN]) {
      const odd = /** @type {any} */ ({ ...ROUND, [part]: strange });
      assert.equal(await keepRound(odd, shelf()), false);
      assert.deepEqual(await allRounds(shelf(odd)), []);
    }
  });
}

test("without IndexedDB, as here, the device keeps none and nothing breaks", async () => {
  assert.equal(await keepRound(ROUND), false);
  assert.equal(await dropRound(ROUND.began), false);
  assert.deepEqual(await allRounds(), []);
});
