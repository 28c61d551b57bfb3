// A person's own sizes: what one tap logs, with its kind and the sodium of its label.

import { OUNCE_ML } from "./amounts.js";
import { isPortion } from "./drinks.js";
import { record } from "./screen.js";
import { write } from "./store.js";

const KEY = "limber.portions";
/** A cup, a glass, a bottle, in ml. */
const FIRST = { metric: [150, 250, 500], us: [5, 8, 16].map((each) => each * OUNCE_ML) };

/**
 * @typedef {import("./screen.js").Store} Store
 * @typedef {import("./drinks.js").Portion} Portion
 */

/** @param {Store} store @param {"metric" | "us"} unit @returns {Portion[]} three */
export function portions(store, unit) {
  const { own } = record(KEY, store);
  const isWhole = Array.isArray(own) && own.length === FIRST.metric.length && own.every(isPortion);
  return isWhole ? own : FIRST[unit].map((ml) => ({ ml, kind: "water", sodium: null }));
}

/** @param {Portion[]} own @param {Store} store @returns {boolean} whether they could be kept */
export function keepPortions(own, store) {
  return write(store, KEY, JSON.stringify({ own }));
}
