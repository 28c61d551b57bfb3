import assert from "node:assert/strict";
import { test } from "node:test";

import { claim } from "../../../static/js/player/only.js";
import { Memory } from "../../../static/js/player/resume.js";
import { timeline } from "../../../static/js/player/timeline.js";
import { keeps, REFUSES } from "../shared/device.js";
import { randomSession, SHORT } from "./sessions.js";

const PHASES = timeline(SHORT);
const HERE = "exercise/bird-dog";
const HOUR = 3_600_000;
const TALLY = { begun: 500, seconds: 60, moving: 50, before: 2 };
const { start: LATER, step: STEP } = PHASES[3];

/** @param {import("../../../static/js/shared/screen.js").Store} store @param {number} now */
function memory(store, now, address = HERE, phases = PHASES) {
  const found = new Memory(store, address, () => now);
  found.plan(phases);
  return found;
}

test("what was kept is offered on the same page, for the same plan", () => {
  const store = keeps();
  memory(store, 1000).keep(LATER, STEP, TALLY);
  const { elapsed, step, begun, seconds, moving, before } = memory(store, 2000).kept() ?? {};
  assert.deepEqual({ elapsed, step }, { elapsed: LATER, step: 1 });
  assert.deepEqual({ begun, seconds, moving, before }, TALLY);
  assert.equal(memory(store, 2000, "routine/elsewhere").kept(), null);
  assert.equal(memory(store, 2000, HERE, timeline({ ...SHORT, rounds: 2 })).kept(), null);
});

test("a session that has only begun, is over, is old or lies in the future is not offered", () => {
  const store = keeps();
  const at = (/** @type {number} */ now) => memory(store, now);
  at(0).keep(0, 0, TALLY);
  assert.equal(at(1).kept(), null);
  at(0).keep(LATER, STEP, TALLY);
  assert.ok(at(HOUR).kept());
  assert.equal(at(3 * HOUR).kept(), null);
  assert.equal(at(-1).kept(), null);
  at(1).forget();
  assert.equal(at(2).kept(), null);
});

for (const rubbish of ["", "null", "{}", "[1]", "not json", '{"elapsed":"9","step":1}']) {
  test(`what nobody can have kept is no session: ${rubbish}`, () => {
    assert.equal(memory(keeps({ "limber.session": rubbish }), 1000).kept(), null);
  });
}

test("a browser that keeps nothing offers nothing and breaks nothing", () => {
  const refused = memory(REFUSES, 1000);
  refused.keep(LATER, STEP, TALLY);
  refused.forget();
  assert.equal(refused.kept(), null);
});

test("two different plans are told apart", () => {
  const store = keeps();
  memory(store, 1000).keep(LATER, STEP, TALLY);
  for (let seed = 0; seed < 300; seed += 1) {
    assert.equal(memory(store, 1000, HERE, timeline(randomSession(seed))).kept(), null);
  }
});

/** Locks as a browser has them, for several tabs. */
function locks() {
  let taken = false;
  return {
    /** @param {string} _name @param {object} _options @param {(lock: object | null) => unknown} use */
    async request(_name, _options, use) {
      const free = !taken;
      taken = true;
      await use(free ? {} : null);
      taken &&= !free;
    },
  };
}

/** A tab that claims the device, and what it hears. @param {any} navigator @param {string} name */
function tab(navigator, name, /** @type {string[]} */ heard) {
  const granted = () => void heard.push(`${name} runs`);
  return claim({ granted, refused: () => void heard.push(`${name} waits`) }, navigator);
}

test("of two tabs only the first keeps running, until it lets go", async () => {
  /** @type {string[]} */
  const heard = [];
  const navigator = { locks: locks() };
  const release = tab(navigator, "first", heard);
  tab(navigator, "second", heard);
  release();
  await new Promise((resolve) => setTimeout(resolve));
  tab(navigator, "third", heard);
  assert.deepEqual(heard, ["first runs", "second waits", "third runs"]);
});

test("without locks every tab runs", () => {
  /** @type {string[]} */
  const heard = [];
  tab({}, "first", heard);
  tab({}, "second", heard);
  assert.deepEqual(heard, ["first runs", "second runs"]);
});

test("who may not run a session does not touch what another tab keeps", () => {
  const store = keeps();
  memory(store, 1000).keep(LATER, STEP, TALLY);
  const other = memory(store, 1000);
  other.hold(false);
  other.keep(5, 0, TALLY);
  other.forget();
  assert.equal(memory(store, 1000).kept()?.elapsed, LATER);
});
