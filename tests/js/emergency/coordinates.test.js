import assert from "node:assert/strict";
import { test } from "node:test";

import { coordinates as written } from "../../../static/js/emergency/coordinates.js";

/** Without the marks that keep its direction. @param {{ latitude: number, longitude: number }} place */
function coordinates(place) {
  const text = written(place);
  assert.match(text, /^\u2066.*\u2069$/);
  return text.slice(1, -1);
}

test("a place is written as it is read out to rescuers", () => {
  assert.equal(
    coordinates({ latitude: 51.178_84, longitude: -1.826_22 }),
    "51.17884° N, 1.82622° W",
  );
  assert.equal(coordinates({ latitude: -33.89, longitude: 151.2743 }), "33.89000° S, 151.27430° E");
  assert.equal(coordinates({ latitude: 0, longitude: 0 }), "0.00000° N, 0.00000° E");
});
