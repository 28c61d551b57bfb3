import assert from "node:assert/strict";
import { test } from "node:test";

import {
  CHOICES,
  choose,
  chosen,
  deviceStore,
  KEY,
  marks,
} from "../../../static/js/shared/screen.js";
import { keeps, REFUSES } from "./device.js";

/** @param {{ refuses?: boolean, kept?: string, dark?: boolean }} options */
function device({ refuses = false, kept = "{}", dark = false } = {}) {
  return {
    root: /** @type {any} */ ({ dataset: {} }),
    isDark: () => dark,
    store: refuses ? REFUSES : keeps({ [KEY]: kept }),
  };
}

test("a choice marks the page at once and is found again", () => {
  const edge = device();
  assert.equal(choose("theme", "sun", edge), true);
  assert.deepEqual(edge.root.dataset, { theme: "sun" });
  assert.equal(chosen("theme", edge.store), "sun");
});

test("the first of each needs no mark; the theme is then the phone's", () => {
  const edge = device({ kept: '{"theme":"light","skin":"4"}', dark: true });
  choose("theme", "phone", edge);
  assert.deepEqual(edge.root.dataset, { theme: "dark", skin: "4" });
  assert.deepEqual(marks(edge.store), { skin: "4" });
});

test("one choice leaves the others", () => {
  const edge = device();
  for (const [part, values] of Object.entries(CHOICES)) {
    choose(/** @type {any} */ (part), values[1], edge);
  }
  const second = Object.fromEntries(Object.entries(CHOICES).map(([part, all]) => [part, all[1]]));
  assert.deepEqual(marks(edge.store), second);
});

for (const kept of ['{"clothes":"<b>"}', '{"shoes":"red"}', "not json", "null", "3", '"sun"']) {
  test(`what nobody can have chosen counts as no choice: ${kept}`, () => {
    assert.deepEqual(marks(device({ kept }).store), {});
  });
}

test("a browser that keeps nothing shows the choice and says so", () => {
  const edge = device({ refuses: true });
  assert.equal(choose("clothes", "plum", edge), false);
  assert.equal(edge.root.dataset.clothes, "plum");
  assert.equal(chosen("clothes", edge.store), "green");
  const world = /** @type {any} */ ({
    get localStorage() {
      throw new DOMException("denied", "SecurityError");
    },
  });
  assert.equal(deviceStore(world).getItem("x"), null);
  assert.throws(() => deviceStore(world).setItem("x", "y"));
});
