import assert from "node:assert/strict";
import { test } from "node:test";

import { find, numbers, UNKNOWN } from "../../../static/js/shared/emergency.js";
import { keeps, REFUSES } from "./device.js";

const TABLE = {
  AU: { ambulance: "000", water: null, zones: ["Australia/Sydney"] },
  GB: { ambulance: "999", water: "999", zones: ["Europe/London"] },
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
const fails = () => Promise.reject(new TypeError("no network"));
globalThis.location ??= /** @type {any} */ ({ pathname: "/en/cramp/land" });

test("the region comes from the time zone, unless one was chosen", () => {
  assert.equal(find(TABLE, "Europe/London", "").ambulance, "999");
  assert.equal(find(TABLE, "Europe/London", "AU").ambulance, "000");
  assert.deepEqual(find(TABLE, "Antarctica/Troll", ""), UNKNOWN);
  assert.deepEqual(find(TABLE, "Europe/London", "QQ"), UNKNOWN);
});

test("it is looked up once and then kept, so that it is there with no signal", async () => {
  const store = keeps();
  const first = await numbers(store, world("Europe/London", answers(TABLE)));
  assert.equal(first.ambulance, "999");
  const later = await numbers(store, world("Europe/London", fails));
  assert.equal(later.ambulance, "999");
});

test("in another time zone, or with another choice, it is looked up anew", async () => {
  const store = keeps();
  await numbers(store, world("Europe/London", answers(TABLE)));
  const there = await numbers(store, world("Australia/Sydney", answers(TABLE)));
  assert.equal(there.ambulance, "000");
  store.setItem("limber.region", "GB");
  const chosen = await numbers(store, world("Australia/Sydney", answers(TABLE)));
  assert.equal(chosen.ambulance, "999");
});

test("without a table, or in a browser that keeps nothing, 112 stands there", async () => {
  assert.deepEqual(await numbers(keeps(), world("Europe/London", fails)), UNKNOWN);
  assert.deepEqual(
    await numbers(
      keeps(),
      world("Europe/London", async () => ({ ok: false })),
    ),
    UNKNOWN,
  );
  const refused = await numbers(REFUSES, world("Europe/London", answers(TABLE)));
  assert.equal(refused.ambulance, "999");
});
