import assert from "node:assert/strict";
import { test } from "node:test";
import { copied } from "../../../static/js/mine/copied.js";
import { newOwn } from "../../../static/js/shared/own.js";
import { ROUTINE } from "../shared/catalogs.js";

test("a copy says what it is of, and of another person's notes that they are theirs", () => {
  const own = newOwn(ROUTINE);
  assert.equal(copied(own, "Copy").from, `own/${own.id}`);
  assert.equal(copied(own, "Copy").routine.title, "Copy");
  assert.equal(copied(copied(newOwn(ROUTINE, "file"), "Copy"), "Once more").from, "file");
});
