import assert from "node:assert/strict";
import { test } from "node:test";

import { applyLook, choose, chosen, deviceStore } from "../../../static/js/shared/look.js";

/** A device that keeps things, or refuses to. */
function device({ refuses = false, kept = {} } = {}) {
  const store = new Map(Object.entries(kept));
  const refuse = () => {
    throw new DOMException("denied", "SecurityError");
  };
  return {
    root: /** @type {any} */ ({ dataset: {} }),
    store: {
      getItem: (/** @type {string} */ key) => (refuses ? refuse() : (store.get(key) ?? null)),
      setItem: (/** @type {string} */ key, /** @type {string} */ value) =>
        refuses ? refuse() : store.set(key, value),
    },
  };
}

test("a kept choice marks the page; the first look, which goes with the theme, does not", () => {
  const edge = device({ kept: { "limber.figure.skin": "4", "limber.figure.clothes": "green" } });
  applyLook(edge);
  assert.deepEqual(edge.root.dataset, { skin: "4" });
  choose("skin", "1", edge);
  assert.deepEqual(edge.root.dataset, {});
});

test("a choice is shown at once and found again", () => {
  const edge = device();
  choose("skin", "4", edge);
  assert.equal(edge.root.dataset.skin, "4");
  assert.equal(chosen("skin", edge.store), "4");
});

test("what nobody can have chosen counts as no choice", () => {
  assert.equal(
    chosen("clothes", device({ kept: { "limber.figure.clothes": "<b>" } }).store),
    "green",
  );
});

test("a browser that keeps nothing shows the choice for this page", () => {
  const edge = device({ refuses: true });
  choose("clothes", "plum", edge);
  assert.equal(edge.root.dataset.clothes, "plum");
  assert.equal(chosen("clothes", edge.store), "green");
  const world = /** @type {any} */ ({
    get localStorage() {
      throw new DOMException("denied", "SecurityError");
    },
  });
  assert.equal(deviceStore(world).getItem("x"), null);
});
