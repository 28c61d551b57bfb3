import assert from "node:assert/strict";
import { test } from "node:test";

import { isLocked, lock, lockedAt, unlock } from "../../../static/js/shared/lock.js";
import { DAY_MS } from "../../../static/js/shared/time.js";
import { keeps, REFUSES } from "./device.js";

const NOW = 1_800_000_000_000;

test("a yes to an emergency sign locks for twenty-four hours and not a second longer", () => {
  const store = keeps();
  assert.equal(lockedAt(store, NOW), null);
  assert.equal(lock(store, NOW), true);
  assert.equal(lockedAt(store, NOW), NOW);
  assert.equal(lockedAt(store, NOW + DAY_MS - 1), NOW);
  assert.equal(lockedAt(store, NOW + DAY_MS), null);
});

test("a clock that was set back does not open it", () => {
  const store = keeps();
  lock(store, NOW);
  assert.equal(lockedAt(store, NOW - DAY_MS), NOW);
});

test("it opens when a clinician has seen the person, or it was a mistake", () => {
  const store = keeps();
  lock(store, NOW);
  assert.equal(unlock(store), true);
  assert.equal(lockedAt(store, NOW), null);
});

test("a browser that keeps nothing cannot lock, and says so", () => {
  assert.equal(lock(REFUSES, NOW), false);
  assert.equal(lockedAt(REFUSES, NOW), null);
});

test("the page's root says whether it is locked", () => {
  const root = (/** @type {Record<string, string>} */ dataset) =>
    /** @type {HTMLElement} */ (/** @type {unknown} */ ({ dataset }));
  assert.equal(isLocked(root({ locked: "" })), true);
  assert.equal(isLocked(root({})), false);
});
