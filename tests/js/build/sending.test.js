import assert from "node:assert/strict";
import { test } from "node:test";

import { send } from "../../../static/js/build/sending.js";
import { ROUTINE } from "../shared/catalogs.js";

const ORIGIN = { link: null, own: "", from: "", secret: "s".repeat(26) };
const LINK = { code: "0123456789", secret: "t".repeat(26), version: 3 };
const SAVED = { code: LINK.code, version: 1, changed: 1 };

/** @param {Response} answer */
function server(answer) {
  /** @type {any[]} */
  const asked = [];
  const fetch = async (/** @type {any} */ address, /** @type {any} */ options) => {
    asked.push({ address, ...options });
    return answer;
  };
  return { asked, world: /** @type {any} */ ({ fetch }) };
}

test("what is new is made with the secret of its draft", async () => {
  const { asked, world } = server(Response.json(SAVED, { status: 201 }));
  const answer = await send({ routine: ROUTINE, origin: ORIGIN }, world);
  assert.deepEqual(answer, { ...SAVED, status: 201, secret: ORIGIN.secret });
  assert.deepEqual([asked[0].method, asked[0].address], ["POST", "/api/routines"]);
  assert.equal(asked[0].headers.Authorization, `Bearer ${ORIGIN.secret}`);
});

test("what the patient has is not sent", async () => {
  for (const link of [null, LINK]) {
    const { asked, world } = server(Response.json({}));
    const routine = { ...ROUTINE, conditions: ["pregnancy"] };
    await send({ routine, origin: { ...ORIGIN, link } }, world);
    assert.deepEqual({ ...JSON.parse(asked[0].body), conditions: routine.conditions }, routine);
    assert.doesNotMatch(JSON.stringify(asked), /pregnancy|conditions/);
  }
});

test("what is published is changed with its own, from the version that is known", async () => {
  const { asked, world } = server(Response.json({ version: 5 }, { status: 409 }));
  const answer = await send({ routine: ROUTINE, origin: { ...ORIGIN, link: LINK } }, world);
  assert.deepEqual(answer, { status: 409, code: LINK.code, version: 5, secret: LINK.secret });
  assert.deepEqual([asked[0].method, asked[0].address], ["PUT", "/api/routines/0123456789"]);
  assert.equal(asked[0].headers["If-Match"], '"3"');
});
