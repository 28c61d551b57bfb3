// Days as one says them, by the calendar of the device.

import { DAY_MS } from "./time.js";

// Within a week one counts days; later a date says more.
const WEEK = 7;

/**
 * Today, yesterday, 3 days ago, 9 May, 9 May 2025: by the calendar of the device.
 * @param {number} moment
 * @param {number} now
 * @param {string} locale
 */
export function day(moment, now, locale) {
  const ago = Math.round((midnight(now) - midnight(moment)) / DAY_MS);
  // A clock that was set back makes a session of tomorrow: that has a date.
  if (ago >= 0 && ago < WEEK) {
    return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-ago, "day");
  }
  const isThisYear = new Date(moment).getFullYear() === new Date(now).getFullYear();
  const year = isThisYear ? undefined : "numeric";
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year }).format(moment);
}

/** The day of a moment, by the calendar of the device: the same for every moment of it. @param {number} moment */
export function dayOf(moment) {
  return new Date(moment).toDateString();
}

/** When the day of a moment began. @param {number} moment */
function midnight(moment) {
  return new Date(moment).setHours(0, 0, 0, 0);
}

/** As a line begins. @param {string} text @param {string} locale */
export function capital(text, locale) {
  const [first, ...rest] = text;
  return first.toLocaleUpperCase(locale) + rest.join("");
}

/** Today's date above the name of a page that has a place for it. */
export function showDate(page = document) {
  const date = page.querySelector("[data-date]");
  if (date instanceof HTMLElement) {
    date.textContent = new Intl.DateTimeFormat(date.dataset.date, {
      weekday: "long",
      day: "numeric",
      month: "long",
    }).format();
  }
}
