import assert from "node:assert/strict";
import { test } from "node:test";
import { placeOf } from "../../../static/js/mine/focus.js";

/** An element within others. @param {Record<string, string>} dataset @param {Record<string, object>} within @param {string | null} href */
function element(dataset, within, href = null) {
  return /** @type {any} */ ({
    dataset,
    closest: (/** @type {string} */ selector) => within[selector] ?? null,
    getAttribute: () => href,
  });
}

test("what has the focus is found again in the list that is drawn anew", () => {
  const row = { "[data-id]": { dataset: { id: "a1" } } };
  assert.equal(placeOf(element({ favourite: "" }, row)), '[data-id="a1"] [data-favourite]');
  const list = { section: { getAttribute: () => "recent" } };
  assert.equal(placeOf(element({}, list, "/en/r/c0de")), '[data-recent] a[href="/en/r/c0de"]');
});

test("elsewhere it stays where it is", () => {
  assert.equal(placeOf(null), "");
  assert.equal(placeOf(element({}, {})), "");
});
