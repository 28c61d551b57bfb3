import assert from "node:assert/strict";
import { test } from "node:test";
import { forgetOldest } from "../../../static/js/share/forget.js";

/** The last first, as they are read. */
const ALL = Array.from({ length: 60 }, (_, i) => ({ code: `code-${i}`, kept: i >= 55 }));
const PATHS = ["/en/r/code-50", "/ar/r/code-50", "/en/r/code-5", "/en/r/code-57"];

/** What becomes of them on a device. @param {{ code: string, kept: boolean }[]} all @param {object} parts of the device */
async function forgotten(all, parts = {}) {
  /** @type {string[]} */
  const done = [];
  const device = {
    isSupported: () => true,
    ask: async (/** @type {string} */ wish, { path = "" } = {}) => {
      done.push(...(wish === "drop" ? [path] : []));
      return { opened: Object.fromEntries(PATHS.map((each) => [each, {}])) };
    },
    dropOpened: async (/** @type {string} */ code) => done.push(code) > 0,
    ...parts,
  };
  await forgetOldest(/** @type {any} */ (all), /** @type {any} */ (device));
  return done;
}

test("of what was only opened the oldest go, fifty stay, and all that is kept", async () => {
  const done = await forgotten(ALL);
  assert.deepEqual(done, [...PATHS.slice(0, 2), ...[50, 51, 52, 53, 54].map((n) => `code-${n}`)]);
});

test("fifty are not too many", async () => {
  const ask = () => assert.fail("nothing is to be asked");
  assert.deepEqual(await forgotten(ALL.slice(0, 50), { ask }), []);
  assert.deepEqual(await forgotten(ALL.slice(9), { ask }), []);
});

test("where no copies can be, or a worker of before knows none, the rest goes all the same", async () => {
  const parts = { isSupported: () => false, ask: () => assert.fail("there is nobody to ask") };
  assert.equal((await forgotten(ALL, parts)).length, 5);
  assert.equal((await forgotten(ALL, { ask: async () => ({}) })).length, 5);
});
