import assert from "node:assert/strict";
import { test } from "node:test";

import { share } from "../../../static/js/shared/share.js";

/** @param {Record<string, unknown>} navigator */
function world(navigator) {
  return /** @type {typeof globalThis} */ (/** @type {unknown} */ ({ navigator }));
}

test("the system's sheet gets the text", async () => {
  /** @type {unknown[]} */
  const given = [];
  const done = await share(
    "I am out.",
    world({ share: async (/** @type {unknown} */ what) => given.push(what) }),
  );
  assert.equal(done, "shared");
  assert.deepEqual(given, [{ text: "I am out." }]);
});

test("whoever closes the sheet has changed their mind: nothing is copied", async () => {
  const abort = async () => {
    throw new DOMException("closed", "AbortError");
  };
  assert.equal(await share("x", world({ share: abort })), "left");
});

test("without a sheet it is copied, and without that it says so", async () => {
  /** @type {string[]} */
  const copied = [];
  const clipboard = { writeText: async (/** @type {string} */ text) => copied.push(text) };
  assert.equal(await share("I am out.", world({ clipboard })), "copied");
  assert.deepEqual(copied, ["I am out."]);
  assert.equal(await share("I am out.", world({})), "failed");
});
