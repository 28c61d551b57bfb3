import assert from "node:assert/strict";
import { test } from "node:test";

import {
  Press,
  SKIP_MS,
  STRAY_PX,
  TAP_MS,
  UNLOCK_MS,
} from "../../../../static/js/player/display/press.js";

/** @param {number} at @param {Partial<import("../../../../static/js/player/display/press.js").Touch>} more */
const finger = (at, more = {}) => ({ id: 1, x: 100, y: 100, at, ...more });

/** A finger that goes down at 0 and up at so many milliseconds. @param {number} at @param {boolean} isLocked */
function pressed(at, isLocked = false) {
  const press = new Press();
  assert.equal(press.down(finger(0), isLocked), "press");
  return press.up(finger(at));
}

test("a short tap pauses, and letting go later but too early does nothing", () => {
  assert.equal(pressed(0), "pause");
  assert.equal(pressed(TAP_MS - 1), "pause");
  assert.equal(pressed(TAP_MS), "let go");
  assert.equal(pressed(990), "let go");
});

test("a second skips, once, while the finger is still there", () => {
  const press = new Press();
  press.down(finger(0), false);
  assert.equal(press.left(400), 600);
  assert.equal(press.look(999), null);
  assert.equal(press.look(SKIP_MS), "skip");
  assert.equal(press.look(5000), null);
  assert.equal(press.up(finger(5000)), null);
});

test("who lifts the finger before anybody looked has skipped all the same", () => {
  assert.equal(pressed(SKIP_MS), "skip");
});

test("locked, a tap means nothing and two seconds unlock", () => {
  assert.equal(pressed(50, true), "let go");
  assert.equal(pressed(SKIP_MS, true), "let go");
  assert.equal(pressed(1990, true), "let go");
  assert.equal(pressed(UNLOCK_MS, true), "unlock");
});

test("locking while a finger is down does not change what it means", () => {
  const press = new Press();
  press.down(finger(0), true);
  assert.equal(press.length, UNLOCK_MS);
  assert.equal(press.look(SKIP_MS), null);
});

for (const isLocked of [true, false]) {
  test(`two fingers mean nothing until both are up; locked: ${isLocked}`, () => {
    const press = new Press();
    press.down(finger(0), isLocked);
    assert.equal(press.down(finger(10, { id: 2 }), isLocked), "let go");
    assert.equal(press.look(UNLOCK_MS), null);
    assert.equal(press.up(finger(20, { id: 2 })), null);
    assert.equal(press.down(finger(30, { id: 3 }), isLocked), null);
    assert.equal(press.up(finger(40, { id: 3 })), null);
    assert.equal(press.up(finger(50)), null);
    assert.equal(press.down(finger(60), isLocked), "press");
  });

  test(`what runs over the screen means nothing; locked: ${isLocked}`, () => {
    const press = new Press();
    press.down(finger(0), isLocked);
    assert.equal(press.move(finger(10, { x: 100 + STRAY_PX })), null);
    assert.equal(press.move(finger(20, { x: 0, id: 2 })), null);
    assert.equal(press.move(finger(30, { x: 101 + STRAY_PX })), "let go");
    assert.equal(press.move(finger(40, { x: 300 })), null);
    assert.equal(press.up(finger(60)), null);
  });
}

test("rain on a locked screen never unlocks", () => {
  const press = new Press();
  const seen = new Set();
  // Every fifth of a second a drip for a tenth of one, each third beside another, each fourth running.
  for (let i = 0; i < 600; i += 1) {
    const at = i * 200;
    seen.add(press.down(finger(at, { id: i, x: (i * 37) % 360 }), true));
    if (i % 3 === 0) {
      seen.add(press.down(finger(at + 10, { id: -i - 1 }), true));
      seen.add(press.up(finger(at + 90, { id: -i - 1 })));
    }
    if (i % 4 === 0) {
      seen.add(press.move(finger(at + 50, { id: i, y: 400 })));
    }
    seen.add(press.look(at + 60));
    seen.add(press.up(finger(at + 100, { id: i })));
  }
  assert.deepEqual([...seen].sort(), ["let go", "press", null].sort());
});

test("what the browser takes for itself means nothing, and what comes after it does", () => {
  const press = new Press();
  press.down(finger(0), false);
  assert.equal(press.cancel(2), null);
  assert.equal(press.cancel(1), "let go");
  assert.equal(press.up(finger(20)), null);
  press.down(finger(30), false);
  assert.equal(press.cancel(), "let go");
  press.down(finger(40), false);
  assert.equal(press.up(finger(50)), "pause");
});

test("a finger whose end was never heard of does not deafen the screen", () => {
  const press = new Press();
  press.down(finger(0), false);
  press.down(finger(10, { id: 2 }), false);
  assert.equal(press.down(finger(5000, { id: 3 }), false, true), "press");
  assert.equal(press.up(finger(5100, { id: 3 })), "pause");
});
