import assert from "node:assert/strict";
import { test } from "node:test";

import { fill } from "../../../static/js/shared/words.js";

test("each named value is put where the translation has it", () => {
  assert.equal(fill("%(total)s / %(n)s", { n: "2", total: "6" }), "6 / 2");
});

test("a name without a value stays readable, and a percent sign is left alone", () => {
  assert.equal(fill("50 % of %(name)s", {}), "50 % of %(name)s");
});
