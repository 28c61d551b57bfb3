import assert from "node:assert/strict";
import { test } from "node:test";

import { letterAbout, pageBefore } from "../../../../static/js/about/report/letter.js";

const HERE = "https://limber.example/en/about/#report";

test("the page before this one is what a report is about", () => {
  const from = { from: { url: "https://limber.example/en/exercises/bird-dog#how" } };
  assert.equal(pageBefore(HERE, from, ""), "/en/exercises/bird-dog");
  assert.equal(pageBefore(HERE, null, "https://limber.example/ar/cramp/land"), "/ar/cramp/land");
});

test("no page is named where none of Limber's came before", () => {
  for (const before of [
    "",
    "https://elsewhere.example/en/swim/",
    "https://limber.example/en/about/",
  ]) {
    assert.equal(pageBefore(HERE, undefined, before), null, before);
  }
});

test("a letter names the page, another way to write stays as it is", () => {
  const letter = letterAbout("mailto:a@limber.example", "/en/check/");
  assert.equal(letter, "mailto:a@limber.example?subject=Limber%20%2Fen%2Fcheck%2F");
  assert.equal(
    letterAbout("mailto:a@limber.example?cc=b", "/en/"),
    "mailto:a@limber.example?cc=b&subject=Limber%20%2Fen%2F",
  );
  assert.equal(letterAbout("https://limber.example/write", "/en/"), "https://limber.example/write");
});
