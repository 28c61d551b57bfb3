import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { codeOf } from "../../../static/js/shared/codes.js";

/** The same for `webapp/share/codes.py`. @type {[string, string | null][]} */
const CASES = JSON.parse(readFileSync(new URL("../../share/codes.json", import.meta.url), "utf8"));

for (const [typed, code] of CASES) {
  test(`what was meant by ${JSON.stringify(typed)}`, () => assert.equal(codeOf(typed), code ?? ""));
}
