// What the label of a drink says, as sodium in a litre of it and in an hour at the ceiling.

import { number } from "../../shared/numbers.js";
import { part, write } from "../../shared/parts.js";
import { fill } from "../../shared/words.js";
import { field, take } from "../fields.js";
import { dilution, sodiumOf } from "../sums.js";

// mg of sodium in a litre of the WHO's rehydration solution (H8): no drink for training is saltier.
const REHYDRATION = 1725;
const MOST = { sodium: 5000, salt: 13 }; // mg, g in one portion
const MAKES = [10, 5000]; // ml

/**
 * @typedef {import("../fields.js").Reader & { words: Record<string, string> }} Guide
 */

export class Label {
  #form;
  #page;
  #guide;
  /** L/h, null without a plan. @type {number | null} */
  #ceiling = null;

  /** @param {HTMLFormElement} form @param {ParentNode} page @param {Guide} guide */
  constructor(form, page, guide) {
    this.#form = form;
    this.#page = page;
    this.#guide = guide;
    form.addEventListener("input", () => this.show(this.#ceiling));
  }

  /** @param {number | null} ceiling L/h */
  show(ceiling) {
    this.#ceiling = ceiling;
    const { locale, words } = this.#guide;
    write("portion-unit", this.#states === "salt" ? words.g : words.mg, this.#page);
    const litre = this.#litre();
    const said = litre === null ? "" : fill(words.litre, { mg: number(Math.round(litre), locale) });
    write("litre", said, this.#page);
    part("salty", this.#page).hidden = litre === null || litre < REHYDRATION;
    part("hour", this.#page).hidden = litre === null || ceiling === null;
    if (litre !== null && ceiling !== null) {
      const mg = number(Math.round(litre * ceiling), locale);
      write("hour", fill(words.hour, { mg }), this.#page);
    }
  }

  /** mg of sodium in a litre; null as long as the label is not whole. */
  #litre() {
    const empty = null;
    const { words } = this.#guide;
    const portion = take(
      this.#form,
      "portion",
      { low: 0, high: MOST[this.#states], wrong: words.portion, empty },
      this.#guide,
    );
    const [low, high] = MAKES;
    const makes = take(
      this.#form,
      "makes",
      { quantity: "volume", low, high, wrong: words.makes, empty },
      this.#guide,
    );
    if (portion === null || makes === null) {
      return null;
    }
    return dilution(this.#states === "salt" ? 1000 * sodiumOf(portion) : portion, makes);
  }

  /** @returns {"sodium" | "salt"} */
  get #states() {
    return field(this.#form, "states").value === "salt" ? "salt" : "sodium";
  }
}
