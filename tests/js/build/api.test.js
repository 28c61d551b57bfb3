import assert from "node:assert/strict";
import { test } from "node:test";

import { ask, codeOf, outcome } from "../../../static/js/build/api.js";

/** @param {any} answer */
function server(answer) {
  /** @type {any[]} */
  const asked = [];
  const fetch = async (/** @type {any} */ address, /** @type {any} */ options) => {
    asked.push({ address, ...options });
    return answer();
  };
  return { asked, world: /** @type {any} */ ({ fetch }) };
}

test("the secret goes in a header, the version that was changed too", async () => {
  const { asked, world } = server(() => Response.json({ version: 3 }));
  const details = { secret: "s".repeat(26), body: { title: "x" }, base: 2 };
  const answer = await ask("PUT", "/0123456789", details, world);
  assert.deepEqual(answer, { status: 200, body: { version: 3 } });
  assert.equal(asked[0].address, "/api/routines/0123456789");
  assert.deepEqual(asked[0].headers, {
    Authorization: `Bearer ${"s".repeat(26)}`,
    "Content-Type": "application/json",
    "If-Match": '"2"',
  });
});

test("no network and no JSON are answers too", async () => {
  const gone = server(() => {
    throw new TypeError("failed to fetch");
  });
  assert.deepEqual(await ask("POST", "", {}, gone.world), { status: 0, body: {} });
  const proxy = server(() => new Response("<h1>busy</h1>", { status: 503 }));
  assert.deepEqual(await ask("POST", "", {}, proxy.world), { status: 503, body: {} });
});

test("what becomes of an answer", () => {
  assert.deepEqual([200, 201, 204, 0, 500, 503, 400, 413, 403, 404, 410, 409, 429].map(outcome), [
    ...["done", "done", "done", "offline", "offline", "offline", "refused", "refused"],
    ...["notYours", "gone", "gone", "conflict", "busy"],
  ]);
});

test("a code is found in what is typed or pasted", () => {
  assert.equal(codeOf(" 01234-56789 "), "0123456789");
  assert.equal(codeOf("https://limber.example/en/r/0123456789?x#y"), "0123456789");
  assert.equal(codeOf("../mine"), ""); // never another address
  assert.equal(codeOf(""), "");
});
