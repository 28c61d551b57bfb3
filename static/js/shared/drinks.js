// The drinks that this device keeps, beside its sessions and in the same way; and whether they were
// more within an hour than this app lets stand.

import { dayOf } from "./days.js";
import { fits, isAmount, isMoment } from "./shapes.js";
import { ask, deviceShelf, done } from "./shelf.js";
import { DAY_MS, HOUR_MS } from "./time.js";

/** ml within an hour, above which the page about drinking too much comes (product safety rule 5). */
export const MOST_ML = 800;

const DRINK = "drink";
export const KINDS = /** @type {const} */ (["water", "electrolyte", "other"]);

/**
 * @typedef {typeof KINDS[number]} Kind
 * @typedef {{ ml: number, kind: Kind, sodium: number | null }} Portion `sodium` in mg per litre, null
 *   where nobody has said
 * @typedef {Portion & { id: number, at: number }} Drink `at` when it was drunk, in milliseconds as of
 *   `Date.now()`; of `id` there is no other
 * @typedef {{ ml: number, from: number, to: number }} Span
 */

const PORTION = {
  ml: (/** @type {unknown} */ value) => isAmount(value) && Number(value) > 0,
  kind: (/** @type {any} */ value) => KINDS.includes(value),
  sodium: (/** @type {unknown} */ value) => value === null || isAmount(value),
};
const DRINK_SHAPE = { ...PORTION, id: isMoment, at: isMoment };

/**
 * Keeps a drink, in place of the one with the same id.
 * @param {Drink} drink
 * @returns {Promise<boolean>} whether it is kept
 */
export async function keepDrink(drink, shelf = DEVICE) {
  return isDrink(drink) && done(() => shelf.set([DRINK, drink.id], drink));
}

/**
 * @param {number} id
 * @returns {Promise<boolean>} whether there is none of this id any longer
 */
export async function dropDrink(id, shelf = DEVICE) {
  return done(() => shelf.del([DRINK, id]));
}

/** @returns {Promise<Drink[] | null>} the last drunk first; null where the device could not be read */
export async function allDrinks(shelf = DEVICE) {
  const found = await ask(() => shelf.all(), null);
  return (
    found && found.filter(isDrink).sort((one, other) => other.at - one.at || other.id - one.id)
  );
}

/**
 * A moment that no drink has as its id yet.
 * @param {number} now
 * @param {Drink[]} drinks
 */
export function freshId(now, drinks) {
  const taken = new Set(drinks.map(({ id }) => id));
  let id = now;
  while (taken.has(id)) {
    id += 1;
  }
  return id;
}

/** @param {Portion[]} drinks in ml */
export function total(drinks) {
  return drinks.reduce((sum, { ml }) => sum + ml, 0);
}

/** Of the day of a moment, by the calendar of the device. @param {Drink[]} drinks @param {number} moment */
export function onDay(drinks, moment) {
  return drinks.filter(({ at }) => dayOf(at) === dayOf(moment));
}

/**
 * The last hour of the past day, because the signs may come up to a day later (H11), in which more was drunk than this app lets stand; null if none.
 * @param {Drink[]} drinks
 * @param {number} now
 * @returns {Span | null}
 */
export function tooMuch(drinks, now) {
  const recent = drinks
    .filter(({ at }) => now - at <= DAY_MS)
    .sort((one, other) => other.at - one.at);
  for (const { at: to } of recent) {
    // An hour that ends within the day may have begun before it.
    const within = drinks.filter(({ at }) => at <= to && to - at < HOUR_MS);
    if (total(within) > MOST_ML) {
      return { ml: total(within), from: Math.min(...within.map(({ at }) => at)), to };
    }
  }
  return null;
}

/** @param {unknown} found @returns {found is Portion} */
export function isPortion(found) {
  return fits(found, PORTION);
}

/** @param {unknown} found @returns {found is Drink} */
export function isDrink(found) {
  return fits(found, DRINK_SHAPE);
}

const DEVICE = deviceShelf(DRINK);
