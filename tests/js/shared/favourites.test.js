import assert from "node:assert/strict";
import { test } from "node:test";

import { favourites, nameOf, toggleFavourite } from "../../../static/js/shared/favourites.js";
import { keeps } from "./device.js";

test("what is marked comes first and is unmarked by the next tap", () => {
  const store = keeps();
  const desk = nameOf("routine", "desk");
  assert.deepEqual(favourites(store), []);
  assert.ok(toggleFavourite(store, desk));
  toggleFavourite(store, nameOf("own", "1a"));
  assert.deepEqual(favourites(store), ["own/1a", "routine/desk"]);
  toggleFavourite(store, desk);
  assert.deepEqual(favourites(store), ["own/1a"]);
});

test("rubbish is not believed", () => {
  for (const kept of ["{", "1", "null", '["x", 1, "own/<b>", "other/a"]']) {
    assert.deepEqual(favourites(keeps({ "limber.favourites": kept })), []);
  }
});
