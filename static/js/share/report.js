// How it went, as a text for whom the person chooses: sessions of the last two weeks, with minutes
// and pain.

import { capital } from "../shared/days.js";
import { clockTime } from "../shared/numbers.js";
import { DAY_MS } from "../shared/time.js";
import { fill } from "../shared/words.js";
import { length, pain } from "../today/sessions.js";

/**
 * @typedef {import("../shared/journal.js").Entry} Entry
 * @typedef {{ locale: string, words: Record<string, any> }} Guide
 */

const DAYS = 14;

/**
 * Sessions of a shared routine within two weeks.
 * @param {Entry[]} entries newest first
 * @param {string} code
 * @param {number} now in milliseconds
 */
export function sessionsOf(entries, code, now) {
  return entries.filter(
    ({ kind, slug, ended }) => kind === "shared" && slug === code && now - ended < DAYS * DAY_MS,
  );
}

/**
 * @param {Entry[]} sessions newest first
 * @param {string} title
 * @param {Guide} guide
 */
export function report(sessions, title, guide) {
  const head = fill(guide.words.reported, { title });
  return [head, ...sessions.map((each) => lineOf(each, guide)).reverse(), ""].join("\n");
}

/** A date says the same to whoever reads it later. @param {Entry} entry @param {Guide} guide */
function lineOf(entry, guide) {
  const { locale, words } = guide;
  const date = new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "long" });
  const moment = fill(words.moment, {
    day: capital(date.format(entry.id), locale),
    time: clockTime(entry.id, locale),
  });
  const when = entry.early ? fill(words.early, { when: moment }) : moment;
  const parts = [length(entry.seconds, guide), pain(entry, guide), entry.signs ? words.signs : ""];
  return fill(words.session, { when, what: parts.filter(Boolean).join(words.comma) });
}

/** A letter to nobody yet. @param {string} subject @param {string} text */
export function letter(subject, text) {
  const body = encodeURIComponent(text.replaceAll("\n", "\r\n"));
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${body}`;
}
