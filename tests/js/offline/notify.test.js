import assert from "node:assert/strict";
import { test } from "node:test";

import { notificationOf, open } from "../../../static/js/offline/worker/notify.js";

const ORIGIN = "https://limber.example";
const PAGE = `${ORIGIN}/en/reminders/#abc`;

/** What a tap does, with these windows open. @param {Record<string, boolean>} windows whether each lets itself be led on */
async function tap(windows, action = "", data = "/en/reminders/#abc") {
  /** @type {string[]} */
  const did = [];
  const found = Object.entries(windows).map(([url, goes]) => ({
    url: ORIGIN + url,
    navigate: async (/** @type {string} */ to) => {
      did.push(`${url} to ${to}`);
      return goes ? {} : Promise.reject(new TypeError());
    },
    focus: async () => void did.push(`${url} in front`),
  }));
  const clients = {
    matchAll: async () => found,
    openWindow: async (/** @type {string} */ to) => did.push(`new to ${to}`),
  };
  await open(/** @type {any} */ ({ data }), action, clients, ORIGIN);
  return did;
}

test("a window of ours goes to the page and comes to the front", async () => {
  assert.deepEqual(await tap({ "/en/": true }), [`/en/ to ${PAGE}`, "/en/ in front"]);
});

test("where none goes a new one opens, and none has taken its place in front", async () => {
  assert.deepEqual(await tap({ "/en/": false }), [`/en/ to ${PAGE}`, `new to ${PAGE}`]);
});

for (const busy of ["/en/routines/x/play", "/en/cramp/land", "/en/check/", "/ar/swim/12-15"]) {
  test(`${busy} is not taken away`, async () => {
    assert.deepEqual(await tap({ [busy]: true }), [`new to ${PAGE}`]);
  });
}

test("a form about drinks is not taken away, the page of drinks may be", async () => {
  assert.deepEqual(await tap({ "/en/hydration/plan": true }), [`new to ${PAGE}`]);
  assert.equal((await tap({ "/en/hydration/": true })).length, 2);
});

test("a button is told to the page, and an address of others leads home", async () => {
  assert.deepEqual(await tap({}, "later"), [`new to ${PAGE}.later`]);
  assert.deepEqual(await tap({}, "", "https://evil.example/"), [`new to ${ORIGIN}`]);
});

test("a device that knows nothing shows what was pushed, without buttons", async () => {
  const said = { title: "Limber: a reminder", tag: "abc", navigate: PAGE };
  const { title, options } = await notificationOf(JSON.stringify({ notification: said }));
  const { tag, actions } = /** @type {any} */ (options);
  assert.deepEqual([title, tag, actions], ["Limber: a reminder", "abc", []]);
});
