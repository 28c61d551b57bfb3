// Days and weeks by the calendar of the device: a day is a whole number, so that clocks that are
// changed twice a year move nothing. Pure.

import { DAY_MS } from "../shared/time.js";

// Where a browser does not say how weeks begin (Firefox): what CLDR says, Monday for all others.
const SUNDAY =
  "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ " +
  "NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW";
const SATURDAY = "AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY";
const [SUN, MON, SAT] = [0, 1, 6];
export const WEEK = 7;
// The first day of all, in 1970, was a Thursday.
const THURSDAY = 4;

/** The number of the day of a moment. @param {number} moment */
export function dayNumber(moment) {
  const date = new Date(moment);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS;
}

/** A day as a date of universal time, to be formatted as such. @param {number} day */
export function dateOf(day) {
  return new Date(day * DAY_MS);
}

/** 0 is Sunday. @param {number} day */
export function weekday(day) {
  return (((day + THURSDAY) % WEEK) + WEEK) % WEEK;
}

/** The day on which the week of a day began. @param {number} day @param {number} first the weekday with which weeks begin */
export function weekStart(day, first) {
  return day - ((weekday(day) - first + WEEK) % WEEK);
}

/**
 * The weekday with which weeks begin for a reader: by the region that their browser names beside
 * this language, else by that of the language.
 * @param {string} locale of the page
 * @param {readonly string[]} languages of the browser
 */
export function firstWeekday(locale, languages = globalThis.navigator?.languages ?? []) {
  const { language } = new Intl.Locale(locale);
  const own = languages.find((each) => languageOf(each) === language) ?? locale;
  const found = /** @type {any} */ (new Intl.Locale(own));
  const info = found.getWeekInfo?.() ?? found.weekInfo;
  return info ? info.firstDay % WEEK : firstOfRegion(own);
}

/** What stands for it where the browser does not know. @param {string} locale */
export function firstOfRegion(locale) {
  const region = new Intl.Locale(locale).maximize().region ?? "";
  if (SUNDAY.split(" ").includes(region)) {
    return SUN;
  }
  return SATURDAY.split(" ").includes(region) ? SAT : MON;
}

/** @param {string} tag of a browser, which may be anything */
function languageOf(tag) {
  try {
    return new Intl.Locale(tag).language;
  } catch {
    return "";
  }
}
