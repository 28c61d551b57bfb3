import assert from "node:assert/strict";
import { test } from "node:test";

import { WakeLock } from "../../../static/js/player/wake_lock.js";

/** A lock that behaves as the browser's: it says when it is released. */
class Sentinel extends EventTarget {
  released = false;

  async release() {
    this.released = true;
    this.dispatchEvent(new Event("release"));
  }
}

/** A page and a browser; `answer` settles the requests that wait. */
function world({ offered = true } = {}) {
  /** @type {Sentinel[]} */
  const given = [];
  /** @type {(() => void)[]} */
  const waiting = [];
  /** @type {string[]} */
  const said = [];
  const document = Object.assign(new EventTarget(), { visibilityState: "visible" });
  const request = () =>
    new Promise((resolve, reject) => {
      waiting.push(() => {
        if (!offered) {
          reject(new Error("not offered"));
          return;
        }
        given.push(new Sentinel());
        resolve(given.at(-1));
      });
    });
  const edge = /** @type {any} */ ({ document, navigator: { wakeLock: { request } } });
  const lock = new WakeLock((awake) => said.push(awake), edge);
  const answer = async () => {
    waiting.splice(0).forEach((settle) => settle());
    await new Promise((resolve) => setTimeout(resolve));
  };
  /** @param {string} visibility */
  const turn = (visibility) => {
    document.visibilityState = visibility;
    document.dispatchEvent(new Event("visibilitychange"));
  };
  const held = () => given.filter(({ released }) => !released).length;
  return { lock, answer, turn, held, given, said };
}

test("a phone without wake lock is told of, and nothing throws", async () => {
  const { lock, answer, said } = world({ offered: false });
  lock.hold();
  await answer();
  assert.deepEqual(said, ["lost"]);
});

test("a lock that is held is not asked for twice", async () => {
  const { lock, answer, turn, given } = world();
  lock.hold();
  turn("visible");
  await answer();
  turn("visible");
  await answer();
  assert.equal(given.length, 1);
});

test("when the page was hidden the lock is asked for again, and said to be lost meanwhile", async () => {
  const { lock, answer, turn, given, said } = world();
  lock.hold();
  await answer();
  turn("hidden");
  await given[0].release();
  turn("visible");
  await answer();
  assert.deepEqual(said, ["on", "lost", "on"]);
});

test("released while the browser still decides, no lock stays behind", async () => {
  const { lock, answer, held, said } = world();
  lock.hold();
  lock.release();
  await answer();
  assert.equal(held(), 0);
  assert.deepEqual(said, ["off"]);
});

test("paused and gone on at once, one lock is held", async () => {
  const { lock, answer, held } = world();
  lock.hold();
  lock.release();
  lock.hold();
  await answer();
  assert.equal(held(), 1);
});

test("after the end nothing is asked for when the page is seen again", async () => {
  const { lock, answer, turn, held, said } = world();
  lock.hold();
  await answer();
  await lock.release();
  turn("visible");
  await answer();
  assert.equal(held(), 0);
  assert.equal(said.at(-1), "off");
});
