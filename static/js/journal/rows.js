// What the journal says of a session, and of many; pure.

import { capital, day } from "../shared/days.js";
import { clockTime, number } from "../shared/numbers.js";
import { fill } from "../shared/words.js";
import { length, pain } from "../today/sessions.js";

/**
 * @typedef {import("../shared/journal.js").Entry} Entry
 * @typedef {{
 *   locale: string, kinds: import("../shared/kinds.js").Kinds, words: Record<string, any>,
 *   counts: Partial<Record<Intl.LDMLPluralRule, string>>, names: import("../shared/amounts.js").Names,
 *   unit: import("../shared/amounts.js").Unit,
 * }} Guide
 * @typedef {{ id: number, name: string, when: string, pain: string, signs: string, note: string, length: string }} Row
 */

/** @param {Entry} entry @param {Guide} guide @param {number} now @returns {Row} */
export function row(entry, guide, now) {
  return {
    id: entry.id,
    name: nameOf(entry, guide),
    when: when(entry, guide, now),
    pain: pain(entry, sayings(guide)),
    signs: entry.signs ? guide.words.signs : "",
    note: entry.note,
    length: length(entry.seconds, sayings(guide)),
  };
}

/** What was done is called what it is called now; what is no longer there has no name of its own. @param {Pick<Entry, "kind" | "slug">} entry @param {Guide} guide @returns {string} */
export function nameOf({ kind, slug }, { kinds, words }) {
  const { names } = kinds[kind];
  return Object.hasOwn(names, slug) ? names[slug] : words.gone[kind];
}

/** Where it is done again; nothing where it is no longer there. @param {Pick<Entry, "kind" | "slug">} entry @param {Guide} guide */
export function addressOf({ kind, slug }, { kinds }) {
  const { address, names } = kinds[kind];
  return Object.hasOwn(names, slug) ? address + slug : "";
}

/** @param {Entry} entry @param {Guide} guide @param {number} now */
export function when(entry, guide, now) {
  const begun = began(entry, guide, now);
  return entry.early ? fill(guide.words.early, { when: begun }) : begun;
}

/** @param {Pick<Entry, "id">} entry @param {Guide} guide @param {number} now @returns {string} */
export function began({ id }, { locale, words }, now) {
  const date = capital(day(id, now, locale), locale);
  return fill(words.when, { day: date, time: clockTime(id, locale) });
}

/** So many sessions. @param {number} n @param {Guide} guide */
export function counted(n, { locale, counts }) {
  const form = counts[new Intl.PluralRules(locale).select(n)] ?? counts.other ?? "";
  return fill(form, { n: number(n, locale) });
}

/** @param {number} seconds @param {Guide} guide */
export function lengthOf(seconds, guide) {
  return length(seconds, sayings(guide));
}

/** @param {Guide} guide */
function sayings({ locale, words }) {
  return { locale, words: /** @type {any} */ (words) };
}
