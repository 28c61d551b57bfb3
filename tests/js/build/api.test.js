import assert from "node:assert/strict";
import { test } from "node:test";

import { ask, outcome } from "../../../static/js/build/api.js";
import { ROUTINE } from "../shared/catalogs.js";

const SAVED = { code: "0123456789", version: 3, changed: 1 };
const NONE = { status: 0, body: {} };

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
  const { asked, world } = server(() => Response.json(SAVED));
  const details = { secret: "s".repeat(26), body: { title: "x" }, base: 2 };
  const answer = await ask("PUT", "/0123456789", details, world);
  assert.deepEqual(answer, { status: 200, body: SAVED });
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
  assert.deepEqual(await ask("POST", "", {}, gone.world), NONE);
  const proxy = server(() => new Response("<h1>busy</h1>", { status: 503 }));
  assert.deepEqual(await ask("POST", "", {}, proxy.world), { status: 503, body: {} });
});

test("what does not say what was asked for is no answer", async () => {
  const page = () => new Response("<h1>Sign in</h1>");
  const { world } = server(page);
  for (const [method, path] of [
    ...[
      ["POST", ""],
      ["PUT", "/0123456789"],
      ["DELETE", "/0123456789"],
    ],
    ...[
      ["GET", "/0123456789"],
      ["GET", "/0123456789/versions"],
    ],
  ]) {
    assert.deepEqual(await ask(method, path, {}, world), NONE);
  }
  for (const [method, path, body] of /** @type {const} */ ([
    ["POST", "", { ...SAVED, code: "" }],
    ["POST", "", null],
    ["GET", "/0123456789", SAVED],
    ["GET", "/0123456789", { ...SAVED, routine: { ...ROUTINE, version: 2 } }],
    ["GET", "/0123456789/versions", { versions: [] }],
    ["GET", "/0123456789/versions", { versions: [{ version: "1", changed: 1 }] }],
  ])) {
    assert.deepEqual(await ask(method, path, {}, server(() => Response.json(body)).world), NONE);
  }
});

test("what says it is one", async () => {
  for (const [method, path, body] of /** @type {const} */ ([
    ["POST", "", SAVED],
    ["GET", "/0123456789/versions/3", { ...SAVED, routine: ROUTINE, published: 1 }],
    ["GET", "/0123456789/versions", { versions: [{ version: 1, changed: 1 }] }],
  ])) {
    const answer = { status: 200, body };
    assert.deepEqual(await ask(method, path, {}, server(() => Response.json(body)).world), answer);
  }
  const withdrawn = server(() => new Response(null, { status: 204 }));
  assert.equal((await ask("DELETE", "/0123456789", {}, withdrawn.world)).status, 204);
});

test("a conflict names the version that came first", async () => {
  const conflict = (/** @type {any} */ body) => server(() => Response.json(body, { status: 409 }));
  assert.deepEqual(await ask("PUT", "/0123456789", {}, conflict({}).world), NONE);
  const { status } = await ask("PUT", "/0123456789", {}, conflict({ version: 4 }).world);
  assert.equal(status, 409);
});

test("what becomes of an answer", () => {
  assert.deepEqual([200, 201, 204, 0, 500, 503, 400, 413, 403, 404, 410, 409, 429].map(outcome), [
    ...["done", "done", "done", "offline", "offline", "offline", "refused", "refused"],
    ...["notYours", "gone", "gone", "conflict", "busy"],
  ]);
});
