// The sweat test as it goes on: weighed in, swum, weighed out. What was typed is kept at once, because
// a session lies between two of its steps.

import { retype } from "../../shared/amounts.js";
import { part, write as writePart } from "../../shared/parts.js";
import { record } from "../../shared/screen.js";
import { BOUNDS, placeOf } from "../../shared/sweat_tests.js";
import { write } from "../../shared/store.js";
import { fault, field, focusFault, forgive, take } from "../fields.js";

const KEY = "limber.sweat-test";
export const STAGES = /** @type {const} */ (["before", "session", "after", "sums"]);
const FIELDS = /** @type {const} */ ([
  "before",
  "kind",
  "minutes",
  "degrees",
  "drunk",
  "passed",
  "food",
  "after",
]);
// Sums that were looked at so long ago are of another test.
const STALE_MS = 12 * 3600 * 1000;
// Nobody weighs a tenth less after a session: one of the two is mistyped.
const MOST_CHANGE = 0.1;

/**
 * @typedef {import("../../shared/screen.js").Store} Store
 * @typedef {import("../../shared/sweat_tests.js").SweatTest} SweatTest
 * @typedef {import("../../shared/sweat_tests.js").Session} Session
 * @typedef {typeof STAGES[number]} Stage
 * @typedef {typeof FIELDS[number]} Field
 * @typedef {import("../fields.js").Reader & { words: Record<string, string> }} Guide
 */

export class Wizard {
  #form;
  #guide;
  #edge;
  #now;
  /** @type {Stage} */
  #stage;
  /** When it was weighed out, by which the test is kept. @type {number | null} */
  #at;

  /**
   * @param {HTMLFormElement} form
   * @param {Guide} guide
   * @param {{
   *   store: Store, sums: (test: SweatTest, isNew: boolean) => void,
   *   finish: () => Promise<boolean>,
   * }} edge `finish`: whether the test may be forgotten here
   */
  constructor(form, guide, edge, now = Date.now) {
    this.#form = form;
    this.#guide = guide;
    this.#edge = edge;
    this.#now = now;
    const kept = this.#draft();
    this.#stage = STAGES.includes(kept.stage) ? kept.stage : "before";
    this.#at = Number.isFinite(kept.at) ? kept.at : null;
    this.#fill(kept.typed, kept.unit);
    this.#listen();
    this.#show();
    if (this.#stage === "sums") {
      this.#sum(false);
    }
  }

  /** What was typed before, unless it was looked at to its end long ago. */
  #draft() {
    const kept = record(KEY, this.#edge.store);
    const isOver = kept.stage === "sums" && !(this.#now() - kept.at < STALE_MS);
    return isOver ? {} : kept;
  }

  /**
   * @param {Record<string, string>} [typed]
   * @param {import("../../shared/amounts.js").Unit} [from] the units in which it was typed
   */
  #fill(typed = {}, from = this.#guide.unit) {
    const { unit, locale } = this.#guide;
    for (const name of FIELDS) {
      const text = typeof typed[name] === "string" ? typed[name] : FIRST[name];
      const quantity = QUANTITY[name];
      field(this.#form, name).value = quantity
        ? retype(quantity, text, { from, to: unit, locale })
        : text;
    }
  }

  #listen() {
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#next();
    });
    forgive(this.#form);
    this.#form.addEventListener("input", () => {
      this.#keep();
      this.#showPlace();
    });
    for (const back of this.#form.querySelectorAll("[data-back]")) {
      back.addEventListener("click", () => this.#go(STAGES[STAGES.indexOf(this.#stage) - 1]));
    }
    part("finish", this.#form).addEventListener("click", () => this.#finish());
  }

  /** On to the next step, if this one is right. */
  #next() {
    const names = OF_STAGE[this.#stage];
    const isFine = names.map((name) => this.#take(name)).every((value) => value !== null);
    if (!isFine || !this.#changeIsFine()) {
      focusFault(this.#form);
    } else if (this.#stage === "after") {
      this.#at = this.#at ?? this.#now();
      this.#go("sums");
      this.#sum(true);
    } else {
      this.#go(STAGES[STAGES.indexOf(this.#stage) + 1]);
    }
  }

  /** @param {Field} name @returns {number | null} */
  #take(name) {
    return take(this.#form, name, this.#rule(name), this.#guide);
  }

  /** @param {Field} name @returns {import("../fields.js").Rule} */
  #rule(name) {
    const bounds = BOUNDS[name === "degrees" ? placeOf(this.#kind) : name];
    const [low, high] = bounds;
    const quantity = QUANTITY[name];
    // Food that is left out makes the ceiling lower; urine, higher, and so it is always asked for.
    const empty = name === "food" ? 0 : undefined;
    return { quantity, low, high, wrong: this.#guide.words[name], empty };
  }

  #changeIsFine() {
    if (this.#stage !== "after") {
      return true;
    }
    const [before, after] = [this.#take("before") ?? 0, this.#take("after") ?? 0];
    const isFine = Math.abs(before - after) <= MOST_CHANGE * before;
    if (!isFine) {
      fault(this.#form, "after", this.#guide.words.change);
    }
    return isFine;
  }

  /** @param {boolean} isNew just weighed out, not looked at again */
  #sum(isNew) {
    const numbers = FIELDS.filter((name) => name !== "kind").map((name) => [
      name,
      this.#take(name),
    ]);
    if (numbers.some(([, value]) => value === null)) {
      this.#go("before"); // what was kept is damaged
      return;
    }
    const { degrees: celsius, ...parts } = Object.fromEntries(numbers);
    const at = this.#at ?? this.#now();
    this.#edge.sums({ at, kind: this.#kind, celsius, ...parts }, isNew);
  }

  /** @param {Stage} stage */
  #go(stage) {
    this.#stage = stage;
    this.#keep();
    this.#show();
    const heading = /** @type {HTMLElement | null} */ (
      this.#form.querySelector(`[data-stage="${stage}"] [tabindex]`)
    );
    heading?.focus();
  }

  #show() {
    for (const each of this.#form.querySelectorAll("[data-stage]")) {
      const part = /** @type {HTMLElement} */ (each);
      part.hidden = part.dataset.stage !== this.#stage;
    }
    this.#showPlace();
  }

  /** Swims go by the water, the others by the air. */
  #showPlace() {
    writePart("degrees-label", this.#guide.words[placeOf(this.#kind)], this.#form);
  }

  #keep() {
    const typed = Object.fromEntries(FIELDS.map((name) => [name, field(this.#form, name).value]));
    const kept = { stage: this.#stage, at: this.#at, unit: this.#guide.unit, typed };
    const isKept = write(this.#edge.store, KEY, JSON.stringify(kept));
    part("not-kept", this.#form).hidden = isKept;
  }

  async #finish() {
    if (await this.#edge.finish()) {
      this.#at = null;
      this.#fill();
      this.#go("before");
    }
  }

  /** @returns {Session} */
  get #kind() {
    return /** @type {Session} */ (field(this.#form, "kind").value);
  }
}

/** @type {Record<Field, string>} */
const FIRST = {
  before: "",
  kind: "pool",
  minutes: "",
  degrees: "",
  drunk: "",
  passed: "",
  food: "",
  after: "",
};

/** @type {Partial<Record<Field, import("../../shared/amounts.js").Quantity>>} */
const QUANTITY = {
  before: "weight",
  after: "weight",
  degrees: "degrees",
  drunk: "litres",
  passed: "litres",
  food: "weight",
};

/** What each step asks. @type {Record<Stage, Field[]>} */
const OF_STAGE = {
  before: ["before"],
  session: ["minutes", "degrees", "drunk", "passed", "food"],
  after: ["after"],
  sums: [],
};
