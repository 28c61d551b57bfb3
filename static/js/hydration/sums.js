// The arithmetic of sweat and drinks, as evidence §5 has it. 1 kg lost is taken as 1 L of sweat.
// Nothing here is shown as it is: what a person sees of a ceiling stands in ceiling.js.

import { MOST_ML } from "../shared/drinks.js";

/**
 * @typedef {object} Weighing one session between two weighings, nude and dry
 * @property {number} before kg
 * @property {number} after kg
 * @property {number} drunk L
 * @property {number} passed L of urine
 * @property {number} food kg eaten
 * @property {number} hours
 * @typedef {"measurement" | "overdrink" | "dehydration" | "shorten"} Finding
 */

/** L/h above which nobody drinks by this app, whatever they lose: our own choice (evidence §5). */
export const MOST_AN_HOUR = MOST_ML / 1000;
/** Below this a session is too short for a scale of 0.1 kg (evidence §5). */
export const SHORTEST_MINUTES = 45;
/** L by which two weighings on a scale of 0.1 kg may be wrong (evidence §5). */
export const WEIGHING_ERROR = 0.2;
/** Percent of body weight that are not to be lost (H1), and from which no amount is named any more. */
export const MOST_LOST_PERCENT = 2;
export const WITHHELD_PERCENT = 3;
/** A next session within so many hours asks for fast recovery (H1). */
export const SOON_HOURS = 12;

/** L/h, more than anybody was ever measured to sweat (H4): it is a mistake in measuring. */
const MOST_MEASURED = 5.73;
const LEAST_LOST_PERCENT = 1;
const REPLACED = /** @type {const} */ ([1.25, 1.5]); // L per kg lost (H1)
const EARLY_ML = /** @type {const} */ ([5, 7]); // per kg, 4 hours before and earlier (H1)
const LATE_ML = /** @type {const} */ ([3, 5]); // per kg, about 2 hours before, if urine is dark or absent
const SODIUM_MG = 23; // in one mmol
const SALT_IN_SODIUM = 2.54; // grams of salt that hold one gram of sodium
/** Decimals of weights are not exact in a computer. */
export const TINY = 1e-9;

/** L sweated; zero or less means that something was measured wrongly. @param {Weighing} weighing */
export function sweat({ before, after, drunk, passed, food }) {
  return before - after + drunk - passed + food;
}

/** Whether a weighing can be right: some sweat, and no more than anybody has. @param {Weighing} weighing */
export function isSweat(weighing) {
  return sweat(weighing) > TINY && sweatRate(weighing) <= MOST_MEASURED + TINY;
}

/** L sweated in an hour. @param {Weighing} weighing */
export function sweatRate(weighing) {
  return sweat(weighing) / weighing.hours;
}

/** Percent of body weight lost; negative after a gain. @param {Weighing} weighing */
export function lossPercent({ before, after }) {
  return (100 * (before - after)) / before;
}

/** L/h as the raw formula has it, never shown. @param {number} rate L/h */
export function ceiling(rate) {
  return Math.max(0, Math.min(rate, MOST_AN_HOUR));
}

/**
 * L/h that would keep the loss at two percent; may be below zero, or more than anybody may drink.
 * @param {number} rate L/h
 * @param {number} kg before the session
 * @param {number} hours of it
 */
export function rawFloor(rate, kg, hours) {
  return rate - ((MOST_LOST_PERCENT / 100) * kg) / hours;
}

/** The same, never below zero nor above the ceiling. @param {number} rate @param {number} kg @param {number} hours */
export function floor(rate, kg, hours) {
  return Math.min(ceiling(rate), Math.max(0, rawFloor(rate, kg, hours)));
}

/**
 * What a weighing shows, in the order in which it counts: a wrong measurement says nothing else.
 * @param {Weighing} weighing
 * @returns {Finding[]}
 */
export function findings(weighing) {
  if (!isSweat(weighing)) {
    return ["measurement"];
  }
  if (lossPercent(weighing) < -TINY) {
    return ["overdrink"];
  }
  /** @type {Finding[]} */
  const found = [];
  if (lossPercent(weighing) > MOST_LOST_PERCENT + TINY) {
    found.push("dehydration");
  }
  if (rawFloor(sweatRate(weighing), weighing.before, weighing.hours) > MOST_AN_HOUR + TINY) {
    found.push("shorten");
  }
  return found;
}

/** Whether more was drunk within some hour than this app lets stand. @param {Weighing} weighing */
export function drankTooFast({ drunk, hours }) {
  return drunk > MOST_AN_HOUR * Math.max(1, hours) + TINY;
}

/**
 * L to drink after a session with the next one soon, from and to; null where none is named.
 * @param {Weighing} weighing
 * @returns {[number, number] | null}
 */
export function afterwards(weighing) {
  const percent = lossPercent(weighing);
  const isNamed = percent >= LEAST_LOST_PERCENT - TINY && percent <= WITHHELD_PERCENT + TINY;
  if (!isNamed || !isSweat(weighing)) {
    return null;
  }
  const lost = weighing.before - weighing.after;
  return [REPLACED[0] * lost, REPLACED[1] * lost];
}

/**
 * ml before a session, from and to: early enough, and later only where urine is dark or absent.
 * @param {number} kg
 * @returns {{ early: [number, number], late: [number, number] }}
 */
export function beforehand(kg) {
  return {
    early: [EARLY_ML[0] * kg, EARLY_ML[1] * kg],
    late: [LATE_ML[0] * kg, LATE_ML[1] * kg],
  };
}

/** mg of sodium in a litre. @param {number} mmol in a litre */
export function sodiumMg(mmol) {
  return SODIUM_MG * mmol;
}

/** mg of sodium lost with sweat in an hour: to be known, not to be taken in. @param {number} rate L/h @param {number} mmol in a litre of sweat */
export function sodiumLoss(rate, mmol) {
  return rate * sodiumMg(mmol);
}

/** g of sodium in so many g of salt. @param {number} salt g */
export function sodiumOf(salt) {
  return salt / SALT_IN_SODIUM;
}

/** mg of sodium in a litre of a drink. @param {number} mg in the portion of its label @param {number} ml that the portion makes */
export function dilution(mg, ml) {
  return (1000 * mg) / ml;
}
