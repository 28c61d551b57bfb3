// What is said of a stop and of the next round, in words.

import { dayOf } from "../shared/days.js";
import { fill } from "../shared/words.js";

// After so long one no longer counts minutes.
const HOUR = 60;

/**
 * @param {import("./round.js").Off} state
 * @param {string} locale
 * @param {Record<string, string>} words
 */
export function off({ why, over }, locale, words) {
  if (over >= HOUR) {
    return words.longOver;
  }
  if (over > 0) {
    return fill(words.over, { minutes: minutes(over, locale) });
  }
  return words[why] ?? words.off;
}

/** With its plural, as the language has it. @param {number} count @param {string} locale */
function minutes(count, locale) {
  const unit = /** @type {const} */ ({ style: "unit", unit: "minute", unitDisplay: "long" });
  return new Intl.NumberFormat(locale, unit).format(count);
}

/**
 * When the next round may begin: the time, on another day its name with it, from a midnight on only
 * that.
 * @param {number} moment
 * @param {number} now
 * @param {string} locale
 * @param {Record<string, string>} words
 */
export function nextRound(moment, now, locale, words) {
  const isToday = dayOf(moment) === dayOf(now);
  const isMidnight = new Date(moment).setHours(0, 0, 0, 0) === moment;
  const time = new Intl.DateTimeFormat(locale, {
    ...(isToday ? {} : /** @type {const} */ ({ weekday: "long" })),
    ...(isMidnight && !isToday
      ? {}
      : /** @type {const} */ ({ hour: "numeric", minute: "2-digit" })),
  }).format(moment);
  return fill(words.next, { time });
}
