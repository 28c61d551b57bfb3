// The list of steps: a row for each, whose fields are the draft, ordered by buttons and keys.

import { doseText } from "../shared/doses.js";
import { number } from "../shared/numbers.js";
import { copy, part, write } from "../shared/parts.js";
import { fill } from "../shared/words.js";
import { changed, moved, rangeOf, removed, stepped } from "./edit.js";
import { field, put, readStep, wholeOf, writeStep } from "./fields.js";

/**
 * @typedef {import("../shared/routine.js").Routine} Routine
 * @typedef {import("../shared/routine.js").Step} Step
 * @typedef {import("../shared/session_of.js").Catalog} Catalog
 * @typedef {{ locale: string, words: Record<string, string> }} Guide
 * @typedef {{
 *   routine: () => Routine, change: (routine: Routine, mark?: string) => void,
 *   say: (words: string, undo?: boolean) => void,
 * }} Edge `change` with a mark where one typing belongs together; `say` is heard by everybody
 */

export class List {
  #place;
  #catalog;
  #guide;
  #edge;
  /** The row of each step, as long as somebody knows the step. @type {WeakMap<Step, HTMLElement>} */
  #rows = new WeakMap();
  /** By slug. @type {Map<string, Element>} */
  #pictures = new Map();

  /** @param {HTMLElement} place @param {Catalog} catalog @param {Guide} guide @param {Edge} edge */
  constructor(place, catalog, guide, edge) {
    this.#place = place;
    this.#catalog = catalog;
    this.#guide = guide;
    this.#edge = edge;
    place.addEventListener("input", ({ target }) => this.#onInput(/** @type {Element} */ (target)));
    place.addEventListener("click", ({ target }) => this.#onClick(/** @type {Element} */ (target)));
    place.addEventListener("keydown", (event) => this.#onKey(event));
  }

  /** @returns {HTMLElement[]} */
  get rows() {
    return /** @type {HTMLElement[]} */ ([...this.#place.children]);
  }

  /** @param {string} slug */
  #exercise(slug) {
    const { exercises } = this.#catalog;
    return Object.hasOwn(exercises, slug) ? exercises[slug] : undefined;
  }

  /** Slugs of which no picture is here yet. */
  get unpictured() {
    return this.#edge
      .routine()
      .steps.map(({ exercise }) => exercise)
      .filter((slug) => this.#exercise(slug) && !this.#pictures.has(slug));
  }

  /** A row that came over the network belongs to this step. @param {HTMLElement} row @param {Step} step */
  adopt(row, step) {
    this.#rows.set(step, row);
    const picture = part("picture", row).firstElementChild;
    if (picture) {
      this.#pictures.set(step.exercise, picture);
    }
  }

  /** @param {Map<string, Element>} pictures */
  illustrate(pictures) {
    this.#pictures = new Map([...pictures, ...this.#pictures]);
    this.show();
  }

  /** Every step in its row; rows that are there stay, with their focus. */
  show() {
    const { steps } = this.#edge.routine();
    const free = new Set(this.rows);
    steps.forEach((step) => free.delete(/** @type {any} */ (this.#rows.get(step))));
    const rows = steps.map((step) => this.#rowOf(step, free));
    free.forEach((row) => row.remove());
    this.#arrange(rows);
    rows.forEach((row, i) => this.#dress(row, steps[i]));
  }

  /** No focus is lost. @param {HTMLElement[]} rows */
  #arrange(rows) {
    const held = /** @type {HTMLElement | null} */ (document.activeElement);
    for (const [i, row] of rows.entries()) {
      if (this.rows[i] !== row) {
        this.#place.insertBefore(row, this.rows[i] ?? null);
      }
      write("number", number(i + 1, this.#catalog.locale), row);
    }
    if (held?.isConnected && held !== document.activeElement) {
      held.focus({ preventScroll: true });
    }
  }

  /** A free row of the same exercise serves a step that was not seen before. @param {Step} step @param {Set<HTMLElement>} free */
  #rowOf(step, free) {
    const before = this.#rows.get(step);
    const alike = before ?? [...free].find((row) => field(row, "exercise").value === step.exercise);
    const row = alike ?? /** @type {HTMLElement} */ (copy("step-row").firstElementChild);
    free.delete(row);
    this.#rows.set(step, row);
    return row;
  }

  /** @param {HTMLElement} row @param {Step} step */
  #dress(row, step) {
    const { doses, locale } = this.#catalog;
    const exercise = this.#exercise(step.exercise);
    const name = exercise?.name ?? step.exercise;
    writeStep(row, step, exercise, this.#guide);
    write("name", name, row);
    write("dose", doseText(step.dose, doses, locale), row);
    write("noted", step.note, row);
    const fields = part("fields", row);
    fields.id ||= `fields-${Math.random().toString(36).slice(2)}`;
    const open = part("open", row);
    open.setAttribute("aria-label", fill(this.#guide.words.open, { name }));
    open.setAttribute("aria-controls", fields.id);
    const picture = this.#pictures.get(step.exercise);
    const place = part("picture", row);
    if (picture && !place.firstElementChild) {
      place.append(picture.cloneNode(true));
    }
  }

  /** @param {Element} within */
  #indexOf(within) {
    return this.rows.findIndex((row) => row.contains(within));
  }

  /** @param {Element} target */
  #onInput(target) {
    const i = this.#indexOf(target);
    this.#read(i, `${i}.${/** @type {HTMLInputElement} */ (target).name}`);
  }

  /** What the fields hold is the step. @param {number} i @param {string} mark */
  #read(i, mark) {
    const row = this.rows[i];
    const routine = this.#edge.routine();
    const step = readStep(row, routine.steps[i], this.#exercise(routine.steps[i].exercise));
    this.#rows.set(step, row);
    this.#edge.change(changed(routine, i, step), mark);
  }

  /** @param {Element} target */
  #onClick(target) {
    const button = target.closest("button");
    const row = button && this.rows[this.#indexOf(button)];
    if (!row) {
      return;
    }
    /** @type {Record<string, () => void>} */
    const acts = {
      open: () => this.toggle(row),
      up: () => this.move(row, -1),
      down: () => this.move(row, 1),
      takeOut: () => this.#takeOut(row),
      less: () => this.#count(button, -1),
      more: () => this.#count(button, 1),
    };
    acts[Object.keys(acts).find((name) => name in button.dataset) ?? "open"]();
  }

  /** @param {HTMLButtonElement} button @param {1 | -1} direction */
  #count(button, direction) {
    const { amount = "", stepBy } = /** @type {HTMLElement} */ (button.closest("[data-amount]"))
      .dataset;
    const i = this.#indexOf(button);
    const { dose } = this.#edge.routine().steps[i];
    const by = amount === "amount" && dose.seconds !== undefined ? 5 : Number(stepBy);
    const next = stepped(
      wholeOf(field(this.rows[i], amount).value),
      direction * by,
      rangeOf(amount, dose),
    );
    put(this.rows[i], amount, String(next));
    this.#read(i, `${i}.${amount}`);
  }

  /** @param {HTMLElement} row @param {boolean | "until-found"} isOpen */
  toggle(row, isOpen = part("fields", row).hidden) {
    part("fields", row).hidden = !isOpen;
    part("open", row).setAttribute("aria-expanded", String(isOpen));
  }

  /** Alt and an arrow, where they mean nothing else. @param {KeyboardEvent} event */
  #onKey(event) {
    const by = /** @type {Record<string, number>} */ ({ ArrowUp: -1, ArrowDown: 1 })[event.key];
    const target = /** @type {Element} */ (event.target);
    if (event.altKey && by && !target.matches("select, textarea")) {
      event.preventDefault();
      this.move(this.rows[this.#indexOf(target)], by);
    }
  }

  /** The focus goes along. @param {HTMLElement} row @param {number} by how many places */
  move(row, by) {
    const from = this.rows.indexOf(row);
    const routine = this.#edge.routine();
    const to = Math.min(Math.max(from + by, 0), routine.steps.length - 1);
    if (to !== from) {
      this.#edge.change(moved(routine, from, to));
      row.scrollIntoView({ block: "nearest" });
    }
    this.#sayPlace(row, to);
  }

  /** It is only seen at its new place, until it is dropped there. @param {HTMLElement} row @param {number} by how many places */
  carry(row, by) {
    const rows = this.rows.filter((each) => each !== row);
    rows.splice(this.rows.indexOf(row) + by, 0, row);
    this.#arrange(rows);
  }

  /** Wherever it was carried to: one change. @param {HTMLElement} row */
  drop(row) {
    const routine = this.#edge.routine();
    const from = routine.steps.findIndex((step) => this.#rows.get(step) === row);
    const to = this.rows.indexOf(row);
    if (from >= 0 && to >= 0 && to !== from) {
      this.#edge.change(moved(routine, from, to));
      this.#sayPlace(row, to);
    }
  }

  /** @param {HTMLElement} row @param {number} at */
  #sayPlace(row, at) {
    const { locale, words } = this.#guide;
    const total = number(this.rows.length, locale);
    const values = { n: number(at + 1, locale), total, name: this.#nameOf(row) };
    this.#edge.say(fill(words.moved, values));
  }

  /** The focus goes to what comes after it. @param {HTMLElement} row */
  #takeOut(row) {
    const i = this.rows.indexOf(row);
    const name = this.#nameOf(row);
    this.#edge.change(removed(this.#edge.routine(), i));
    const next = this.rows[i] ?? this.rows.at(-1);
    (next ? part("open", next) : document.getElementById("steps-title"))?.focus();
    this.#edge.say(fill(this.#guide.words.removed, { name }), true);
  }

  /** @param {HTMLElement} row */
  #nameOf(row) {
    return part("name", row).textContent ?? "";
  }
}
