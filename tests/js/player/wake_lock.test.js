import assert from "node:assert/strict";
import { test } from "node:test";

import { WakeLock } from "../../../static/js/player/wake_lock.js";

/** @param {() => Promise<{ release(): Promise<void> }>} request */
function edge(request) {
  const document = Object.assign(new EventTarget(), { visibilityState: "visible" });
  return /** @type {any} */ ({ document, navigator: { wakeLock: { request } } });
}

test("a phone without wake lock is told of, and nothing throws", async () => {
  /** @type {boolean[]} */
  const said = [];
  const lock = new WakeLock(
    (awake) => said.push(awake),
    edge(() => Promise.reject(new Error("no"))),
  );
  await lock.hold();
  assert.deepEqual(said, [false]);
});

test("the lock is asked for again when the page is seen again, until it is released", async () => {
  /** @type {{ released: boolean, release(): Promise<void> }[]} */
  const given = [];
  const world = edge(async () => {
    const sentinel = { released: false, release: async () => {} };
    given.push(sentinel);
    return sentinel;
  });
  const lock = new WakeLock(() => {}, world);
  /** @param {string} visibility */
  const turn = async (visibility) => {
    world.document.visibilityState = visibility;
    world.document.dispatchEvent(new Event("visibilitychange"));
    await Promise.resolve();
  };
  await lock.hold();
  await turn("visible");
  assert.equal(given.length, 1, "a lock that is held is not asked for twice");
  given[0].released = true;
  await turn("hidden");
  assert.equal(given.length, 1);
  await turn("visible");
  assert.equal(given.length, 2);
  await lock.release();
  await turn("visible");
  assert.equal(given.length, 2);
});
