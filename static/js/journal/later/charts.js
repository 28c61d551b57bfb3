// The charts of the journal, drawn into the page: a picture, what it shows in short, and a table that
// is written when it is opened.

import { amount, OUNCE_ML, toShown } from "../../shared/amounts.js";
import { number } from "../../shared/numbers.js";
import { part, write } from "../../shared/parts.js";
import { fill } from "../../shared/words.js";
import { Dates } from "../dates.js";
import { Drawing } from "../drawing.js";
import { lengthOf } from "../rows.js";
import { drunk, minutes, pains } from "../series.js";
import { dayNumber } from "../week.js";

/**
 * @typedef {import("../../shared/journal.js").Entry} Entry
 * @typedef {import("../../shared/drinks.js").Drink} Drink
 * @typedef {import("../series.js").Range} Range
 * @typedef {{ head: string, cells: string[] }} Line
 * @typedef {{ name: string, title: string, desc: string, head: string, draw: (drawing: Drawing) => void, lines: () => Line[] }} Shown
 */

const LEAST_MINUTES = 10;
const LEAST_DRUNK = { metric: 0.5, us: 20 };

export class Charts {
  #root;
  #guide;
  #words;
  #first;
  #dates;
  /** @type {Entry[]} */
  #entries = [];
  /** @type {Drink[]} */
  #drinks = [];
  #now = 0;
  /** @type {Map<string, Shown>} */
  #shown = new Map();

  /** @param {HTMLElement} root @param {import("../rows.js").Guide} guide @param {number} first weekday of a week */
  constructor(root, guide, first) {
    this.#root = root;
    this.#guide = guide;
    this.#words = guide.words.charts;
    this.#first = first;
    this.#dates = new Dates(guide);
    for (const name of ["range", "span"]) {
      this.#radios(name)[0].checked = true;
    }
    root.addEventListener("change", ({ target }) => this.#changed(target));
    for (const figure of root.querySelectorAll("[data-chart]")) {
      const details = /** @type {HTMLElement} */ (figure.querySelector("details"));
      details.addEventListener("toggle", () => this.#tabulate(/** @type {HTMLElement} */ (figure)));
    }
    new ResizeObserver(() => this.#redraw()).observe(root);
  }

  /** @param {Entry[]} entries @param {Drink[]} drinks @param {number} now */
  show(entries, drinks, now) {
    this.#entries = entries;
    this.#drinks = drinks;
    this.#now = now;
    part("of-sessions", this.#root).hidden = entries.length === 0;
    part("of-drinks", this.#root).hidden = drinks.length === 0;
    this.#showSessions();
    this.#showDrinks();
  }

  /** @param {EventTarget | null} target */
  #changed(target) {
    const { name } = /** @type {HTMLInputElement} */ (target);
    if (name === "range") {
      this.#showSessions();
    } else if (name === "span") {
      this.#showDrinks();
    }
  }

  #showSessions() {
    const range = this.#chosen("range");
    this.#put(this.#minutes(range));
    const found = pains(this.#entries, range, this.#reader);
    part("no-pain", this.#root).hidden = found.places.length > 0;
    part("legend", this.#root).hidden = found.places.length === 0;
    this.#figure("pain").hidden = found.places.length === 0;
    if (found.places.length) {
      this.#put(this.#pain(found));
    }
  }

  #showDrinks() {
    this.#put(this.#drunk(this.#chosen("span")));
  }

  /** @param {Range} range @returns {Shown} */
  #minutes(range) {
    const { unit, places, sessions } = minutes(this.#entries, range, this.#reader);
    const values = places.map(({ values: [value] }) => value);
    const length = (/** @type {number} */ value) => lengthOf(60 * value, this.#guide);
    const froms = places.map(({ from }) => from);
    return {
      name: "minutes",
      title: this.#words.minutes[unit],
      desc: this.#range(froms, values.map(length), unit, length(Math.max(...values))),
      head: this.#words.heads[unit],
      draw: (drawing) =>
        drawing.bars(values, {
          least: LEAST_MINUTES,
          axis: (value, isTop) => (isTop ? length(value) : this.#number(value)),
          labels: froms.map((from) => this.#dates.short(from, unit)),
        }),
      lines: () =>
        places.map(({ from }, i) => ({
          head: this.#dates.long(from, unit),
          cells: [length(values[i]), this.#number(sessions[i])],
        })),
    };
  }

  /** @param {import("../series.js").Pains} found @returns {Shown} */
  #pain({ unit, places }) {
    const days = places.map(({ at }) => dayNumber(at));
    const said = (/** @type {number | null} */ value) =>
      value === null ? this.#words.none : this.#number(Math.round(10 * value) / 10);
    const lines = places.map(({ at, before, after }, i) => ({
      head: unit === "session" ? this.#dates.moment(at) : this.#dates.long(days[i], unit),
      cells: [said(before), said(after)],
    }));
    const kind = unit === "session" ? "day" : unit;
    const [before, after] = lines[lines.length - 1].cells;
    const { words } = this.#guide;
    return {
      name: "pain",
      title: this.#words.pain[unit],
      desc: fill(this.#words.painRange, {
        from: this.#dates.long(days[0], kind),
        to: this.#dates.long(days[days.length - 1], kind),
        last: fill(words.both, { before, after }),
      }),
      head: this.#words.heads[unit],
      draw: (drawing) =>
        drawing.dumbbells(places, {
          axis: (value) => this.#number(value),
          labels: days.map((day) => this.#dates.short(day, kind)),
        }),
      lines: () => lines,
    };
  }

  /** @param {Range} range @returns {Shown} */
  #drunk(range) {
    const { unit, places } = drunk(this.#drinks, range, this.#reader);
    const perUnit = this.#guide.unit === "us" ? OUNCE_ML : 1000;
    const values = places.map(({ values: [ml] }) => (ml === undefined ? undefined : ml / perUnit));
    const said = (/** @type {number | undefined} */ value) =>
      value === undefined
        ? this.#words.none
        : amount("litres", (value * perUnit) / 1000, this.#guide);
    const froms = places.map(({ from }) => from);
    const most = Math.max(0, ...values.filter((value) => value !== undefined));
    return {
      name: "drinks",
      title: this.#words.drinks[unit],
      desc: this.#range(froms, values.map(said), unit, said(most)),
      head: this.#words.heads[unit],
      draw: (drawing) =>
        drawing.bars(values, {
          least: LEAST_DRUNK[this.#guide.unit],
          axis: (value, isTop) =>
            isTop ? said(value) : this.#number(toShown("litres", value, "metric")),
          labels: froms.map((from) => this.#dates.short(from, unit)),
        }),
      lines: () =>
        froms.map((from, i) => ({ head: this.#dates.long(from, unit), cells: [said(values[i])] })),
    };
  }

  /**
   * A chart in short.
   * @param {number[]} froms @param {string[]} said @param {import("../series.js").Unit} unit @param {string} most
   */
  #range(froms, said, unit, most) {
    return fill(this.#words.range, {
      from: this.#dates.long(froms[0], unit),
      to: this.#dates.long(froms[froms.length - 1], unit),
      most,
      last: said[said.length - 1],
    });
  }

  /** @param {Shown} shown */
  #put(shown) {
    this.#shown.set(shown.name, shown);
    const figure = this.#figure(shown.name);
    write("title", shown.title, figure);
    /** @type {Element} */ (figure.querySelector("svg > title")).textContent = shown.title;
    /** @type {Element} */ (figure.querySelector("svg > desc")).textContent = shown.desc;
    /** @type {Element} */ (figure.querySelector("th")).textContent = shown.head;
    this.#draw(shown);
    this.#tabulate(figure);
  }

  /** @param {Shown} shown */
  #draw({ name, draw }) {
    const drawing = Drawing.in(this.#figure(name));
    if (drawing) {
      draw(drawing);
    }
  }

  /** Another width, or larger text. */
  #redraw() {
    for (const shown of this.#shown.values()) {
      this.#draw(shown);
    }
  }

  /** The newest first, once it is open. @param {HTMLElement} figure */
  #tabulate(figure) {
    const shown = this.#shown.get(figure.dataset.chart ?? "");
    const body = /** @type {HTMLElement} */ (figure.querySelector("tbody"));
    const isOpen = figure.querySelector("details")?.open;
    body.replaceChildren(...(shown && isOpen ? shown.lines().reverse().map(rowOf) : []));
  }

  get #reader() {
    return { today: dayNumber(this.#now), first: this.#first };
  }

  /** @param {number} value */
  #number(value) {
    return number(value, this.#guide.locale);
  }

  /** @param {string} name @returns {HTMLElement} */
  #figure(name) {
    return /** @type {HTMLElement} */ (this.#root.querySelector(`[data-chart="${name}"]`));
  }

  /** @param {string} name */
  #chosen(name) {
    const chosen = this.#radios(name).find((each) => each.checked);
    return /** @type {Range} */ (chosen?.value);
  }

  /** @param {string} name */
  #radios(name) {
    const found = this.#root.querySelectorAll(`input[name="${name}"]`);
    return /** @type {HTMLInputElement[]} */ ([...found]);
  }
}

/** @param {Line} line */
function rowOf({ head, cells }) {
  const row = document.createElement("tr");
  const first = Object.assign(document.createElement("th"), { scope: "row", textContent: head });
  const others = cells.map((text) =>
    Object.assign(document.createElement("td"), { textContent: text }),
  );
  row.append(first, ...others);
  return row;
}
