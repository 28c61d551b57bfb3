import assert from "node:assert/strict";
import { test } from "node:test";

import { LaterScript } from "../../../static/js/shared/later_script.js";

/** A script that comes with the tries that are true. @param {boolean[]} tries */
function script(...tries) {
  /** @type {string[]} */
  const asked = [];
  const load = async (/** @type {string} */ address) => {
    if (!tries[asked.push(address) - 1]) {
      throw new TypeError("Failed to fetch");
    }
    return { came: true };
  };
  return { asked, script: new LaterScript("/later.js", load) };
}

test("it comes once, however often it is asked for", async () => {
  const { asked, script: later } = script(true);
  const found = await Promise.all([later.load(), later.load()]);
  assert.deepEqual(found, [{ came: true }, { came: true }]);
  assert.equal(await later.load(), found[0]);
  assert.deepEqual(asked, ["/later.js?1"]);
});

test("what failed is tried anew at another address", async () => {
  const { asked, script: later } = script(false, true);
  assert.equal(await later.load(), null);
  assert.deepEqual(await later.load(), { came: true });
  assert.deepEqual(asked, ["/later.js?1", "/later.js?2"]);
});
