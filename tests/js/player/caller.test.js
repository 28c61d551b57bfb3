import assert from "node:assert/strict";
import { test } from "node:test";

import { BUZZES, Caller } from "../../../static/js/player/caller.js";
import { NOTES, Tones } from "../../../static/js/player/tones.js";
import { KEY } from "../../../static/js/shared/screen.js";
import { keeps } from "../shared/device.js";

/** @param {Record<string, string>} marks */
function caller(marks) {
  /** @type {string[]} */
  const done = [];
  const edge = {
    tones: {
      unlock: () => void done.push("unlock"),
      play: (/** @type {string} */ call) => void done.push(`tone ${call}`),
    },
    vibrate: (/** @type {number[]} */ pattern) => done.push(`buzz ${pattern}`),
  };
  const store = keeps({ [KEY]: JSON.stringify(marks) });
  const made = new Caller(
    store,
    (call, whole) => void done.push(`flash ${call}${whole ? " all" : ""}`),
    edge,
  );
  made.unlock();
  made.call("switch");
  return done;
}

test("a call is seen, heard and felt", () => {
  assert.deepEqual(caller({}), [
    "unlock",
    "flash switch all",
    "tone switch",
    "buzz 120,60,120,60,120",
  ]);
});

test("what was switched off stays silent and still, and the screen says it all the same", () => {
  assert.deepEqual(caller({ sound: "off", vibration: "off", flash: "off" }), ["flash switch"]);
});

test("every call has its tone and its buzz, and no two sound alike", () => {
  assert.deepEqual(Object.keys(NOTES), Object.keys(BUZZES));
  const notes = Object.values(NOTES).map((each) => JSON.stringify(each));
  assert.equal(new Set(notes).size, notes.length);
});

/** A sound system whose clock moves, stands still, or is not there. */
function sounds() {
  /** @type {{ currentTime: number, state: string, closed: boolean }[]} */
  const made = [];
  const make = () => {
    const context = {
      currentTime: 0,
      state: "running",
      closed: false,
      close: async () => void (context.closed = true),
      resume: async () => undefined,
    };
    made.push(context);
    return /** @type {any} */ (context);
  };
  return { made, make };
}

class Node {
  gain = { setValueAtTime() {}, linearRampToValueAtTime() {} };
  /** @param {any} to */
  connect(to) {
    return to;
  }
  start() {}
  stop() {}
}
Object.assign(globalThis, { OscillatorNode: Node, GainNode: Node });

test("a sound system that moves is kept, one that stands still is built anew", () => {
  const { made, make } = sounds();
  const tones = new Tones(make);
  tones.unlock();
  made[0].currentTime = 1;
  tones.play("count");
  made[0].currentTime = 2;
  tones.play("count");
  assert.equal(made.length, 1);
  tones.play("count");
  assert.deepEqual([made.length, made[0].closed], [2, true]);
});

test("without any sound system nothing breaks", () => {
  const tones = new Tones(() => {
    throw new Error("none");
  });
  tones.unlock();
  tones.play("begin");
});
