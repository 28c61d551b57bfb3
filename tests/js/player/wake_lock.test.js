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
  let asked = 0;
  const world = edge(async () => {
    asked += 1;
    return { release: async () => {} };
  });
  const lock = new WakeLock(() => {}, world);
  await lock.hold();
  world.document.dispatchEvent(new Event("visibilitychange"));
  assert.equal(asked, 2);
  world.document.visibilityState = "hidden";
  world.document.dispatchEvent(new Event("visibilitychange"));
  assert.equal(asked, 2);
  await lock.release();
  world.document.visibilityState = "visible";
  world.document.dispatchEvent(new Event("visibilitychange"));
  assert.equal(asked, 2);
});
