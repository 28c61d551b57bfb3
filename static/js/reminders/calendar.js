// Reminders as a calendar file (RFC 5545), made on the phone: times of the wall, so that they are
// those of wherever the calendar is; an alarm for each. Words are neutral: who sees the calendar reads them.

import { hoursOf, local, nextDue, ruleOf } from "../shared/due.js";

const LINE_BYTES = 75;
const ALARM = ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:PT0M"];

/**
 * @typedef {import("../shared/reminders.js").Reminder} Reminder
 * @typedef {{ title: (reminder: Reminder) => string, address: (reminder: Reminder) => string }} Says
 */

/**
 * @param {Reminder[]} reminders
 * @param {Says} says
 * @param {{ now: number, lastDrink: number | null }} state
 */
export function calendar(reminders, says, { now, lastDrink }) {
  const events = reminders
    .filter((each) => nextDue(each, lastDrink, now) !== null)
    .flatMap((each) => eventsOf(each, says, now));
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Limber//Reminders//EN",
    ...events,
    "END:VCALENDAR",
  ];
  return lines.map(fold).join("\r\n") + "\r\n";
}

/** @param {Reminder} reminder @param {Says} says @param {number} now */
function eventsOf(reminder, says, now) {
  return startsOf(reminder, now).flatMap(({ start, rule }, i) => [
    "BEGIN:VEVENT",
    `UID:${reminder.id}-${i}@limber`,
    `DTSTAMP:${compact(new Date(now).toISOString().slice(0, 19))}Z`,
    `DTSTART:${compact(start)}`,
    "DURATION:PT5M",
    ...(rule ? [`RRULE:${rule}`] : []),
    `SUMMARY:${escape(says.title(reminder))}`,
    `URL:${says.address(reminder)}`,
    ...ALARM,
    `DESCRIPTION:${escape(says.title(reminder))}`,
    "END:VALARM",
    "END:VEVENT",
  ]);
}

/** A calendar knows no last drink: a drink is asked for at the same times each day. @param {Reminder} reminder @param {number} now @returns {{ start: string, rule: string }[]} */
function startsOf(reminder, now) {
  if (reminder.kind === "drink") {
    return timesOf(reminder).map((time) => ({
      start: `${local(now).slice(0, 11)}${time}:00`,
      rule: "FREQ=DAILY",
    }));
  }
  if (reminder.kind === "routine") {
    const { rule } = ruleOf(reminder, null);
    return [{ start: local(nextDue(reminder, null, now) ?? now), rule }];
  }
  const starts = [];
  for (let at = nextDue(reminder, null, now); at !== null; at = nextDue(reminder, null, at)) {
    starts.push({ start: local(at), rule: "" });
  }
  return starts;
}

/** Of a day, from the beginning of the window on. @param {Reminder} reminder */
function timesOf({ from, to, every }) {
  const hours = hoursOf(Number(from), Number(to)).length;
  const count = Math.floor((hours * 60) / Number(every));
  return [...Array(count).keys()].map((i) => {
    const minutes = (Number(from) * 60 + (i + 1) * Number(every)) % 1440;
    return [Math.floor(minutes / 60), minutes % 60]
      .map((part) => String(part).padStart(2, "0"))
      .join(":");
  });
}

/** @param {string} moment such as 2026-11-27T08:00:00 */
function compact(moment) {
  return moment.replace(/[-:]/g, "");
}

/** @param {string} text */
function escape(text) {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\n/g, "\\n");
}

/** At most 75 bytes in a line, and no letter broken. @param {string} line */
function fold(line) {
  const encoder = new TextEncoder();
  const parts = [""];
  for (const letter of line) {
    const last = parts[parts.length - 1] + letter;
    if (encoder.encode(last).length > LINE_BYTES) {
      parts.push(` ${letter}`);
    } else {
      parts[parts.length - 1] = last;
    }
  }
  return parts.join("\r\n");
}
