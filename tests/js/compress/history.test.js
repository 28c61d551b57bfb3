import assert from "node:assert/strict";
import { test } from "node:test";

import { row, today } from "../../../static/js/compress/history.js";
import { HOUR, MINUTE, NOW } from "./rounds.js";

/** @type {import("../../../static/js/shared/rounds.js").Entry} */
const ENTRY = {
  began: NOW,
  kind: "cold",
  ended: NOW + 10 * MINUTE,
  seconds: 600,
  end: "whole",
  skin: "usual",
};
const WORDS = {
  locale: "en-GB",
  kinds: { cold: "Cold", heat: "Heat" },
  words: {
    seconds: "%(seconds)s s",
    minutes: "%(minutes)s min",
    minutesAndSeconds: "%(minutes)s min %(seconds)s s",
    round: "%(kind)s, %(length)s",
    when: "%(day)s, %(time)s",
    whole: "Whole.",
    skin: "Stopped.",
    over: "Over.",
    not: "Skin not as usual.",
  },
};

test("rounds today are those of the calendar", () => {
  const midnight = new Date(2026, 10, 26).getTime();
  const began = [NOW, midnight, midnight - 1, NOW - 24 * HOUR];
  assert.equal(
    today(
      began.map((each) => ({ ...ENTRY, began: each })),
      NOW,
    ),
    2,
  );
});

test("a row says kind, length, day and how it ended", () => {
  assert.deepEqual(row(ENTRY, WORDS, NOW + HOUR), {
    round: "Cold, 10 min",
    when: "Today, 12:00",
    how: "Whole.",
  });
});

test("what was not as usual is said, and once", () => {
  const how = (/** @type {object} */ parts) => row({ ...ENTRY, ...parts }, WORDS, NOW).how;
  assert.equal(how({ end: "over", skin: "not" }), "Over. Skin not as usual.");
  assert.equal(how({ end: "skin", skin: "not" }), "Stopped.");
});

test("under a minute it has seconds, otherwise the minutes that were full", () => {
  assert.equal(row({ ...ENTRY, seconds: 42 }, WORDS, NOW).round, "Cold, 42 s");
  assert.equal(row({ ...ENTRY, seconds: 359 }, WORDS, NOW).round, "Cold, 5 min");
});
