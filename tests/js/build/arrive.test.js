import assert from "node:assert/strict";
import { test } from "node:test";

import { broughtBy, proven } from "../../../static/js/build/arrive.js";
import { newOwn } from "../../../static/js/shared/own.js";
import { ROUTINE } from "../shared/catalogs.js";

const BODY = { code: "0123456789", version: 2, changed: 1, routine: ROUTINE };
const LINK = { code: "0123456789", secret: "abcdefghijklmnopqrstuvwxyz" };

/** @param {number} status of the proof */
function server(status) {
  /** @type {any[]} */
  const asked = [];
  const fetch = async (/** @type {string} */ address, /** @type {any} */ { headers }) => {
    asked.push([address, headers.Authorization]);
    return address.endsWith("/versions")
      ? Response.json({ versions: [{ version: 2, changed: 1 }] }, { status })
      : Response.json(BODY);
  };
  return { asked, world: /** @type {any} */ ({ fetch }) };
}

test("a secret that is proven opens the routine", async () => {
  const { asked, world } = server(200);
  assert.deepEqual(await proven(LINK, world), { status: 200, body: BODY });
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

const FOUND = { ...LINK, version: 2, routine: ROUTINE, changed: 1 };
const KNOWN = { ...LINK, version: 2, title: "Low back", changed: 1 };

test("what this device has not published is another person's", () => {
  const { origin, routines } = broughtBy(FOUND, null, null);
  assert.deepEqual(origin, { link: { ...LINK, version: 2 }, own: "", from: "file" });
  assert.deepEqual(routines, [ROUTINE]);
  assert.equal(broughtBy(FOUND, KNOWN, null).origin.from, "");
  assert.equal(broughtBy(FOUND, { ...KNOWN, from: "file" }, null).origin.from, "file");
});

test("one's own comes as it is here, and what is newer as a change of it", () => {
  const own = newOwn({ ...ROUTINE, title: "Here" });
  const { origin, routines } = broughtBy(FOUND, KNOWN, own);
  assert.equal(origin.own, own.id);
  assert.deepEqual(routines, [own.routine]);
  const newer = broughtBy({ ...FOUND, version: 3 }, KNOWN, own);
  assert.equal(newer.origin.link.version, 3);
  assert.deepEqual(newer.routines, [own.routine, ROUTINE]);
});
