// The sums of a test, step by step, and what they mean.

import { amount } from "../../shared/amounts.js";
import { number } from "../../shared/numbers.js";
import { part, write } from "../../shared/parts.js";
import { fill } from "../../shared/words.js";
import { counts, shownCeiling, weighing } from "../ceiling.js";
import {
  afterwards,
  drankTooFast,
  findings,
  lossPercent,
  MOST_AN_HOUR,
  sweatRate,
  SHORTEST_MINUTES,
  SOON_HOURS,
  sweat,
  WEIGHING_ERROR,
  WITHHELD_PERCENT,
} from "../sums.js";

/**
 * @typedef {import("../../shared/sweat_tests.js").SweatTest} SweatTest
 * @typedef {import("./wizard.js").Guide} Guide
 */

/** Whether it leads to the page about drinking too much. @param {SweatTest} test */
export function isTooMuch(test) {
  const found = saysOf(test);
  return found.includes("overdrink") || found.includes("fast");
}

/** What is to be said of a test; a short one says nothing else of sweat. @param {SweatTest} test @returns {string[]} */
export function saysOf(test) {
  const weighed = weighing(test);
  const isShort = test.minutes < SHORTEST_MINUTES;
  const found = isShort ? ["short"] : findings(weighed);
  const gained = test.after > test.before && !found.includes("overdrink");
  return [...found, ...(gained ? ["overdrink"] : []), ...(drankTooFast(weighed) ? ["fast"] : [])];
}

/** @param {HTMLElement} place @param {SweatTest} test @param {Guide} guide */
export function showSums(place, test, guide) {
  const says = saysOf(test);
  for (const each of place.querySelectorAll("[data-finding]")) {
    const note = /** @type {HTMLElement} */ (each);
    note.hidden = !says.includes(note.dataset.finding ?? "");
  }
  // After too much no amount is named.
  const names = counts(test) && !isTooMuch(test);
  part("sums-list", place).hidden = says.includes("short");
  for (const [name, text] of Object.entries(sumsOf(test, guide))) {
    const cell = /** @type {HTMLElement} */ (place.querySelector(`[data-sum="${name}"]`));
    cell.textContent = text;
    /** @type {HTMLElement} */ (cell.parentElement).hidden = !counts(test) && name === "rate";
  }
  for (const each of place.querySelectorAll("[data-counted]")) {
    /** @type {HTMLElement} */ (each).hidden = !names;
  }
  showCeiling(place, test, guide);
  showAfter(place, names ? test : null, guide);
}

/** Each line of the sum in words. @param {SweatTest} test @param {Guide} guide */
function sumsOf(test, guide) {
  const { words, locale } = guide;
  const weighed = weighing(test);
  const litres = (/** @type {number} */ value) => amount("litres", value, guide);
  const percent = lossPercent(weighed);
  const change = { percent: percentage(Math.abs(percent), locale) };
  return {
    lost: asLitres(test.before - test.after, guide),
    drunk: litres(test.drunk),
    food: asLitres(test.food, guide),
    passed: litres(test.passed),
    sweat: litres(sweat(weighed)),
    hours: fill(words.hours, { hours: number(Math.round(100 * weighed.hours) / 100, locale) }),
    rate: perHour(sweatRate(weighed), guide),
    percent: fill(percent < 0 ? words.gained : words.percent, change),
  };
}

/** @param {HTMLElement} place @param {SweatTest} test @param {Guide} guide */
function showCeiling(place, test, guide) {
  const { words } = guide;
  const shown = shownCeiling([test], test);
  write("ceiling", shown ? perHour(shown, guide, "down") : words.unsure, place);
  const rate = perHour(sweatRate(weighing(test)), guide);
  const values = { rate, most: perHour(MOST_AN_HOUR, guide, "down") };
  write("ceiling-how", fill(words.shown, values), place);
  const [low, high] = [WEIGHING_ERROR / 2, WEIGHING_ERROR].map((each) =>
    amount("litres", each, guide),
  );
  const most = perHour((60 * WEIGHING_ERROR) / test.minutes, guide);
  write("error", fill(words.error, { low, high, rate: most }), place);
}

/** @param {HTMLElement} place @param {SweatTest | null} test of which amounts may be named @param {Guide} guide */
function showAfter(place, test, guide) {
  const range = test && afterwards(weighing(test));
  part("soon", place).hidden = !range;
  const isWithheld = test !== null && lossPercent(weighing(test)) > WITHHELD_PERCENT;
  part("withheld", place).hidden = !isWithheld;
  if (range) {
    const [low, high] = range.map((each) => amount("litres", each, guide, "down"));
    const most = amount("litres", MOST_AN_HOUR, guide, "down");
    const hours = number(SOON_HOURS, guide.locale);
    write("soon", fill(guide.words.soon, { hours, low, high, most }), place);
  }
}

/** A weight, and the volume of water that weighs as much. @param {number} kg @param {Guide} guide */
function asLitres(kg, guide) {
  return `${amount("weight", kg, guide)} ≈ ${amount("litres", kg, guide)}`;
}

/** @param {number} percent @param {string} locale */
function percentage(percent, locale) {
  const format = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 });
  return format.format(percent / 100);
}

/** @param {number} litres @param {Guide} guide @param {"near" | "down"} way */
export function perHour(litres, guide, way = "near") {
  return fill(guide.words.perHour, { amount: amount("litres", litres, guide, way) });
}
