import assert from "node:assert/strict";
import { test } from "node:test";
import { Keeper } from "../../../static/js/offline/worker/keeper.js";
import { EMPTY } from "../../../static/js/offline/worker/pairs.js";

/** @typedef {import("../../../static/js/offline/worker/pairs.js").State} State */

const OLD = { shared: "shared-1", languages: { en: "en-1" } };
const NEW = { shared: "shared-2", languages: { en: "en-2" } };

/** A worker's memory. @param {Partial<State>} parts */
function shelf(parts, isFull = false) {
  let state = { ...EMPTY, ...parts };
  return /** @type {any} */ ({
    read: async () => state,
    async change(/** @type {(state: State) => Partial<State>} */ change) {
      if (isFull) {
        throw new DOMException("full", "QuotaExceededError");
      }
      return (state = { ...state, ...change(state) });
    },
  });
}

/** @param {{ session?: boolean, open?: string[] }} world */
function edge({ session = false, open = ["tab"] } = {}) {
  return {
    tell: () => undefined,
    isInSession: async () => session,
    pages: async () => open,
  };
}

test("new packs take their turn at a navigation", async () => {
  const keeper = new Keeper(shelf({ active: OLD, waiting: NEW }), edge());
  const { active, waiting, previous, users } = await keeper.turn("/en/");
  assert.deepEqual([active, waiting, previous, users], [NEW, null, OLD, ["tab"]]);
});

test("they wait while a session runs, and while pages of the version before are open", async () => {
  const running = new Keeper(shelf({ active: OLD, waiting: NEW }), edge({ session: true }));
  assert.deepEqual((await running.turn("/en/")).active, OLD);
  const used = { active: OLD, waiting: NEW, previous: OLD, users: ["tab"] };
  assert.deepEqual((await new Keeper(shelf(used), edge()).turn("/en/")).active, OLD);
  const left = new Keeper(shelf(used), edge({ open: ["other"] }));
  assert.deepEqual((await left.turn("/en/")).active, NEW);
});

const COPY = { now: "opened-1", next: "opened-2", ended: 0 };
const SHARED = { opened: { "/en/r/k3m9t2x7qd": COPY } };

test("a newer copy of a shared routine takes its turn when its page is opened, with no session", async () => {
  const nows = async (/** @type {string} */ path, /** @type {object} */ world) => {
    const { opened } = await new Keeper(shelf(SHARED), edge(world)).turn(path);
    return opened["/en/r/k3m9t2x7qd"].now;
  };
  assert.equal(await nows("/en/r/k3m9t2x7qd", {}), "opened-2");
  assert.equal(await nows("/en/r/k3m9t2x7qd/play", {}), "opened-1");
  assert.equal(await nows("/en/", {}), "opened-1");
  assert.equal(await nows("/en/r/k3m9t2x7qd", { session: true }), "opened-1");
});

test("it does so also while packs have to wait for pages of the version before", async () => {
  const used = { ...SHARED, active: OLD, waiting: NEW, previous: OLD, users: ["tab"] };
  const state = await new Keeper(shelf(used), edge()).turn("/en/r/k3m9t2x7qd");
  assert.equal(state.opened["/en/r/k3m9t2x7qd"].now, "opened-2");
  assert.deepEqual([state.active, state.waiting], [OLD, NEW]);
});

test("a full disk keeps no page from being answered", async () => {
  const keeper = new Keeper(shelf({ active: OLD, waiting: NEW }, true), edge());
  assert.deepEqual((await keeper.turn("/en/")).active, OLD);
});

const VERSION = {
  shared: { name: "shared-2", stored: 1, count: 1, download: 1 },
  languages: {},
  corrections: [],
};
const DAY_MS = 24 * 3600 * 1000;
const OPENED = { language: "en", may: false, asked: false };

/** Counts how often the version file is asked for. @param {import("node:test").TestContext} t @param {() => Promise<unknown>} answer */
function network(t, answer) {
  return t.mock.method(globalThis, "fetch", answer).mock;
}

test("the version file is read at a start and daily, and when somebody asks", async (t) => {
  const asked = network(t, async () => Response.json(VERSION));
  const memory = shelf({});
  const keeper = new Keeper(memory, edge());
  await keeper.want(OPENED);
  await keeper.want(OPENED);
  assert.equal(asked.callCount(), 1);
  await memory.change(() => ({ versionAt: Date.now() - 2 * DAY_MS }));
  await keeper.want(OPENED);
  assert.equal(asked.callCount(), 2);
  await keeper.want({ ...OPENED, asked: true });
  assert.equal(asked.callCount(), 3);
  await new Keeper(memory, edge()).want(OPENED);
  assert.equal(asked.callCount(), 4, "a worker that was started anew reads it");
});

test("a network that does not answer is not asked again with every page", async (t) => {
  const asked = network(t, () => Promise.reject(new TypeError("no network")));
  const memory = shelf({});
  const keeper = new Keeper(memory, edge());
  await keeper.want(OPENED);
  await keeper.want(OPENED);
  assert.equal(asked.callCount(), 1);
  assert.equal((await keeper.summary()).reached, false);
  await keeper.want({ ...OPENED, asked: true });
  assert.equal(asked.callCount(), 2);
});

test("nobody is transferred anything before they may", async (t) => {
  const languages = { en: { ...VERSION.shared, name: "en-2" } };
  const asked = network(t, async () => Response.json({ ...VERSION, languages }));
  const keeper = new Keeper(shelf({}), edge());
  await keeper.want(OPENED);
  const { ready, download, fault } = await keeper.summary();
  assert.deepEqual([ready, download, fault, asked.callCount()], [[], 2, "", 1]);
});

test("where nothing can be remembered it is said, and work goes on", async (t) => {
  network(t, async () => Response.json(VERSION));
  const keeper = new Keeper(shelf({}, true), edge());
  await keeper.want(OPENED);
  await keeper.want(OPENED);
  assert.equal((await keeper.summary()).fault, "full");
});

test("a shared routine waits for no packs, and is no fault of theirs", async (t) => {
  /** @type {(fault: Error) => void} */
  let end = () => undefined;
  const languages = { en: { ...VERSION.shared, name: "en-2" } };
  const asked = network(t, async () =>
    asked.callCount() === 0
      ? Response.json({ ...VERSION, languages })
      : new Promise((_, reject) => (end = reject)),
  );
  const keeper = new Keeper(shelf({}), edge());
  const packs = keeper.want({ ...OPENED, may: true });
  await new Promise((resolve) => setTimeout(resolve));
  const whole = end;
  network(t, () => Promise.reject(new TypeError("no network")));
  await keeper.open({ path: "/en/r/k3m9t2x7qd" });
  assert.equal((await keeper.summary()).fault, "");
  whole(new TypeError("cut off"));
  await packs;
  assert.equal((await keeper.summary()).fault, "network");
});

test("a shared routine that is opened takes nothing away of packs that are coming", async (t) => {
  network(t, () => Promise.reject(new TypeError("no network")));
  const keys = t.mock.fn(async () => ["pack-coming"]);
  const before = Object.getOwnPropertyDescriptor(globalThis, "caches");
  const caches = { keys, delete: async () => true };
  Object.defineProperty(globalThis, "caches", { value: caches, configurable: true });
  t.after(() => before && Object.defineProperty(globalThis, "caches", before));
  const keeper = new Keeper(shelf({}), edge());
  await keeper.open({ path: "/en/r/k3m9t2x7qd" });
  assert.equal(keys.mock.callCount(), 0);
  await keeper.drop("/en/r/k3m9t2x7qd");
  assert.equal(keys.mock.callCount(), 1);
});
