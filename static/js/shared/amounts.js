// Amounts in the reader's units: kept in ml, kg and degrees Celsius, shown and typed in either.

import { celsius, fahrenheit } from "./degrees.js";
import { number, parseNumber, plainNumber } from "./numbers.js";
import { fill } from "./words.js";

/**
 * @typedef {"metric" | "us"} Unit
 * @typedef {"volume" | "litres" | "weight" | "degrees"} Quantity
 * @typedef {Record<Quantity, Record<Unit, string>>} Names messages with the amount in them
 */

/** A US fluid ounce, exactly. */
export const OUNCE_ML = 29.5735295625;
const POUND_KG = 0.45359237; // exactly

/** How much of what is kept one of the US unit is. */
const US = { volume: OUNCE_ML, litres: OUNCE_ML / 1000, weight: POUND_KG };
/** With how many decimals it is shown. @type {Record<Quantity, Record<Unit, number>>} */
const DECIMALS = {
  volume: { metric: 0, us: 1 },
  litres: { metric: 2, us: 1 },
  weight: { metric: 1, us: 1 },
  degrees: { metric: 1, us: 1 },
};

/** @param {Quantity} quantity @param {number} kept in ml, L, kg or degrees Celsius @param {Unit} unit */
function convert(quantity, kept, unit) {
  if (unit === "metric") {
    return kept;
  }
  return quantity === "degrees" ? fahrenheit(kept) : kept / US[quantity];
}

/**
 * A kept amount as a number in the reader's unit, rounded as it is shown.
 * @param {Quantity} quantity
 * @param {number} kept
 * @param {Unit} unit
 * @param {"near" | "down"} way what must not be exceeded is rounded down
 */
export function toShown(quantity, kept, unit, way = "near") {
  const value = convert(quantity, kept, unit);
  const scale = 10 ** DECIMALS[quantity][unit];
  const rounded = way === "down" ? Math.floor(value * scale + 1e-6) : Math.round(value * scale);
  return rounded / scale;
}

/** @param {Quantity} quantity @param {number} shown @param {Unit} unit */
export function toKept(quantity, shown, unit) {
  if (unit === "metric") {
    return shown;
  }
  return quantity === "degrees" ? celsius(shown) : shown * US[quantity];
}

/**
 * What was typed, as it is kept; null when it is no number.
 * @param {Quantity} quantity
 * @param {string} text
 * @param {Unit} unit
 */
export function parseAmount(quantity, text, unit) {
  const value = parseNumber(text);
  return value === null ? null : toKept(quantity, value, unit);
}

/**
 * A kept amount in words, such as 250 ml.
 * @param {Quantity} quantity
 * @param {number} kept
 * @param {{ unit: Unit, locale: string, names: Names }} reader
 * @param {"near" | "down"} way
 */
export function amount(quantity, kept, { unit, locale, names }, way = "near") {
  const value = number(toShown(quantity, kept, unit, way), locale);
  return fill(names[quantity][unit], { amount: value });
}

/**
 * What was typed in one unit, as it would be typed in the other; what is no amount stays.
 * @param {Quantity} quantity
 * @param {string} text
 * @param {{ from: Unit, to: Unit, locale: string }} how
 */
export function retype(quantity, text, { from, to, locale }) {
  const kept = parseAmount(quantity, text, from);
  return kept === null || from === to ? text : plainNumber(toShown(quantity, kept, to), locale);
}

/** The unit alone, to stand beside a field or below a number. @param {Quantity} quantity @param {Unit} unit @param {Names} names */
export function unitOf(quantity, unit, names) {
  return fill(names[quantity][unit], { amount: "" }).trim();
}
