import assert from "node:assert/strict";
import { test } from "node:test";

import { proven } from "../../../static/js/build/arrive.js";

const LINK = { code: "0123456789", secret: "abcdefghijklmnopqrstuvwxyz" };

/** @param {number} status of the proof */
function server(status) {
  /** @type {any[]} */
  const asked = [];
  const fetch = async (/** @type {string} */ address, /** @type {any} */ { headers }) => {
    asked.push([address, headers.Authorization]);
    return address.endsWith("/versions")
      ? Response.json({ versions: [] }, { status })
      : Response.json({ version: 2 });
  };
  return { asked, world: /** @type {any} */ ({ fetch }) };
}

test("a secret that is proven opens the routine", async () => {
  const { asked, world } = server(200);
  assert.deepEqual(await proven(LINK, world), { status: 200, body: { version: 2 } });
  assert.deepEqual(asked, [
    ["/api/routines/0123456789/versions", `Bearer ${LINK.secret}`],
    ["/api/routines/0123456789", undefined],
  ]);
});

test("one that is not opens nothing, and neither does one that nobody looked at", async () => {
  for (const status of [403, 404, 410, 429, 503]) {
    const { asked, world } = server(status);
    assert.equal((await proven(LINK, world)).status, status);
    assert.equal(asked.length, 1);
  }
});
