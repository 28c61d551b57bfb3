// The sheet over the log: a drink of any amount, one to change, or one of a person's own sizes.

import { toShown } from "../shared/amounts.js";
import { dayOf } from "../shared/days.js";
import { hourAndMinute, parseNumber, plainNumber } from "../shared/numbers.js";
import { part } from "../shared/parts.js";
import { fault, field, focusFault, forgive, take } from "./fields.js";

/** ml of one drink, mg of sodium in a litre. */
const AMOUNTS = [1, 3000];
const MOST_SODIUM = 5000;

/**
 * @typedef {import("../shared/drinks.js").Drink} Drink
 * @typedef {import("../shared/drinks.js").Portion} Portion
 * @typedef {import("./fields.js").Reader} Reader
 * @typedef {{ portion: Portion, at: number | null }} Filled `at` null where no time is asked
 */

export class Sheet {
  #dialog;
  #reader;
  #words;
  #now;
  /** @type {(filled: Filled) => void} */
  #save = () => {};
  /** @type {Portion | null} */
  #before = null;

  /** @param {HTMLDialogElement} dialog @param {Reader} reader @param {Record<string, string>} words */
  constructor(dialog, reader, words, now = Date.now) {
    this.#dialog = dialog;
    this.#reader = reader;
    this.#words = words;
    this.#now = now;
    this.#form.addEventListener("submit", (event) => this.#submit(event));
    this.#form.addEventListener("change", () => this.#showSodium());
    forgive(this.#form);
  }

  /**
   * @param {Portion | null} portion what stands in it first
   * @param {{ at: number | null, save: (filled: Filled) => void, drop?: () => void }} how
   */
  open(portion, { at, save, drop }) {
    this.#save = save;
    this.#before = portion;
    this.#fill(portion, at);
    const button = part("delete", this.#dialog);
    button.hidden = drop === undefined;
    button.onclick = () => {
      this.#dialog.close();
      drop?.();
    };
    this.#dialog.showModal();
    field(this.#form, "amount").focus();
  }

  /** @param {Portion | null} portion @param {number | null} at */
  #fill(portion, at) {
    const { unit, locale } = this.#reader;
    const shown = portion ? plainNumber(toShown("volume", portion.ml, unit), locale) : "";
    field(this.#form, "amount").value = shown;
    field(this.#form, "kind").value = portion?.kind ?? "water";
    const sodium = portion?.sodium ?? null;
    field(this.#form, "sodium").value = sodium === null ? "" : plainNumber(sodium, locale);
    part("when", this.#dialog).hidden = at === null;
    if (at !== null) {
      field(this.#form, "on").value = dayOf(at) === dayOf(this.#now()) ? "today" : "yesterday";
      field(this.#form, "time").value = hourAndMinute(at);
    }
    for (const name of ["amount", "sodium", "time"]) {
      fault(this.#form, name, "");
    }
    this.#showSodium();
  }

  #showSodium() {
    const kind = field(this.#form, "kind").value;
    part("for-sodium", this.#dialog).hidden = kind !== "electrolyte";
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    const portion = this.#portion();
    const at = part("when", this.#dialog).hidden ? null : this.#at();
    if (portion === null || at === undefined) {
      focusFault(this.#form);
      return;
    }
    this.#dialog.close();
    this.#save({ portion, at });
  }

  /** @returns {Portion | null} */
  #portion() {
    const ml = this.#ml();
    const kind = /** @type {Portion["kind"]} */ (field(this.#form, "kind").value);
    const isSalted = kind === "electrolyte";
    const rule = { low: 0, high: MOST_SODIUM, wrong: this.#words.wrongSodium, empty: null };
    const sodium = isSalted ? take(this.#form, "sodium", rule, this.#reader) : null;
    const isWrong = isSalted && field(this.#form, "sodium").getAttribute("aria-invalid") === "true";
    return ml === null || isWrong ? null : { ml, kind, sodium };
  }

  /** What was not changed stays as it was kept, to the decimal. */
  #ml() {
    const [low, high] = AMOUNTS;
    const rule = {
      quantity: /** @type {const} */ ("volume"),
      low,
      high,
      wrong: this.#words.wrongAmount,
    };
    const ml = take(this.#form, "amount", rule, this.#reader);
    const { unit } = this.#reader;
    const before = this.#before?.ml ?? null;
    const typed = parseNumber(field(this.#form, "amount").value);
    return before !== null && typed === toShown("volume", before, unit) ? before : ml;
  }

  /** @returns {number | undefined} undefined where there is no such time yet */
  #at() {
    const [hours, minutes] = field(this.#form, "time").value.split(":").map(Number);
    const day = new Date(this.#now());
    if (field(this.#form, "on").value === "yesterday") {
      day.setDate(day.getDate() - 1);
    }
    const at = day.setHours(hours, minutes, 0, 0);
    const isPast = Number.isFinite(at) && at <= this.#now();
    fault(this.#form, "time", isPast ? "" : this.#words.wrongTime);
    return isPast ? at : undefined;
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (part("form", this.#dialog));
  }
}
