// The last sessions of this device as rows: what each says is pure, the list below it is filled.

import { capital, day } from "../shared/days.js";
import { number } from "../shared/numbers.js";
import { fill } from "../shared/words.js";

/**
 * @typedef {import("../shared/journal.js").Entry} Entry
 * @typedef {"minutes" | "seconds" | "early" | "both" | "before" | "after"} Message
 * @typedef {{ locale: string, kinds: import("../shared/kinds.js").Kinds, words: Record<Message, string> }} Page
 * @typedef {{ address: string, name: string, when: string, pain: string, length: string }} Row
 */

const SHOWN = 3;

/**
 * The newest of those that have a page.
 * @param {Entry[]} entries newest first
 * @param {Page} page
 * @param {number} now in milliseconds
 */
export function rows(entries, page, now) {
  return entries
    .filter(({ kind, slug }) => Object.hasOwn(page.kinds[kind].names, slug))
    .slice(0, SHOWN)
    .map((entry) => row(entry, page, now));
}

/** @param {Entry} entry @param {Page} page @param {number} now @returns {Row} */
function row(entry, page, now) {
  const { address, names } = page.kinds[entry.kind];
  const when = capital(day(entry.id, now, page.locale), page.locale);
  return {
    address: address + entry.slug,
    name: names[entry.slug],
    when: entry.early ? fill(page.words.early, { when }) : when,
    pain: pain(entry, page),
    length: length(entry.seconds, page),
  };
}

/** @param {number} seconds @param {Pick<Page, "locale" | "words">} page */
export function length(seconds, { locale, words }) {
  const whole = Math.round(seconds);
  return whole < 60
    ? fill(words.seconds, { seconds: number(whole, locale) })
    : fill(words.minutes, { minutes: number(Math.round(whole / 60), locale) });
}

/** @param {Pick<Entry, "before" | "after">} entry @param {Pick<Page, "locale" | "words">} page */
export function pain({ before, after }, { locale, words }) {
  const given = { before: number(before ?? 0, locale), after: number(after ?? 0, locale) };
  if (before === null) {
    return after === null ? "" : fill(words.after, given);
  }
  return fill(after === null ? words.before : words.both, given);
}

/**
 * Shows the rows in their section, which is out of sight without any.
 * @param {HTMLElement} section
 * @param {Row[]} found
 */
export function list(section, found) {
  const template = /** @type {HTMLTemplateElement} */ (section.querySelector("template"));
  section.querySelector("ul")?.replaceChildren(...found.map((each) => filled(template, each)));
  section.hidden = found.length === 0;
}

/** @param {HTMLTemplateElement} template @param {Row} row */
function filled(template, { address, ...texts }) {
  const item = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  item.querySelector("a")?.setAttribute("href", address);
  for (const [name, text] of Object.entries(texts)) {
    const part = /** @type {HTMLElement} */ (item.querySelector(`[data-${name}]`));
    part.textContent = text;
    part.hidden = text === "";
  }
  return item;
}
