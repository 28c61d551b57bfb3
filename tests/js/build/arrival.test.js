import assert from "node:assert/strict";
import { test } from "node:test";

import { arrivalOf } from "../../../static/js/build/arrival.js";

const SECRET = "abcdefghijklmnopqrstuvwxyz";

test("an edit link holds a code and a secret", () => {
  assert.deepEqual(arrivalOf(`#0123456789.${SECRET}`), {
    kind: "edit",
    code: "0123456789",
    secret: SECRET,
  });
});

test("an own routine, one of the library, a shared one to begin from", () => {
  assert.deepEqual(arrivalOf("#own.ab12"), { kind: "own", name: "ab12" });
  assert.deepEqual(arrivalOf("#from.cold-water-10"), { kind: "from", name: "cold-water-10" });
  assert.deepEqual(arrivalOf("#copy.0123456789"), { kind: "copy", name: "0123456789" });
});

test("anything else is nothing", () => {
  for (const hash of [
    "",
    "#",
    "#steps",
    "#own",
    "#own.",
    "#own.<b>",
    "#from.//evil",
    `#own.${"a".repeat(81)}`,
    "#0123456789.short",
    `#lookalike0.${SECRET}`,
  ]) {
    assert.equal(arrivalOf(hash), null, hash);
  }
});
