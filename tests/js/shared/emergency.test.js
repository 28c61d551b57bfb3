import assert from "node:assert/strict";
import { test } from "node:test";

import { find, showNumbers, UNKNOWN } from "../../../static/js/shared/emergency.js";
import { keeps, REFUSES } from "./device.js";

const TABLE = {
  AU: { ambulance: "000", water: null, service: null, zones: ["Australia/Sydney"] },
  GB: { ambulance: "999", water: "999", service: "coastguard", zones: ["Europe/London"] },
};

/** @param {string} zone @param {() => Promise<any>} fetch */
function world(zone, fetch) {
  class DateTimeFormat {
    resolvedOptions() {
      return { timeZone: zone };
    }
  }
  return /** @type {any} */ ({ fetch, Intl: { DateTimeFormat } });
}

/** @param {unknown} table */
const answers = (table) => async () => ({ ok: true, json: async () => table });
const PAGE = /** @type {any} */ ({ querySelectorAll: () => [] });
const fails = () => Promise.reject(new TypeError("no network"));
globalThis.location ??= /** @type {any} */ ({ pathname: "/en/cramp/land" });

test("the region comes from the time zone, unless one was chosen", () => {
  assert.equal(find(TABLE, "Europe/London", "").ambulance, "999");
  assert.equal(find(TABLE, "Europe/London", "AU").ambulance, "000");
  assert.deepEqual(find(TABLE, "Antarctica/Troll", ""), UNKNOWN);
  assert.deepEqual(find(TABLE, "Europe/London", "QQ"), UNKNOWN);
});

test("it is kept, so that it is there with no signal", async () => {
  const store = keeps();
  const first = await showNumbers(PAGE, store, world("Europe/London", answers(TABLE)));
  assert.equal(first.ambulance, "999");
  const later = await showNumbers(PAGE, store, world("Europe/London", fails));
  assert.equal(later.ambulance, "999");
});

test("in another time zone, or with another choice, it is looked up anew", async () => {
  const store = keeps();
  await showNumbers(PAGE, store, world("Europe/London", answers(TABLE)));
  const there = await showNumbers(PAGE, store, world("Australia/Sydney", answers(TABLE)));
  assert.equal(there.ambulance, "000");
  store.setItem("limber.region", "GB");
  const chosen = await showNumbers(PAGE, store, world("Australia/Sydney", answers(TABLE)));
  assert.equal(chosen.ambulance, "999");
});

test("without a table, or in a browser that keeps nothing, 112 stands there", async () => {
  assert.deepEqual(await showNumbers(PAGE, keeps(), world("Europe/London", fails)), UNKNOWN);
  assert.deepEqual(
    await showNumbers(
      PAGE,
      keeps(),
      world("Europe/London", async () => ({ ok: false })),
    ),
    UNKNOWN,
  );
  const refused = await showNumbers(PAGE, REFUSES, world("Europe/London", answers(TABLE)));
  assert.equal(refused.ambulance, "999");
});

test("a number that was mended reaches the phone", async () => {
  const store = keeps();
  await showNumbers(PAGE, store, world("Australia/Sydney", answers(TABLE)));
  const mended = { ...TABLE, AU: { ...TABLE.AU, ambulance: "001" } };
  const now = await showNumbers(PAGE, store, world("Australia/Sydney", answers(mended)));
  assert.equal(now.ambulance, "001");
  const later = await showNumbers(PAGE, store, world("Australia/Sydney", fails));
  assert.equal(later.ambulance, "001");
});
