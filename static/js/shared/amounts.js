// Amounts in the reader's units: kept in ml, kg and degrees Celsius, shown and typed in either.

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

/** From what is kept to what is shown, and the decimals it is shown with. */
const SHOWN = {
  volume: { metric: [(/** @type {number} */ ml) => ml, 0], us: [ounces, 1] }, // ml
  litres: {
    metric: [(/** @type {number} */ litres) => litres, 2],
    us: [(/** @type {number} */ litres) => ounces(1000 * litres), 1],
  },
  weight: {
    metric: [(/** @type {number} */ kg) => kg, 1],
    us: [(/** @type {number} */ kg) => kg / POUND_KG, 1],
  },
  degrees: {
    metric: [(/** @type {number} */ celsius) => celsius, 1],
    us: [(/** @type {number} */ celsius) => (celsius * 9) / 5 + 32, 1],
  },
};

/** From what is typed to what is kept. */
const KEPT = {
  volume: (/** @type {number} */ shown, /** @type {Unit} */ unit) =>
    unit === "us" ? shown * OUNCE_ML : shown,
  litres: (/** @type {number} */ shown, /** @type {Unit} */ unit) =>
    unit === "us" ? (shown * OUNCE_ML) / 1000 : shown,
  weight: (/** @type {number} */ shown, /** @type {Unit} */ unit) =>
    unit === "us" ? shown * POUND_KG : shown,
  degrees: (/** @type {number} */ shown, /** @type {Unit} */ unit) =>
    unit === "us" ? ((shown - 32) * 5) / 9 : shown,
};

/** @param {number} ml */
function ounces(ml) {
  return ml / OUNCE_ML;
}

/**
 * A kept amount as a number in the reader's unit, rounded as it is shown.
 * @param {Quantity} quantity
 * @param {number} kept
 * @param {Unit} unit
 * @param {"near" | "down"} way what must not be exceeded is rounded down
 */
export function toShown(quantity, kept, unit, way = "near") {
  const [convert, decimals] = SHOWN[quantity][unit];
  const value = /** @type {(kept: number) => number} */ (convert)(kept);
  const scale = 10 ** Number(decimals);
  const rounded = way === "down" ? Math.floor(value * scale + 1e-6) : Math.round(value * scale);
  return rounded / scale;
}

/** @param {Quantity} quantity @param {number} shown @param {Unit} unit */
export function toKept(quantity, shown, unit) {
  return KEPT[quantity](shown, unit);
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
