// The plan in words: the card that one takes to the pool, and what stands beside it.

import { amount } from "../../shared/amounts.js";
import { number } from "../../shared/numbers.js";
import { part, write } from "../../shared/parts.js";
import { fill } from "../../shared/words.js";

const ON_CARD = ["day", "ceiling", "feed", "sips"];

/**
 * @typedef {import("./planned.js").Planned} Planned
 * @typedef {import("../ceiling.js").Day} Day
 * @typedef {import("../fields.js").Reader & {
 *   words: Record<string, string>, sessions: Record<string, string>,
 * }} Guide
 */

/** @param {Planned} plan @param {Day} day @param {Guide} guide @param {number} now */
export function showPlan(plan, day, guide, now) {
  const { words } = guide;
  const degrees = amount("degrees", day.celsius, guide);
  write("day", fill(words.day, { kind: guide.sessions[day.kind], degrees }));
  write("ceiling", fill(words.ceiling, { amount: amount("litres", plan.ceiling, guide, "down") }));
  write("from", fill(words.from, { days: datesOf(plan.tests, guide) }));
  write("made", fill(words.made, { date: dateOf(now, guide) }));
  showFeed(plan.feed, guide);
  part("floor").hidden = plan.floor <= 0;
  write("floor", fill(words.floor, { amount: amount("litres", plan.floor, guide, "down") }));
  part("shorten").hidden = !plan.tooLong;
  write("early", range(words.early, plan.before.early, guide));
  write("late", range(words.late, plan.before.late, guide));
}

/** @param {Planned["feed"]} feed @param {Guide} guide */
function showFeed(feed, guide) {
  const { words, locale } = guide;
  part("feed").hidden = feed === null;
  part("sips").hidden = feed === null || !feed.sips;
  if (feed) {
    const minutes = number(Math.round(10 * feed.minutes) / 10, locale);
    const lengths = number(feed.lengths ?? 0, locale);
    const message = feed.lengths === null ? words.feedMinutes : words.feedLengths;
    const most = amount("volume", feed.ml, guide, "down");
    write("feed", fill(message, { minutes, lengths, amount: most }));
    write("sips", fill(words.sips, { sips: number(feed.sips ?? 0, locale) }));
  }
}

/** The days of the tests, each once. @param {Planned["tests"]} tests @param {Guide} guide */
function datesOf(tests, guide) {
  const dates = new Set(tests.map(({ at }) => dateOf(at, guide)));
  return [...dates].join(guide.words.comma);
}

/** On paper no day is today. @param {number} moment @param {Guide} guide */
function dateOf(moment, { locale }) {
  const parts = /** @type {const} */ ({ day: "numeric", month: "long", year: "numeric" });
  return new Intl.DateTimeFormat(locale, parts).format(moment);
}

/** @param {string} message @param {[number, number]} ml @param {Guide} guide */
function range(message, ml, guide) {
  const [low, high] = ml.map((each) => amount("volume", each, guide, "down"));
  return fill(message, { low, high });
}

/** The card alone, as large as the screen. */
export function showLarge() {
  for (const name of ON_CARD) {
    write(`large-${name}`, part(name).textContent ?? "");
    part(`large-${name}`).hidden = part(name).hidden;
  }
  /** @type {HTMLDialogElement} */ (part("large")).showModal();
}
