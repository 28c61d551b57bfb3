// One day of the log: its sum, its chart, and what was drunk when, between which sessions.

import { amount, OUNCE_ML, toShown, unitOf } from "../shared/amounts.js";
import { dayOf } from "../shared/days.js";
import { onDay, total } from "../shared/drinks.js";
import { clockTime, number } from "../shared/numbers.js";
import { copy, part, write } from "../shared/parts.js";
import { fill } from "../shared/words.js";
import { chart } from "./chart.js";
import { draw } from "./draw.js";

/**
 * @typedef {import("../shared/drinks.js").Drink} Drink
 * @typedef {import("./fields.js").Reader} Reader
 * @typedef {{ name: string, from: number, to: number }} Session
 * @typedef {Reader & { kinds: Record<string, string>, words: Record<string, any> }} Guide
 * @typedef {{ drink: Drink } | { session: Session }} Row
 */

export class Day {
  #page;
  #guide;
  #edit;

  /** @param {Document} page @param {Guide} guide @param {(drink: Drink) => void} edit */
  constructor(page, guide, edit) {
    this.#page = page;
    this.#guide = guide;
    this.#edit = edit;
  }

  /**
   * @param {Drink[]} all
   * @param {Session[]} sessions
   * @param {{ day: number, now: number }} when a moment of the day shown
   */
  show(all, sessions, { day, now }) {
    const drinks = onDay(all, day);
    const within = sessions.filter(({ from }) => dayOf(from) === dayOf(day));
    this.#total(drinks);
    this.#chart(drinks, within, { day, now });
    const rows = rowsOf(drinks, within);
    this.#list(rows);
    part("empty", this.#page).hidden = rows.length > 0;
  }

  /** Anew, with the focus on the same drink. @param {Row[]} rows */
  #list(rows) {
    const list = part("drinks", this.#page);
    const focused = list.contains(this.#page.activeElement) ? this.#page.activeElement : null;
    const id = /** @type {HTMLElement | null} */ (focused)?.dataset.edit;
    list.replaceChildren(...rows.map((row) => this.#row(row)));
    if (id) {
      /** @type {HTMLElement | null} */ (list.querySelector(`[data-edit="${id}"]`))?.focus();
    }
  }

  /** @param {Drink[]} drinks */
  #total(drinks) {
    const { unit, locale, names } = this.#guide;
    const litres = total(drinks) / 1000;
    write("total", number(toShown("litres", litres, unit), locale), this.#page);
    write("total-unit", unitOf("litres", unit, names), this.#page);
  }

  /** @param {Drink[]} drinks @param {Session[]} sessions @param {{ day: number, now: number }} when */
  #chart(drinks, sessions, { day, now }) {
    const { unit, locale, words } = this.#guide;
    const perUnit = unit === "us" ? OUNCE_ML : 1000;
    const place = /** @type {SVGElement} */ (this.#page.querySelector("[data-chart]"));
    draw(place, chart(drinks, sessions, day, { now, perUnit }), { locale, axis: words.axis[unit] });
    place.setAttribute("aria-label", this.#said(rowsOf(drinks, sessions)));
    part("band", this.#page).hidden = sessions.length === 0;
  }

  /** The chart in words, from the first on. @param {Row[]} rows */
  #said(rows) {
    const { words } = this.#guide;
    const said = [...rows].reverse().map((row) => this.#saidOf(row));
    return rows.length ? fill(words.chart, { drinks: said.join(words.comma) }) : words.noDrinks;
  }

  /** @param {Row} row */
  #saidOf(row) {
    const { words } = this.#guide;
    return "drink" in row
      ? fill(words.logged, this.#values(row.drink))
      : fill(words.session, { name: row.session.name, span: this.#span(row.session) });
  }

  /** @param {Session} session */
  #span({ from, to }) {
    const [start, end] = [from, to].map((at) => clockTime(at, this.#guide.locale));
    return fill(this.#guide.words.span, { from: start, to: end });
  }

  /** @param {Drink} drink */
  #values({ ml, at }) {
    return {
      amount: amount("volume", ml, this.#guide),
      time: clockTime(at, this.#guide.locale),
    };
  }

  /** @param {Row} row */
  #row(row) {
    return "drink" in row ? this.#drink(row.drink) : this.#session(row.session);
  }

  /** @param {Drink} drink */
  #drink(drink) {
    const item = copy("drink", this.#page);
    const { words, kinds, locale } = this.#guide;
    const values = this.#values(drink);
    const kind = kinds[drink.kind];
    const sodium = drink.sodium === null ? null : number(drink.sodium, locale);
    write("time", values.time, item);
    write("kind", sodium === null ? kind : fill(words.sodium, { kind, sodium }), item);
    write("amount", values.amount, item);
    const button = part("edit", item);
    button.dataset.edit = String(drink.id);
    button.setAttribute("aria-label", fill(words.edit, values));
    button.addEventListener("click", () => this.#edit(drink));
    return item;
  }

  /** @param {Session} session */
  #session(session) {
    const item = copy("session", this.#page);
    write("time", this.#span(session), item);
    write("kind", session.name, item);
    return item;
  }
}

/** Drinks and sessions, the latest first. @param {Drink[]} drinks @param {Session[]} sessions @returns {Row[]} */
export function rowsOf(drinks, sessions) {
  const rows = [
    ...drinks.map((drink) => ({ at: drink.at, row: { drink } })),
    ...sessions.map((session) => ({ at: session.from, row: { session } })),
  ];
  return rows.sort((one, other) => other.at - one.at).map(({ row }) => row);
}
