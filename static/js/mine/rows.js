// What the page of one's own routines lists, in words; pure.

import { capital, day } from "../shared/days.js";
import { duration, number } from "../shared/numbers.js";
import { faults, stepFaultText } from "../shared/routine.js";
import { secondsOf } from "../shared/session_of.js";
import { fill } from "../shared/words.js";

/**
 * @typedef {import("../shared/journal.js").Entry} Entry
 * @typedef {import("../shared/opened.js").Opened} Opened
 * @typedef {import("../shared/own.js").Own} Own
 * @typedef {import("../shared/session_of.js").Catalog} Catalog
 * @typedef {{
 *   locale: string, kinds: import("../shared/kinds.js").Kinds, edit: string, journal: string,
 *   steps: Partial<Record<Intl.LDMLPluralRule, string>>, words: Record<string, string>,
 * }} Guide
 * @typedef {{ own: Own, title: string, short: string, fault: string, isFavourite: boolean }} OwnRow
 * @typedef {{ address: string, title: string, when: string }} Row
 */

const RECENT = 5;

/**
 * Favourites first, and then what was changed last.
 * @param {Own[]} owns
 * @param {string[]} marked
 * @param {{ catalog: Catalog, guide: Guide }} page
 * @returns {OwnRow[]}
 */
export function ownRows(owns, marked, { catalog, guide }) {
  const rows = owns.map((own) => {
    const [fault] = faults(own.routine, catalog);
    return {
      own,
      title: own.routine.title,
      short: fault ? "" : short(own, catalog, guide),
      fault: fault ? stepFaultText(fault, catalog) : "",
      isFavourite: marked.includes(`own/${own.id}`),
    };
  });
  return [...rows.filter((row) => row.isFavourite), ...rows.filter((row) => !row.isFavourite)];
}

/** How long, and how many steps. @param {Pick<Own, "routine">} own @param {Catalog} catalog @param {Guide} guide */
export function short({ routine }, catalog, { locale, steps, words }) {
  const minutes = Math.max(1, Math.round(secondsOf(routine, catalog) / 60));
  const count = routine.steps.length;
  const form = steps[new Intl.PluralRules(locale).select(count)] ?? steps.other ?? "";
  return fill(words.short, {
    length: duration(60 * minutes, locale, catalog.doses.words),
    steps: fill(form, { n: number(count, locale) }),
  });
}

/**
 * What is marked, without what is listed above: one's own and what is kept from others.
 * @param {string[]} marked
 * @param {Opened[]} opened
 * @param {Guide} guide
 * @returns {Row[]}
 */
export function favouriteRows(marked, opened, guide) {
  const kept = opened.filter((each) => each.kept).map(({ code }) => `shared/${code}`);
  return marked
    .filter((name) => !kept.includes(name))
    .map((name) => /** @type {[Entry["kind"], string]} */ (name.split("/")))
    .filter(([kind, slug]) => kind !== "own" && isKnown(kind, slug, guide))
    .map(([kind, slug]) => row(kind, slug, guide));
}

/**
 * What was done last, each once, with where it is done again.
 * @param {Entry[]} entries newest first
 * @param {{ catalog: Catalog, guide: Guide }} page
 * @param {number} now
 * @returns {Row[]}
 */
export function recentRows(entries, { catalog, guide }, now) {
  const known = entries.filter(({ kind, slug }) => isKnown(kind, slug, guide));
  const first = known.filter(
    ({ kind, slug }, i) =>
      known.findIndex((each) => each.kind === kind && each.slug === slug) === i,
  );
  return first.slice(0, RECENT).map(({ kind, slug, id }) => {
    const { address, title } = row(kind, slug, guide);
    const when = capital(day(id, now, guide.locale), guide.locale);
    return { address: isPlayed(kind, slug, catalog) ? `${address}/play` : address, title, when };
  });
}

/** Those that are kept here, favourites first. @param {Opened[]} opened @param {string[]} marked @param {Guide} guide @returns {Row[]} */
export function sharedRows(opened, marked, guide) {
  const isMarked = (/** @type {Opened} */ { code }) => marked.includes(`shared/${code}`);
  return opened
    .filter(({ kept }) => kept)
    .sort((one, other) => Number(isMarked(other)) - Number(isMarked(one)))
    .map(({ code }) => row("shared", code, guide));
}

/**
 * One's own have their player for a page; what is shared may have changed, which its page finds out;
 * an exercise may have become one in water, which has no player.
 * @param {Entry["kind"]} kind @param {string} slug @param {Catalog} catalog
 */
function isPlayed(kind, slug, { exercises }) {
  return kind === "routine" || (kind === "exercise" && Object.hasOwn(exercises, slug));
}

/** @param {Entry["kind"]} kind @param {string} slug @param {Guide} guide */
function isKnown(kind, slug, { kinds }) {
  return Object.hasOwn(kinds[kind].names, slug);
}

/** @param {Entry["kind"]} kind @param {string} slug @param {Guide} guide @returns {Row} */
function row(kind, slug, { kinds }) {
  const { address, names } = kinds[kind];
  return { address: address + slug, title: names[slug], when: "" };
}
