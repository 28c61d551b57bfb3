import assert from "node:assert/strict";
import { test } from "node:test";

import { oneLine, plain } from "../../../static/js/build/fields.js";

test("what nobody sees in a field is no fault of the routine", () => {
  assert.equal(plain("a\tb\u0000c\u0085d"), "a b c d");
  assert.equal(plain("one\r\ntwo\rthree\n"), "one\ntwo\nthree\n");
  assert.equal(oneLine("one\t\r\n two"), "one two");
});
