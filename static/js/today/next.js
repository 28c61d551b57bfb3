// The routine that comes next: the one that is due today, else the one done last, again. It is shown in
// place of the one that the page begins with; one of the library with the picture, the lane and the
// start of its own page.

import { capital, day } from "../shared/days.js";
import { fetchPage } from "../shared/fetched.js";
import { isBad } from "../shared/journal.js";
import { clockTime } from "../shared/numbers.js";
import { part, write } from "../shared/parts.js";
import { codeOfShared } from "../shared/reminders.js";
import { readPage } from "../shared/trusted.js";
import { fill } from "../shared/words.js";

/**
 * @typedef {import("../shared/journal.js").Entry} Entry
 * @typedef {import("../shared/kinds.js").Kinds} Kinds
 * @typedef {import("./reminders.js").Coming} Coming
 * @typedef {"due" | "next" | "again"} Why
 * @typedef {{ kind: "routine" | "own" | "shared", slug: string, why: Why, at: number }} Next `at` in
 *   milliseconds: when it is due, or when it was begun the last time
 * @typedef {{
 *   locale: string, kinds: Kinds, next: { names: Record<Why, string>, due: string, at: string },
 * }} Guide
 */

const KINDS = ["routine", "own", "shared"];
/** On the page of a routine. */
const START = ".dock .button";

/**
 * None after a session that ended badly: then it is time to stop.
 * @param {Coming | null} coming of the reminders of routines, what is due or comes next today
 * @param {Entry[]} entries newest first
 * @param {Kinds} kinds
 * @returns {Next | null}
 */
export function next(coming, entries, kinds) {
  if (entries[0] && isBad(entries[0])) {
    return null;
  }
  return due(coming, kinds) ?? again(entries, kinds);
}

/** @param {Coming | null} coming @param {Kinds} kinds @returns {Next | null} */
function due(coming, kinds) {
  const named = coming?.reminder.slug;
  if (!named) {
    return null;
  }
  const code = codeOfShared(named);
  /** @type {Next} */
  const found = {
    kind: code ? "shared" : "routine",
    slug: code ?? named,
    why: coming.isDue ? "due" : "next",
    at: coming.at,
  };
  return hasName(found, kinds) ? found : null;
}

/** @param {Entry[]} entries @param {Kinds} kinds @returns {Next | null} */
function again(entries, kinds) {
  const last = entries.find((each) => KINDS.includes(each.kind) && hasName(each, kinds));
  const kind = /** @type {Next["kind"]} */ (last?.kind);
  return last ? { kind, slug: last.slug, why: "again", at: last.id } : null;
}

/** @param {Pick<Entry, "kind" | "slug">} found @param {Kinds} kinds */
function hasName({ kind, slug }, kinds) {
  return Object.hasOwn(kinds[kind].names, slug);
}

/**
 * What its card says.
 * @param {Next} found
 * @param {Guide} guide
 * @param {number} now in milliseconds
 */
export function sayings({ kind, slug, why, at }, { locale, kinds, next: words }, now) {
  const time = clockTime(at, locale);
  const when = {
    due: () => fill(words.due, { time }),
    next: () => fill(words.at, { time }),
    again: () => capital(day(at, now, locale), locale),
  };
  return { why: words.names[why], name: kinds[kind].names[slug], when: when[why]() };
}

export class NextRoutine {
  #card;
  #usual;
  /** What the button says without a length. */
  #begin;
  /** What the card shows, or is about to. */
  #shown = JSON.stringify([null, null]);

  /** @param {HTMLElement} card @param {NodeListOf<HTMLElement>} usual what is shown without it, and what instead */
  constructor(card, usual) {
    this.#card = card;
    this.#usual = usual;
    this.#begin = part("next-length", card).textContent ?? "";
  }

  /** @param {Next | null} found @param {Guide} guide */
  async show(found, guide) {
    const said = found && sayings(found, guide, Date.now());
    const wanted = JSON.stringify([found, said]);
    if (wanted === this.#shown) {
      return;
    }
    this.#shown = wanted;
    const address = found ? guide.kinds[found.kind].address + found.slug : "";
    const isOfLibrary = found?.kind === "routine";
    const page = isOfLibrary ? await fetchPage(address, START, readPage) : null;
    if (wanted === this.#shown) {
      // What is not here cannot be begun either.
      this.#draw(isOfLibrary && !page ? null : said, address, page);
    }
  }

  /** @param {ReturnType<typeof sayings> | null} said @param {string} address @param {Document | null} page */
  #draw(said, address, page) {
    if (said) {
      this.#fill(said, address, page);
    }
    this.#turn(said !== null);
  }

  /** @param {boolean} isThere */
  #turn(isThere) {
    this.#card.hidden = !isThere;
    for (const each of this.#usual) {
      each.hidden = isThere !== (each.dataset.usual === "row");
    }
  }

  /** @param {ReturnType<typeof sayings>} said @param {string} address @param {Document | null} page */
  #fill(said, address, page) {
    for (const [name, text] of Object.entries(said)) {
      write(`next-${name}`, text, this.#card);
    }
    this.#put("picture", page?.querySelector("[data-picture] .still"));
    this.#put("lane", page?.querySelector(".lane-scale"));
    const start = page?.querySelector(START);
    part("next-start", this.#card).setAttribute("href", start?.getAttribute("href") ?? address);
    write("next-length", start?.textContent?.trim() ?? this.#begin, this.#card);
    part("next-page", this.#card).setAttribute("href", address);
    part("next-page", this.#card).hidden = page === null;
  }

  /** @param {string} name @param {Element | null | undefined} drawing */
  #put(name, drawing) {
    part(`next-${name}`, this.#card).replaceChildren(...(drawing ? [drawing] : []));
  }
}
