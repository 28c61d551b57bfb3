// Fields of amounts: read in the reader's unit, checked against what can be, said beside the field.

import { amount, parseAmount, unitOf } from "../shared/amounts.js";
import { number, parseNumber } from "../shared/numbers.js";
import { fill } from "../shared/words.js";

/**
 * @typedef {import("../shared/amounts.js").Quantity} Quantity
 * @typedef {{ unit: import("../shared/amounts.js").Unit, locale: string, names: import("../shared/amounts.js").Names }} Reader
 * @typedef {{ quantity?: Quantity, low: number, high: number, wrong: string, empty?: number | null }} Rule
 *   bounds as kept; `wrong` a message; `empty` is what an empty field means, where it may be empty
 */

/** @param {HTMLFormElement} form @param {string} name */
export function field(form, name) {
  return /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
}

/**
 * What a field holds as it is kept, or null; what is wrong with it stands beside it then.
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {Rule} rule
 * @param {Reader} reader
 * @returns {number | null}
 */
export function take(form, name, rule, reader) {
  const found = value(field(form, name).value, rule, reader);
  fault(form, name, found === undefined ? words(rule, reader) : "");
  return found ?? null;
}

/**
 * The same without a word.
 * @param {string} text
 * @param {Rule} rule
 * @param {Reader} reader
 * @returns {number | null | undefined} undefined where it is wrong
 */
export function value(text, { quantity, low, high, empty }, { unit }) {
  if (text.trim() === "" && empty !== undefined) {
    return empty;
  }
  const kept = quantity ? parseAmount(quantity, text, unit) : parseNumber(text);
  const isFine = kept !== null && kept >= low - 1e-9 && kept <= high + 1e-9;
  return isFine ? kept : undefined;
}

/** @param {Rule} rule @param {Reader} reader */
function words({ quantity, low, high, wrong }, reader) {
  const [from, to] = [low, high].map((each) =>
    quantity ? amount(quantity, each, reader) : number(each, reader.locale),
  );
  return fill(wrong, { low: from, high: to });
}

/** @param {HTMLFormElement} form @param {string} name @param {string} words nothing where it is fine */
export function fault(form, name, words) {
  const place = /** @type {HTMLElement} */ (form.querySelector(`#${name}-fault`));
  /** @type {HTMLElement} */ (place.querySelector("span")).textContent = words;
  place.hidden = words === "";
  field(form, name).setAttribute("aria-invalid", String(words !== ""));
}

/** What is wrong with a field is forgiven as soon as it is typed in again. @param {HTMLFormElement} form */
export function forgive(form) {
  form.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLInputElement && target.getAttribute("aria-invalid") === "true") {
      fault(form, target.name, "");
    }
  });
}

/** The first field that is wrong is where one goes on. @param {HTMLFormElement} form */
export function focusFault(form) {
  /** @type {HTMLElement | null} */ (form.querySelector('[aria-invalid="true"]'))?.focus();
}

/** Each amount's unit stands beside its field. @param {ParentNode} page @param {Reader} reader */
export function showUnits(page, { unit, names }) {
  for (const each of page.querySelectorAll("[data-unit]")) {
    const quantity = /** @type {Quantity} */ (/** @type {HTMLElement} */ (each).dataset.unit);
    each.textContent = unitOf(quantity, unit, names);
  }
}
