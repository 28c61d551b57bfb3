// A limit that a clinician has set, against which one may log where everything else is closed.

import { amount, toShown } from "../shared/amounts.js";
import { clinicianLimit, keepLimit } from "../shared/doctor_first.js";
import { plainNumber } from "../shared/numbers.js";
import { part, write } from "../shared/parts.js";
import { fill } from "../shared/words.js";
import { field, focusFault, take } from "./fields.js";

/** L a day. */
const BOUNDS = [0.1, 10];

/**
 * @typedef {import("./fields.js").Reader} Reader
 * @typedef {{ store: import("../shared/screen.js").Store, changed: () => void }} Edge
 */

export class Limit {
  #form;
  #guide;
  #edge;
  /** Where the browser keeps nothing, the limit of this page; undefined where it has kept it. @type {number | null | undefined} */
  #unkept = undefined;
  #isFilled = false;

  /** @param {HTMLFormElement} form @param {Reader & { words: Record<string, string> }} guide @param {Edge} edge */
  constructor(form, guide, edge) {
    this.#form = form;
    this.#guide = guide;
    this.#edge = edge;
    form.addEventListener("submit", (event) => this.#submit(event));
    part("unlimit", this.#form).addEventListener("click", () => this.#keep(null));
  }

  /** ml a day, null where there is none. */
  get ml() {
    return this.#unkept === undefined ? clinicianLimit(this.#edge.store) : this.#unkept;
  }

  show() {
    const { unit, locale } = this.#guide;
    const { ml } = this;
    part("unlimit", this.#form).hidden = ml === null;
    if (ml !== null && !this.#isFilled) {
      this.#isFilled = true; // later it would overwrite what is being typed
      field(this.#form, "limit").value = plainNumber(toShown("litres", ml / 1000, unit), locale);
    }
  }

  /** How it stands to what was drunk. @param {HTMLElement} place @param {number} drunk ml */
  showAgainst(place, drunk) {
    const { ml } = this;
    const { ofLimit, overLimit } = this.#guide.words;
    const isOver = ml !== null && drunk > ml;
    const limit = amount("litres", (ml ?? 0) / 1000, this.#guide);
    place.textContent = fill(isOver ? overLimit : ofLimit, { limit });
    place.classList.toggle("note", isOver);
    place.classList.toggle("note-caution", isOver);
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    const [low, high] = BOUNDS;
    const quantity = /** @type {const} */ ("litres");
    const rule = { quantity, low, high, wrong: this.#guide.words.wrongLimit };
    const litres = take(this.#form, "limit", rule, this.#guide);
    if (litres === null) {
      focusFault(this.#form);
    } else {
      this.#keep(1000 * litres);
    }
  }

  /** @param {number | null} ml */
  #keep(ml) {
    const isKept = keepLimit(ml, this.#edge.store);
    this.#unkept = isKept ? undefined : ml;
    const { limitKept, limitUnkept } = this.#guide.words;
    write("limit-said", isKept ? limitKept : limitUnkept, this.#form);
    if (ml === null) {
      field(this.#form, "limit").value = "";
    }
    this.#edge.changed();
  }
}
