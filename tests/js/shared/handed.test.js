import assert from "node:assert/strict";
import { test } from "node:test";

import { layDown, takeUp } from "../../../static/js/shared/handed.js";
import * as section from "../../../static/js/journal/device/file.js";
import { FORMAT, MOST_BYTES, passedOn } from "../../../static/js/mine/whole_device.js";

/** A browser's caches, as far as this needs them. */
function world(hash = "#handed") {
  /** @type {Map<string, Response>} */
  const kept = new Map();
  const cache = {
    put: async (/** @type {string} */ path, /** @type {Response} */ answer) =>
      void kept.set(path, answer),
    match: async (/** @type {string} */ path) => kept.get(path),
    delete: async (/** @type {string} */ path) => kept.delete(path),
  };
  const location = { hash, pathname: "/en/journal/" };
  const history = {
    state: null,
    replaceState: (/** @type {[unknown, string, string]} */ ...to) =>
      Object.assign(location, { hash: "", pathname: to[2] }),
  };
  return /** @type {any} */ ({ caches: { open: async () => cache }, location, history });
}

test("what is laid down is taken up once", async () => {
  const here = world();
  assert.ok(await layDown(new Blob(["a file"]), here));
  assert.equal(await (await takeUp(here))?.text(), "a file");
  assert.equal(here.location.hash, "");
  here.location.hash = "#handed";
  assert.equal(await takeUp(here), null);
});

test("a page that was not opened for one looks for none", async () => {
  const here = world("#device");
  await layDown(new Blob(["a file"]), here);
  assert.equal(await takeUp(here), null);
  assert.equal(here.location.hash, "#device");
});

test("a full disk says so", async () => {
  const caches = { open: () => Promise.reject(new DOMException("full", "QuotaExceededError")) };
  assert.equal(await layDown(new Blob([""]), /** @type {any} */ ({ caches })), false);
});

test("only a copy of a device goes on to the journal", async () => {
  for (const [text, isOne] of /** @type {[string, boolean][]} */ ([
    ['{"format": "limber-device", "version": 9}', true],
    ['{"format": "limber-routine"}', false],
    ["null", false],
    ["no JSON", false],
  ])) {
    /** @type {string[]} */
    const gone = [];
    const location = { assign: (/** @type {string} */ address) => gone.push(address) };
    const found = await passedOn(
      new Blob([text]),
      "/en/journal/",
      /** @type {any} */ ({ location }),
    );
    // Here nothing can be laid down, so nothing goes.
    assert.deepEqual([found, gone], [false, []]);
    globalThis.caches = world().caches;
    const there = await passedOn(
      new Blob([text]),
      "/en/journal/",
      /** @type {any} */ ({ location }),
    );
    assert.deepEqual([there, gone], [isOne, isOne ? ["/en/journal/#handed"] : []]);
    Reflect.deleteProperty(globalThis, "caches");
  }
});

test("what goes on is what the section of the journal takes", () => {
  assert.deepEqual([FORMAT, MOST_BYTES], [section.FORMAT, section.MOST_BYTES]);
});
