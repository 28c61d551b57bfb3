import assert from "node:assert/strict";
import { test } from "node:test";

import { marks } from "../../../static/js/compress/line.js";
import { nextRound, off } from "../../../static/js/compress/says.js";
import { cold, heat, HOUR, NOW } from "./rounds.js";

const WORDS = {
  whole: "Time.",
  unanswered: "No answer.",
  off: "Off.",
  over: "%(minutes)s over.",
  longOver: "Long over.",
  next: "From %(time)s",
};

/** @param {import("../../../static/js/compress/round.js").Why} why @param {number} over */
function said(why, over, locale = "en") {
  return off({ is: "off", why, over }, locale, WORDS);
}

test("a stop says why, later how long ago, after an hour only that", () => {
  assert.deepEqual(
    [said("whole", 0), said("unanswered", 0), said("early", 0), said("closed", 0)],
    ["Time.", "No answer.", "Off.", "Off."],
  );
  assert.equal(said("whole", 1), "1 minute over.");
  assert.equal(said("unanswered", 59), "59 minutes over.");
  assert.equal(said("whole", 60), "Long over.");
});

test("minutes have the plural of the language", () => {
  assert.equal(said("whole", 3, "de"), "3 Minuten over.");
});

test("the next round has its time, on another day the day", () => {
  const said = (/** @type {number} */ moment) => nextRound(moment, NOW, "en-GB", WORDS);
  assert.equal(said(NOW + 2 * HOUR + 35 * 60_000), "From 14:35");
  assert.match(said(NOW + 13 * HOUR), /^From Friday.* 0?1:00$/);
  assert.equal(said(new Date(2026, 10, 27).getTime()), "From Friday");
});

test("the line is to scale, with each check where it comes", () => {
  assert.deepEqual(
    marks(cold()).map(({ at, minute, is }) => [at, minute, is]),
    [
      [0, 0, "begin"],
      [0.5, 5, "check"],
      [1, 10, "end"],
    ],
  );
  assert.deepEqual(
    marks(heat(20)).map(({ at }) => at),
    [0, 0.25, 0.5, 0.75, 1],
  );
});
