import assert from "node:assert/strict";
import { test } from "node:test";

import { takeChoicesAlong } from "../../../static/js/shared/other_languages.js";

globalThis.Element ??= /** @type {any} */ (class {});

/** @param {string} href @param {{ search: string, hash: string }} location */
function pressed(href, location) {
  /** @type {Record<string, string>} */
  const attributes = { href };
  const link = Object.assign(new Element(), {
    closest: (/** @type {string} */ wanted) => (wanted === "a[hreflang]" ? link : null),
    getAttribute: (/** @type {string} */ name) => attributes[name],
    setAttribute: (/** @type {string} */ name, /** @type {string} */ value) => {
      attributes[name] = value;
    },
  });
  /** @type {(event: object) => void} */
  let hear = () => {};
  const document = {
    addEventListener: (/** @type {string} */ _, /** @type {(event: object) => void} */ heard) => {
      hear = heard;
    },
  };
  takeChoicesAlong(/** @type {any} */ ({ document, location }));
  hear({ target: link });
  return attributes.href;
}

test("a link to another language takes along what was chosen, however often it is pressed", () => {
  const location = { search: "?a=1", hash: "#q=neck" };
  assert.equal(pressed("/ar/exercises/", location), "/ar/exercises/?a=1#q=neck");
  assert.equal(pressed("/ar/exercises/?b=2#old", location), "/ar/exercises/?a=1#q=neck");
  assert.equal(pressed("/ar/exercises/#old", { search: "", hash: "" }), "/ar/exercises/");
});
