import assert from "node:assert/strict";
import { test } from "node:test";

import { begin, MOST, PAUSE_MS, push, redo, undo } from "../../../static/js/build/history.js";

test("what was done is undone and done again, step by step", () => {
  const done = push(push(begin("a"), "b"), "c");
  assert.equal(undo(done).present, "b");
  assert.equal(undo(undo(done)).present, "a");
  assert.equal(redo(undo(done)).present, "c");
  assert.equal(redo(redo(undo(undo(done)))).present, "c");
});

test("beyond the ends nothing happens", () => {
  const fresh = begin("a");
  assert.equal(undo(fresh), fresh);
  assert.equal(redo(fresh), fresh);
});

test("something new after undoing takes the place of what was undone", () => {
  const other = push(undo(push(begin("a"), "b")), "c");
  assert.equal(redo(other), other);
  assert.equal(undo(other).present, "a");
});

test("going on in one field is one change", () => {
  const typed = push(
    push(push(begin(""), "a", "title", 0), "ab", "title", 100),
    "abc",
    "title",
    200,
  );
  assert.equal(undo(typed).present, "");
});

test("another field, or a pause, begins another change", () => {
  const one = push(begin(""), "a", "title", 0);
  assert.equal(undo(push(one, "b", "notes", 100)).present, "a");
  assert.equal(undo(push(one, "b", "title", PAUSE_MS)).present, "a");
  assert.equal(undo(push(push(begin(""), "a"), "b")).present, "a");
});

test("after undoing, going on in the same field is a change of its own", () => {
  const undone = undo(push(begin("a"), "ab", "title", 0));
  assert.equal(undo(push(undone, "ac", "title", 1)).present, "a");
});

test("it does not grow for ever", () => {
  let history = begin(0);
  for (let i = 1; i <= MOST + 10; i += 1) {
    history = push(history, i);
  }
  assert.equal(history.past.length, MOST);
  assert.equal(undo(history).present, MOST + 9);
});
