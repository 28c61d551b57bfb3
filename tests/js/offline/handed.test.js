import assert from "node:assert/strict";
import { test } from "node:test";

import { MOST_BYTES } from "../../../static/js/mine/whole_device.js";
import { isHanded, takeHanded } from "../../../static/js/offline/worker/handed.js";

const ORIGIN = "https://limber.test";

/** @param {string} path @param {RequestInit} options */
function request(path, options = { method: "POST" }) {
  return new Request(ORIGIN + path, options);
}

test("only what is handed to one's own routines is taken", () => {
  assert.ok(isHanded(request("/zh-hans/mine/"), ORIGIN));
  assert.ok(!isHanded(request("/en/mine/", { method: "GET" }), ORIGIN));
  assert.ok(!isHanded(request("/api/routines"), ORIGIN));
  assert.ok(!isHanded(request("/en/mine/"), "https://other.test"));
});

test("a file is laid down, and the page that reads it is opened", async () => {
  const form = new FormData();
  form.set("routine", new File(['{"format": 1}'], "a.limber.json"));
  /** @type {[string, string, Response][]} */
  const laid = [];
  const caches = {
    open: async (/** @type {string} */ name) => ({
      put: async (/** @type {string} */ path, /** @type {Response} */ answer) => {
        laid.push([name, path, answer]);
      },
    }),
  };
  const given = request("/en/mine/", { method: "POST", body: form });
  const answer = await takeHanded(given, /** @type {any} */ ({ caches }));
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.get("Location"), `${ORIGIN}/en/mine/#handed`);
  assert.deepEqual(laid[0].slice(0, 2), ["handed", "/handed"]);
  assert.equal(await laid[0][2].text(), '{"format": 1}');
});

test("of a file that is too large so much is laid down that the page can say so", async () => {
  const form = new FormData();
  form.set("routine", new File(["x".repeat(MOST_BYTES + 9)], "a.limber.json"));
  /** @type {Response[]} */
  const laid = [];
  const put = async (/** @type {string} */ _, /** @type {Response} */ answer) => {
    laid.push(answer);
  };
  const caches = { open: async () => ({ put }) };
  const given = request("/en/mine/", { method: "POST", body: form });
  await takeHanded(given, /** @type {any} */ ({ caches }));
  assert.equal((await laid[0].blob()).size, MOST_BYTES + 1);
});

test("what another site sends is not taken, nor is it of consequence that the system says nothing", () => {
  const by = (/** @type {string} */ referrer) =>
    isHanded({ ...about("/en/mine/"), referrer }, ORIGIN);
  assert.ok(by(""));
  assert.ok(by("about:client"));
  assert.ok(by(`${ORIGIN}/en/`));
  assert.ok(!by("https://other.test/"));
  assert.ok(!by(`${ORIGIN}.other.test/`));
});

/** @param {string} path @returns {any} */
function about(path) {
  return { method: "POST", url: ORIGIN + path };
}

test("on a full disk the page opens all the same", async () => {
  const caches = { open: () => Promise.reject(new DOMException("full", "QuotaExceededError")) };
  const given = request("/en/mine/", { method: "POST", body: new FormData() });
  assert.equal((await takeHanded(given, /** @type {any} */ ({ caches }))).status, 303);
});
