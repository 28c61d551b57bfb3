// Which exercises are wanted: how it stands after `#`, and what fits it. No page in here.

import { fold } from "../shared/fold.js";
import { number } from "../shared/numbers.js";
import { fill } from "../shared/words.js";

/**
 * @typedef {Record<string, string[]>} Values by group, such as `{ region: ["hips", "legs"] }`
 * @typedef {{ q: string, chosen: Values }} Filter what is typed; and what is chosen of each group
 *   on offer: of one group this or that, of several groups this and that
 * @typedef {{ text: string, values: Values }} Exercise `text` is folded
 */

const LONGEST = 60;

/**
 * The filter in the part of an address after `#`; what is not on offer is left out.
 * @param {string} hash
 * @param {Values} offered
 * @returns {Filter}
 */
export function parse(hash, offered) {
  const given = read(hash);
  const chosen = Object.entries(offered).map(([group, values]) => {
    const wanted = given.get(group)?.split(",") ?? [];
    return [group, values.filter((value) => wanted.includes(value))];
  });
  return { q: tidy(given.get("q") ?? ""), chosen: Object.fromEntries(chosen) };
}

/**
 * Whether this is a filter, and not the name of a place on the page; none is one too.
 * @param {string} hash
 * @param {Values} offered
 */
export function isFilter(hash, offered) {
  const names = [...read(hash).keys()];
  return !names.length || names.some((name) => name === "q" || Object.hasOwn(offered, name));
}

/** As it stands after `#`; nothing for no filter. @param {Filter} filter */
export function format({ q, chosen }) {
  const groups = Object.entries(chosen).filter(([, values]) => values.length);
  const parts = groups.map(([group, values]) => `${group}=${values.join(",")}`);
  return [...parts, ...(q ? [String(new URLSearchParams({ q }))] : [])].join("&");
}

/** @param {Filter} filter */
export function isNone(filter) {
  return format(filter) === "";
}

/** Words as they are kept: without the spaces that say nothing. @param {string} text */
export function tidy(text) {
  return text.trim().replace(/\s+/g, " ").slice(0, LONGEST).trimEnd();
}

/**
 * The same filter with one value chosen or not.
 * @param {Filter} filter
 * @param {{ group: string, value: string, on: boolean }} change
 * @param {Values} offered
 * @returns {Filter}
 */
export function choose({ q, chosen }, { group, value, on }, offered) {
  const values = offered[group].filter((each) =>
    each === value ? on : chosen[group].includes(each),
  );
  return { q, chosen: { ...chosen, [group]: values } };
}

/**
 * Whether an exercise fits; the words are read once for all of them.
 * @param {Filter} filter
 * @returns {(exercise: Exercise) => boolean}
 */
export function fitting({ q, chosen }) {
  const words = fold(q).split(" ");
  const groups = Object.entries(chosen).filter(([, wanted]) => wanted.length);
  return ({ text, values }) =>
    words.every((word) => text.includes(word)) &&
    groups.every(([group, wanted]) => wanted.some((value) => values[group].includes(value)));
}

/**
 * How many would be left with this value alone of its group, together with all that is chosen of
 * the other groups and typed.
 * @param {Exercise[]} exercises
 * @param {Filter} filter
 * @param {{ group: string, value: string }} option
 */
export function countWith(exercises, { q, chosen }, { group, value }) {
  return exercises.filter(fitting({ q, chosen: { ...chosen, [group]: [value] } })).length;
}

/**
 * A count in words: the message of its plural category.
 * @param {number} n
 * @param {{ locale: string, counts: Record<string, string> }} words
 */
export function counted(n, { locale, counts }) {
  const message = counts[new Intl.PluralRules(locale).select(n)] ?? counts.other;
  return fill(message, { n: number(n, locale) });
}

/** @param {string} hash */
function read(hash) {
  return new URLSearchParams(hash.replace(/^#/, ""));
}
