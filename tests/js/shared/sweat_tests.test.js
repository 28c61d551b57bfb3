import assert from "node:assert/strict";
import { test } from "node:test";

import {
  allTests,
  dropTest,
  placeOf,
  keepTest,
  SESSIONS,
} from "../../../static/js/shared/sweat_tests.js";
import { sweatTest } from "../hydration/sweats.js";
import { shelf } from "./shelves.js";

const TEST = sweatTest();

test("tests come back newest first; kept again one is changed, dropped it is gone", async () => {
  const device = shelf();
  const later = sweatTest({ at: TEST.at + 1, celsius: 3 });
  assert.equal(await keepTest(TEST, device), true);
  await keepTest(later, device);
  await keepTest({ ...TEST, drunk: 0.4 }, device);
  assert.deepEqual(await allTests(device), [later, { ...TEST, drunk: 0.4 }]);
  assert.equal(await dropTest(later.at, device), true);
  assert.deepEqual(await allTests(device), [{ ...TEST, drunk: 0.4 }]);
});

for (const part of /** @type {(keyof typeof TEST)[]} */ (Object.keys(TEST))) {
  test(`without ${part}, or with a strange one, it is no test`, async () => {
    for (const strange of [undefined, {}, NaN, Infinity, "1"]) {
      const odd = /** @type {any} */ ({ ...TEST, [part]: strange });
      assert.equal(await keepTest(odd, shelf()), false);
      assert.deepEqual(await allTests(shelf(odd)), []);
    }
  });
}

for (const [part, strange] of /** @type {const} */ ([
  ["minutes", 0],
  ["before", 0],
  ["after", 0],
  ["drunk", -0.1],
  ["passed", -0.1],
  ["food", -0.1],
  ["before", 700],
  ["after", 19],
  ["drunk", 500],
  ["minutes", 1441],
  ["celsius", -3.3],
  ["celsius", 78],
])) {
  test(`with ${strange} for ${part} it is no test`, async () => {
    assert.equal(await keepTest({ ...TEST, [part]: strange }, shelf()), false);
  });
}

test("without IndexedDB, as here, the device cannot be read and nothing breaks", async () => {
  assert.equal(await keepTest(TEST), false);
  assert.equal(await dropTest(TEST.at), false);
  assert.equal(await allTests(), null);
});

test("swims go by the water, the others by the air", () => {
  assert.deepEqual(
    SESSIONS.filter((kind) => placeOf(kind) === "water"),
    ["pool", "open-water", "wetsuit"],
  );
});
