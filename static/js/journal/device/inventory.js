// What is on this device, in words: pure.

import { number } from "../../shared/numbers.js";
import { fill } from "../../shared/words.js";
import { isSame } from "./merge.js";

/**
 * @typedef {import("./file.js").Data} Data
 * @typedef {Partial<Record<Intl.LDMLPluralRule, string>>} Forms
 * @typedef {{
 *   locale: string, page: string, mine: string, counts: Record<string, Forms>,
 *   names: Record<string, string>, faults: Record<string, string>, words: Record<string, string>,
 * }} Guide
 */

/** Records first; of what is chosen only lists are counted. */
const LISTS = ["favourites", "conditions"];
const DRAFTS = ["draft", "drafts"];
// That somebody has read the welcome, or gets warm, is nothing that one would look for.
const UNNAMED = ["welcomed", "locked", "rewarming", "lastRound"];

/**
 * @param {Data} kept
 * @param {Guide} guide
 * @returns {string[]} such as "12 sessions", and "Your settings"
 */
export function lines({ records, settings }, guide) {
  const lists = LISTS.map((name) => [name, settings[name] ?? []]);
  const counted = [...Object.entries(records), ...lists]
    .filter(([, list]) => list.length > 0)
    .map(([name, list]) => counts(list.length, guide.counts[name], guide.locale));
  const names = Object.keys(settings);
  const others = names.filter((name) => ![...LISTS, ...DRAFTS, ...UNNAMED].includes(name));
  return [
    ...counted,
    ...(names.some((name) => DRAFTS.includes(name)) ? [guide.words.drafts] : []),
    ...(others.length > 0 ? [guide.words.settings] : []),
  ];
}

/** So many, in words. @param {number} count @param {Forms} forms @param {string} locale */
export function counts(count, forms, locale) {
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other ?? "";
  return fill(form, { n: number(count, locale) });
}

/**
 * What another device's things do to this one's lists, as a table.
 * @param {import("./merge.js").Plan} planned
 * @returns {{ name: string, fresh: number, newer: number, same: number }[]}
 */
export function rows({ parts, settings }) {
  const lists = settings
    .filter(({ row }) => LISTS.includes(row.name))
    .map(({ row, mine, kept, there }) => {
      const fresh = (kept ?? []).length - (mine ?? []).length;
      return { name: row.name, fresh, newer: 0, same: (there ?? []).length - fresh };
    });
  return [...parts, ...lists].filter(({ fresh, newer, same }) => fresh + newer + same > 0);
}

/** What else comes of it, to be said in words. @param {import("./merge.js").Plan} planned @returns {string[]} names */
export function effects({ settings }) {
  return settings
    .filter(({ row, mine, kept }) => !LISTS.includes(row.name) && !isSame(mine, kept))
    .map(({ row }) => row.name);
}

/**
 * What fits into few codes: all that was chosen and made, and what was done lately.
 * @param {Data} data
 * @param {number} since
 * @returns {Data}
 */
export function lately({ records, settings }, since) {
  const isLate = (/** @type {any} */ { id, at, began }) => (at ?? began ?? id) >= since;
  const short = ["sessions", "drinks", "rounds"].map((name) => [
    name,
    records[name].filter(isLate),
  ]);
  const others = Object.entries(settings).filter(([name]) => name !== "drafts");
  return {
    records: { ...records, ...Object.fromEntries(short) },
    settings: Object.fromEntries(others),
  };
}
