import assert from "node:assert/strict";
import { test } from "node:test";
import { isCovered, newest, readVersion } from "../../../static/js/offline/worker/version.js";

const VERSION = {
  shared: { name: "shared-1", stored: 1, count: 1, download: 1 },
  languages: {},
  corrections: [
    { number: 1, covers: ["exercises/bird-dog"] },
    { number: 2, covers: ["exercises/cat-cow", "routines/back-mobility"] },
  ],
};

test("a page is covered in every language, with what lies below it, and nothing else is", () => {
  for (const path of ["/en/exercises/bird-dog", "/ar/exercises/bird-dog/play"]) {
    assert.equal(isCovered(path, VERSION.corrections, 0), true, path);
  }
  for (const path of ["/en/exercises/", "/en/exercises/bird-dog-2", "/en/", "/"]) {
    assert.equal(isCovered(path, VERSION.corrections, 0), false, path);
  }
});

test("what is kept here and contains the correction is not covered", () => {
  assert.equal(isCovered("/en/exercises/bird-dog", VERSION.corrections, 1), false);
  assert.equal(isCovered("/en/routines/back-mobility/play", VERSION.corrections, 1), true);
  assert.equal(isCovered("/en/routines/back-mobility/play", VERSION.corrections, 2), false);
  assert.equal(isCovered("/en/exercises/bird-dog", [], 0), false);
});

/** @param {() => Promise<unknown>} fetch */
function read(fetch) {
  return readVersion(/** @type {any} */ ({ fetch }));
}

test("the version file is read past every cache", async () => {
  /** @type {unknown[]} */
  const asked = [];
  const fetch = async (/** @type {string} */ address, /** @type {RequestInit} */ { cache }) => {
    asked.push([address, cache]);
    return Response.json(VERSION);
  };
  const found = await readVersion(/** @type {any} */ ({ fetch }));
  assert.deepEqual(found, VERSION);
  assert.deepEqual(asked, [["/version.json", "no-store"]]);
});

test("no network, an error page and rubbish are no version", async () => {
  const answers = [
    () => Promise.reject(new TypeError("no network")),
    async () => new Response("", { status: 503 }),
    async () => new Response("<p>Sign in to the hotel</p>"),
    async () => Response.json(null),
    async () => Response.json({ ...VERSION, shared: {} }),
    async () => Response.json({ ...VERSION, languages: { en: null } }),
    async () => Response.json({ ...VERSION, corrections: [{ number: 1 }] }),
    async () => Response.json({ ...VERSION, corrections: [{ number: 1, covers: [null] }] }),
    async () => Response.json({ ...VERSION, corrections: {} }),
  ];
  for (const answer of answers) {
    assert.equal(await read(answer), null);
  }
});

test("an older server takes no correction back", () => {
  const older = { ...VERSION, corrections: VERSION.corrections.slice(0, 1) };
  assert.deepEqual(newest(VERSION, older).corrections, VERSION.corrections);
  assert.deepEqual(newest(older, VERSION), VERSION);
  assert.deepEqual(newest(null, older), older);
});
