// Reminders on Today: what is due now, else what comes next; while the app is open this is the call.

import { dayOf } from "../shared/days.js";
import { nextDue } from "../shared/due.js";
import { allDrinks } from "../shared/drinks.js";
import { clockTime } from "../shared/numbers.js";
import { write } from "../shared/parts.js";
import { heard } from "../shared/heard.js";
import { isLocked } from "../shared/lock.js";
import { allReminders, mayRemind } from "../shared/reminders.js";
import { allRounds } from "../shared/rounds.js";
import { deviceStore } from "../shared/screen.js";
import { HOUR_MS } from "../shared/time.js";
import { fill } from "../shared/words.js";

/**
 * @typedef {import("../shared/reminders.js").Reminder} Reminder
 * @typedef {{
 *   locale: string, page: string, notifications: Record<string, string>,
 *   words: Record<"due" | "next", string>,
 * }} Guide
 * @typedef {{ reminder: Reminder, at: number, isDue: boolean }} Coming
 * @typedef {{ reminders: Reminder[], lastDrink: number | null }} Asking
 */

/**
 * The one that has been due within an hour and was not answered, else the next of the day.
 * @param {Reminder[]} reminders
 * @param {number | null} lastDrink
 * @param {number} now
 * @param {Record<string, number>} heard until when each was answered
 * @returns {Coming | null}
 */
export function coming(reminders, lastDrink, now, heard = {}) {
  const moments = reminders.flatMap((reminder) => {
    const at = nextDue(reminder, lastDrink, Math.max(now - HOUR_MS, heard[reminder.id] ?? 0));
    const isToday = at !== null && dayOf(at) === dayOf(now);
    return isToday ? [{ reminder, at, isDue: at <= now }] : [];
  });
  return moments.sort((one, other) => one.at - other.at)[0] ?? null;
}

/**
 * Those that may ask now, and when something was drunk last.
 * @param {boolean} drinks whether those about drinks are open
 * @returns {Promise<Asking>}
 */
export async function asking(drinks) {
  const [reminders, drunk, rounds] = await Promise.all([allReminders(), allDrinks(), allRounds()]);
  const state = { drinks, locked: isLocked(), round: rounds[0] ?? null };
  const open = (reminders ?? []).filter((each) => mayRemind(each, state));
  return { reminders: open, lastDrink: drunk?.[0]?.at ?? null };
}

/** Of routines only. @param {Asking} asking */
export function routineComing({ reminders }) {
  const routines = reminders.filter(({ kind }) => kind === "routine");
  return coming(routines, null, Date.now(), heard(deviceStore()));
}

/** @param {HTMLElement} row @param {Guide} guide @param {Asking} asking */
export function showComing(row, guide, { reminders, lastDrink }) {
  const found = coming(reminders, lastDrink, Date.now(), heard(deviceStore()));
  row.hidden = found === null;
  if (found) {
    const { reminder, at, isDue } = found;
    row.setAttribute("href", `${guide.page}#${reminder.id}`);
    row.classList.toggle("note", isDue);
    write("coming-name", guide.notifications[reminder.kind], row);
    const time = clockTime(at, guide.locale);
    write("coming-when", fill(isDue ? guide.words.due : guide.words.next, { time }), row);
  }
}
