import assert from "node:assert/strict";
import { test } from "node:test";
import { letter, report, sessionsOf } from "../../../static/js/share/report.js";
import { ENTRY } from "../shared/entries.js";
import { GUIDE } from "./guide.js";

const CODE = "k3m9t2x7qd";
const DAY_MS = 24 * 3600 * 1000;
const NOW = new Date(2026, 6, 20, 12).getTime();

/** @param {number} days ago @param {object} parts @returns {import("../../../static/js/shared/journal.js").Entry} */
function session(days, parts = {}) {
  const id = NOW - days * DAY_MS;
  return { ...ENTRY, kind: "shared", slug: CODE, id, ended: id + 720_000, seconds: 720, ...parts };
}

test("sessions of this routine count, for two weeks", () => {
  const others = [ENTRY, session(1, { slug: "other" }), session(1, { kind: "own" })];
  const found = sessionsOf([session(0), session(13), session(15), ...others], CODE, NOW);
  assert.deepEqual(found, [session(0), session(13)]);
});

test("each session is a line with minutes and pain, the oldest first", () => {
  const sessions = [
    session(0, { before: null, after: 5, signs: true, early: true }),
    session(1, { before: 3, after: 2 }),
    session(2, { before: null, after: null }),
  ];
  assert.deepEqual(report(sessions, "Week 2", GUIDE).replaceAll("\u202f", " ").split("\n"), [
    "Week 2, the last 14 days:",
    "Sat, July 18, 12:00 PM: 12 min",
    "Sun, July 19, 12:00 PM: 12 min, pain 3 before, 2 after",
    "Mon, July 20, 12:00 PM, ended early: 12 min, pain 5 after, warning signs",
    "",
  ]);
});

test("what the note says to oneself is told to nobody", () => {
  assert.doesNotMatch(report([session(0, { note: "private" })], "Week 2", GUIDE), /private/);
});

test("a letter goes to nobody yet, and keeps what would be signs of an address", () => {
  assert.equal(
    letter("A & B", "1 + 1\n#2"),
    "mailto:?subject=A%20%26%20B&body=1%20%2B%201%0D%0A%232",
  );
});
