import assert from "node:assert/strict";
import { test } from "node:test";

import { catalogOf } from "../../../static/js/shared/catalog.js";

test("each exercise has its own of every column, and nothing of what it has not", () => {
  const held = {
    locale: "en",
    exercises: { slug: ["march", "press"], ready: [5, 8], isMassage: [null, true] },
  };
  assert.deepEqual(catalogOf(/** @type {any} */ (held)), {
    locale: "en",
    exercises: { march: { ready: 5 }, press: { ready: 8, isMassage: true } },
  });
});
