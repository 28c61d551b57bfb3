// The form of a plan: what is typed is kept at once, and read in the reader's units.

import { retype } from "../../shared/amounts.js";
import { write } from "../../shared/parts.js";
import { BOUNDS, placeOf } from "../../shared/sweat_tests.js";
import { field, forgive, take, value } from "../fields.js";
import { keepPlan, typedPlan } from "./kept.js";

/**
 * @typedef {import("../../shared/sweat_tests.js").Session} Session
 * @typedef {import("../fields.js").Rule} Rule
 * @typedef {import("../fields.js").Reader & { words: Record<string, string> }} Guide
 * @typedef {{ store: import("../../shared/screen.js").Store, changed: () => void }} Edge
 */

/** What stands in the form first. @type {Record<string, string>} */
const FIRST = {
  kind: "pool",
  degrees: "",
  minutes: "",
  feeds: "minutes",
  every: "20",
  lengths: "",
  metres: "25",
  pace: "",
  sip: "",
};
/** Of the label, which is a form of its own. @type {Record<string, string>} */
const FIRST_OF_LABEL = { states: "sodium", portion: "", makes: "" };

/** @type {Record<string, import("../../shared/amounts.js").Quantity>} */
const QUANTITY = { degrees: "degrees", sip: "volume", makes: "volume" };

/** As kept. @type {Record<string, [number, number]>} */
const BETWEEN = {
  minutes: BOUNDS.minutes,
  every: [5, 120],
  lengths: [1, 200],
  metres: [10, 100],
  pace: [45, 600],
  sip: [5, 200],
};

export class PlanForm {
  #form;
  #label;
  #guide;
  #edge;
  #now;

  /** @param {HTMLFormElement} form @param {HTMLFormElement} label @param {Guide} guide @param {Edge} edge */
  constructor(form, label, guide, edge, now = Date.now) {
    this.#form = form;
    this.#label = label;
    this.#guide = guide;
    this.#edge = edge;
    this.#now = now;
    this.fill();
    for (const each of [form, label]) {
      each.addEventListener("submit", (event) => event.preventDefault());
      each.addEventListener("input", () => this.#changed());
    }
    form.addEventListener("change", ({ target }) => this.#check(target));
    forgive(form);
  }

  /** As it stood when the page was left. */
  fill() {
    const typed = typedPlan(this.#edge.store, this.#now());
    const from = /** @type {import("../../shared/amounts.js").Unit} */ (
      typed.unit === "us" ? "us" : "metric"
    );
    for (const [place, first] of this.#places) {
      for (const name of Object.keys(first)) {
        const text = typed[name] ?? first[name];
        const { unit: to, locale } = this.#guide;
        const how = { from, to, locale };
        field(place, name).value = QUANTITY[name] ? retype(QUANTITY[name], text, how) : text;
      }
    }
    this.#showParts();
  }

  /** Of which session it is; null as long as there is no temperature. @returns {import("../ceiling.js").Day | null} */
  get day() {
    const celsius = this.#read("degrees");
    return celsius === null ? null : { kind: this.#kind, celsius };
  }

  get minutes() {
    return this.#read("minutes");
  }

  /** ml */
  get sip() {
    return this.#read("sip");
  }

  /** @returns {import("./planned.js").Feeds | null} */
  get feeds() {
    if (field(this.#form, "feeds").value === "minutes") {
      const every = this.#read("every");
      return every === null ? null : { every };
    }
    const [lengths, metres, pace] = ["lengths", "metres", "pace"].map((name) => this.#read(name));
    return lengths === null || metres === null || pace === null ? null : { lengths, metres, pace };
  }

  #changed() {
    const names = this.#places.flatMap(([place, first]) =>
      Object.keys(first).map((name) => [name, field(place, name).value]),
    );
    const typed = { ...Object.fromEntries(names), unit: this.#guide.unit };
    keepPlan({ plan: this.day, typed }, this.#edge.store, this.#now());
    this.#showParts();
    this.#edge.changed();
  }

  /** What cannot be is said when its field is left. @param {EventTarget | null} target */
  #check(target) {
    if (target instanceof HTMLInputElement && target.type === "text") {
      take(this.#form, target.name, this.#rule(target.name), this.#guide);
    }
  }

  /** @param {string} name @returns {number | null} */
  #read(name) {
    return value(field(this.#form, name).value, this.#rule(name), this.#guide) ?? null;
  }

  /** @param {string} name @returns {Rule} */
  #rule(name) {
    const [low, high] = name === "degrees" ? BOUNDS[placeOf(this.#kind)] : BETWEEN[name];
    return { quantity: QUANTITY[name], low, high, wrong: this.#guide.words[name], empty: null };
  }

  /** Swims go by the water, the others by the air; feeds by minutes or by lengths. */
  #showParts() {
    write("degrees-label", this.#guide.words[placeOf(this.#kind)], this.#form);
    const feeds = field(this.#form, "feeds").value;
    for (const each of this.#form.querySelectorAll("[data-by]")) {
      const fields = /** @type {HTMLElement} */ (each);
      fields.hidden = fields.dataset.by !== feeds;
    }
  }

  /** @returns {Session} */
  get #kind() {
    return /** @type {Session} */ (field(this.#form, "kind").value);
  }

  get #places() {
    return /** @type {const} */ ([
      [this.#form, FIRST],
      [this.#label, FIRST_OF_LABEL],
    ]);
  }
}
