import assert from "node:assert/strict";
import { test } from "node:test";
import { copied } from "../../../static/js/mine/copied.js";
import { newOwn } from "../../../static/js/shared/own.js";
import { ROUTINE } from "../shared/catalogs.js";

test("a copy says what it is of, and of another person's notes that they are theirs", () => {
  const own = newOwn(ROUTINE);
  assert.equal(copied(own, "Copy").from, `own/${own.id}`);
  assert.equal(copied(own, "Copy").routine.title, "Copy");
  for (const from of ["file", "routines/call-room"]) {
    assert.equal(copied(copied(newOwn(ROUTINE, from), "Copy"), "Once more").from, from);
  }
});
