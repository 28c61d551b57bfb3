import assert from "node:assert/strict";
import { test } from "node:test";

import { claim } from "../../../static/js/player/only.js";
import { Memory, planOf } from "../../../static/js/player/resume.js";
import { timeline } from "../../../static/js/player/timeline.js";
import { keeps, REFUSES } from "../shared/device.js";
import { randomSession, SHORT } from "./sessions.js";

const PHASES = timeline(SHORT);
const HERE = { address: "/en/exercises/bird-dog/play", plan: planOf(PHASES) };
const HOUR = 3_600_000;

test("what was kept is offered on the same page, for the same plan", () => {
  const store = keeps();
  new Memory(store, HERE, () => 1000).keep(PHASES[3]);
  const found = new Memory(store, HERE, () => 2000).kept();
  assert.deepEqual([found?.elapsed, found?.step], [PHASES[3].start, 1]);
  for (const other of [{ address: "/en/elsewhere" }, { plan: "another" }]) {
    assert.equal(new Memory(store, { ...HERE, ...other }, () => 2000).kept(), null);
  }
});

test("a session that has only begun, is over, is old or lies in the future is not offered", () => {
  const store = keeps();
  const at = (/** @type {number} */ now) => new Memory(store, HERE, () => now);
  at(0).keep(PHASES[0]);
  assert.equal(at(1).kept(), null);
  at(0).keep(PHASES[3]);
  assert.ok(at(HOUR).kept());
  assert.equal(at(3 * HOUR).kept(), null);
  assert.equal(at(-1).kept(), null);
  at(1).forget();
  assert.equal(at(2).kept(), null);
});

for (const rubbish of ["", "null", "{}", "[1]", "not json", '{"elapsed":"9","step":1}']) {
  test(`what nobody can have kept is no session: ${rubbish}`, () => {
    assert.equal(new Memory(keeps({ "limber.session": rubbish }), HERE).kept(), null);
  });
}

test("a browser that keeps nothing offers nothing and breaks nothing", () => {
  const memory = new Memory(REFUSES, HERE);
  memory.keep(PHASES[3]);
  memory.forget();
  assert.equal(memory.kept(), null);
});

test("two different plans are told apart", () => {
  const plans = Array.from({ length: 300 }, (_, seed) => planOf(timeline(randomSession(seed))));
  assert.equal(new Set(plans).size, plans.length);
});

/** Locks as a browser has them, for several tabs. */
function locks() {
  let taken = false;
  return {
    /** @param {string} _name @param {object} _options @param {(lock: object | null) => unknown} use */
    request(_name, _options, use) {
      const free = !taken;
      taken = true;
      return use(free ? {} : null);
    },
  };
}

test("of two tabs only the first keeps running", () => {
  const navigator = /** @type {any} */ ({ locks: locks() });
  /** @type {string[]} */
  const refused = [];
  claim(() => void refused.push("first"), navigator);
  claim(() => void refused.push("second"), navigator);
  assert.deepEqual(refused, ["second"]);
});

test("without locks every tab runs", () => {
  claim(() => assert.fail("refused"), /** @type {any} */ ({}));
});
