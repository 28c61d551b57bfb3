// How long a round is to take: from the usual to the longest, in whole minutes.

import { duration } from "../shared/numbers.js";
import { fill } from "../shared/words.js";
import { allowed } from "./round.js";

export class Length {
  #page;
  #guide;
  #minutes = 0;

  /** @param {ParentNode} page @param {import("./coach.js").Guide} guide */
  constructor(page, guide) {
    this.#page = page;
    this.#guide = guide;
    this.reset();
    this.#part("less").addEventListener("click", () => this.#set(this.#minutes - 1));
    this.#part("more").addEventListener("click", () => this.#set(this.#minutes + 1));
  }

  get minutes() {
    return this.#minutes;
  }

  /** As long as usual. */
  reset() {
    this.#set(this.#guide.limits.usual);
  }

  /** @param {number} minutes */
  #set(minutes) {
    const { limits, locale, words } = this.#guide;
    this.#minutes = allowed(minutes, limits);
    const length = duration(this.#minutes * 60, locale, words);
    this.#page.querySelectorAll("output").forEach((each) => (each.textContent = length));
    this.#part("start-words").textContent = fill(words.start, { length });
    const ended = { less: this.#minutes === limits.usual, more: this.#minutes === limits.longest };
    for (const [name, is] of Object.entries(ended)) {
      this.#part(name).setAttribute("aria-disabled", String(is));
    }
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.#page.querySelector(`[data-${name}]`));
  }
}
