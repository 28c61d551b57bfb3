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
  const { active, waiting, previous, users } = await keeper.turn();
  assert.deepEqual([active, waiting, previous, users], [NEW, null, OLD, ["tab"]]);
});

test("they wait while a session runs, and while pages of the version before are open", async () => {
  const running = new Keeper(shelf({ active: OLD, waiting: NEW }), edge({ session: true }));
  assert.deepEqual((await running.turn()).active, OLD);
  const used = { active: OLD, waiting: NEW, previous: OLD, users: ["tab"] };
  assert.deepEqual((await new Keeper(shelf(used), edge()).turn()).active, OLD);
  const left = new Keeper(shelf(used), edge({ open: ["other"] }));
  assert.deepEqual((await left.turn()).active, NEW);
});

test("a full disk keeps no page from being answered", async () => {
  const keeper = new Keeper(shelf({ active: OLD, waiting: NEW }, true), edge());
  assert.deepEqual((await keeper.turn()).active, OLD);
});
