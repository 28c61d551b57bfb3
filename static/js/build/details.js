// The fields that concern the whole routine: what is typed, counted and ticked in them.

import { MOST, RANGES } from "../shared/routine.js";
import { part } from "../shared/parts.js";
import { stepped, timed } from "./edit.js";
import { field, oneLine, put, readRoutine, wholeOf, writeRoutine } from "./fields.js";

/** @typedef {import("../shared/routine.js").Routine} Routine */

export class Details {
  #form;
  #locale;
  #edge;

  /** @param {HTMLFormElement} form @param {string} locale @param {import("./list.js").Edge} edge */
  constructor(form, locale, edge) {
    this.#form = form;
    this.#locale = locale;
    this.#edge = edge;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", ({ target }) => {
      const element = /** @type {HTMLInputElement} */ (target);
      if (!element.closest("[data-step-row]")) {
        this.#read(element.name);
      }
    });
    form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.isComposing && isLine(event.target)) {
        event.preventDefault();
      }
    });
    form.addEventListener("change", ({ target }) => {
      if (isLine(target)) {
        target.value = oneLine(target.value);
      }
    });
    form.addEventListener("click", ({ target }) => this.#onClick(/** @type {Element} */ (target)));
  }

  show() {
    writeRoutine(this.#form, this.#edge.routine(), this.#locale);
    const rest = /** @type {HTMLElement} */ (
      part("rounds", this.#form).querySelector('[data-amount="rest"]')
    );
    const { rounds, times } = this.#edge.routine();
    rest.hidden = rounds < 2;
    part("add-time").hidden = times.length >= MOST.times;
  }

  /** @param {string} mark */
  #read(mark) {
    this.#edge.change(readRoutine(this.#form, this.#edge.routine()), mark);
  }

  /** @param {Element} target */
  #onClick(target) {
    const button = target.closest("button");
    if (!button || button.closest("[data-step-row]")) {
      return;
    }
    const { less, more, addTime, dropTime } = button.dataset;
    if (less !== undefined || more !== undefined) {
      this.#count(button, less === undefined ? 1 : -1);
    } else if (addTime !== undefined) {
      this.#addTime();
    } else if (dropTime !== undefined) {
      button.closest("li")?.remove();
      this.#read("");
      part("add-time").focus();
    }
  }

  /** @param {HTMLButtonElement} button @param {1 | -1} direction */
  #count(button, direction) {
    const { amount = "", stepBy } = /** @type {HTMLElement} */ (button.closest("[data-amount]"))
      .dataset;
    const place = part("rounds", this.#form);
    const range = RANGES[/** @type {"rounds" | "rest"} */ (amount)];
    const value = wholeOf(field(place, amount).value);
    put(place, amount, String(stepped(value, direction * Number(stepBy), range)));
    this.#read(amount);
  }

  #addTime() {
    this.#edge.change(timed(this.#edge.routine()));
    const row = part("times").lastElementChild;
    if (row) {
      field(row, "at").focus();
    }
  }
}

/** Tall enough for more, but one line. @param {EventTarget | null} target @returns {target is HTMLTextAreaElement} */
function isLine(target) {
  return target instanceof HTMLTextAreaElement && target.name !== "notes";
}
