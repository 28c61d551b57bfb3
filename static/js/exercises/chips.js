// The chips of the library: checkboxes, each standing for one value of a filter.

import { countWith } from "./filters.js";

/**
 * @typedef {import("./filters.js").Exercise} Exercise
 * @typedef {import("./filters.js").Filter} Filter
 * @typedef {import("./filters.js").Values} Values
 */

export class Chips {
  #form;
  #all;
  #more;
  #row;

  /**
   * @param {HTMLElement} form
   * @param {HTMLElement} all the chips of every group, which can be closed
   * @param {HTMLElement} more opens and closes them; stands in a row with those often used
   */
  constructor(form, all, more) {
    this.#form = form;
    this.#all = all;
    this.#more = more;
    this.#row = /** @type {HTMLElement} */ (more.parentElement);
    more.addEventListener("click", () => this.#openOrClose());
  }

  /** What can be chosen, in the order of the page. */
  get offered() {
    /** @type {Values} */
    const values = {};
    for (const { name, value } of checkboxes(this.#all)) {
      (values[name] ??= []).push(value);
    }
    return values;
  }

  /**
   * Shows which are chosen, and which would leave nothing.
   * @param {Filter} filter
   * @param {Exercise[]} exercises
   * @param {string} nothing how many that are, in words
   */
  mark(filter, exercises, nothing) {
    for (const input of checkboxes(this.#form)) {
      const { name: group, value } = input;
      const isEmpty = !countWith(exercises, filter, { group, value });
      const label = labelOf(input);
      input.checked = filter.chosen[group].includes(value);
      label.toggleAttribute("data-empty", isEmpty);
      label.querySelectorAll("[data-zero]").forEach((zero) => {
        zero.textContent = isEmpty ? nothing : "";
      });
    }
  }

  /** While the others are closed, what is chosen of them stands in the row too. */
  pin() {
    this.#row.querySelectorAll("[data-pinned]").forEach((chip) => chip.remove());
    if (this.#all.hidden) {
      const inSight = checkboxes(this.#row).map(nameOf);
      const chosen = checkboxes(this.#all).filter(({ checked }) => checked);
      for (const input of chosen.filter((each) => !inSight.includes(nameOf(each)))) {
        const chip = /** @type {HTMLElement} */ (labelOf(input).cloneNode(true));
        chip.dataset.pinned = "";
        this.#more.before(chip);
      }
    }
  }

  #openOrClose() {
    this.#all.hidden = !this.#all.hidden;
    this.#more.setAttribute("aria-expanded", String(!this.#all.hidden));
    this.pin();
  }
}

/** @param {HTMLElement} within */
function checkboxes(within) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const found = within.querySelectorAll('input[type="checkbox"]');
  return [...found];
}

/** @param {HTMLInputElement} input */
function labelOf(input) {
  return /** @type {HTMLLabelElement} */ (input.closest("label"));
}

/** @param {HTMLInputElement} input */
function nameOf({ name, value }) {
  return `${name}=${value}`;
}
