import assert from "node:assert/strict";
import { test } from "node:test";

import { calendar } from "../../../static/js/reminders/calendar.js";
import { at, ONE } from "./reminders.js";

const SAYS = {
  title: () => "Limber: a reminder, neutral; as it is",
  address: (/** @type {{ id: string }} */ { id }) => `https://limber.example/en/reminders/#${id}`,
};
const STATE = { now: at(1, 8), lastDrink: null };

/** The lines of a file, as a reader joins them again. @param {string} text */
function lines(text) {
  return text.replace(/\r\n /g, "").split("\r\n");
}

test("a routine is one event with its rule and an alarm, in neutral words", () => {
  const file = lines(calendar([ONE.routine], SAYS, STATE));
  assert.deepEqual(file.slice(0, 2), ["BEGIN:VCALENDAR", "VERSION:2.0"]);
  for (const line of [
    "UID:routine-0@limber",
    "DTSTART:20260703T073000",
    "RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR;BYHOUR=7;BYMINUTE=30",
    "SUMMARY:Limber: a reminder\\, neutral\\; as it is",
    "URL:https://limber.example/en/reminders/#routine",
    "TRIGGER:PT0M",
  ]) {
    assert.ok(file.includes(line), line);
  }
  assert.equal(file.filter((line) => line === "BEGIN:VALARM").length, 1);
});

test("a drink is at the same times each day, within its hours", () => {
  const file = lines(calendar([ONE.drink], SAYS, STATE));
  const starts = file.filter((line) => line.startsWith("DTSTART"));
  assert.deepEqual(
    starts.map((line) => line.slice(-6, -2)),
    ["1030", "1200", "1330", "1500", "1630", "1800"],
  );
  assert.equal(file.filter((line) => line === "RRULE:FREQ=DAILY").length, 6);
});

test("what is over is not in it; what has two moments is there twice", () => {
  const late = { now: at(1, 13), lastDrink: null };
  const file = lines(calendar([ONE.once, ONE.compress, ONE.electrolytes], SAYS, late));
  assert.deepEqual(
    file.filter((line) => line.startsWith("UID")),
    ["UID:electrolytes-0@limber", "UID:electrolytes-1@limber"],
  );
});

test("no line has more than 75 bytes, in any script", () => {
  const says = { ...SAYS, title: () => "تذكير من ليمبر ".repeat(12) };
  for (const line of calendar([ONE.routine], says, STATE).split("\r\n")) {
    assert.ok(new TextEncoder().encode(line).length <= 75, line);
  }
});
