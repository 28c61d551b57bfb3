// The plan as it was made on this device: of what day, for which session; and what stood in its form.

import { dayOf } from "../../shared/days.js";
import { record } from "../../shared/screen.js";
import { write } from "../../shared/store.js";
import { SESSIONS } from "../../shared/sweat_tests.js";

const KEY = "limber.drinks-plan";

/**
 * @typedef {import("../../shared/screen.js").Store} Store
 * @typedef {import("../ceiling.js").Day} Day
 */

/** @param {Store} store @param {number} now @returns {Day | null} the one of this day */
export function planOf(store, now) {
  const { day, kind, celsius } = record(KEY, store);
  const isToday = day === dayOf(now);
  const isPlan = SESSIONS.includes(kind) && Number.isFinite(celsius);
  return isToday && isPlan ? { kind, celsius } : null;
}

/**
 * What was typed, as it stood; the temperature only on its day, because tomorrow's water is another.
 * @param {Store} store
 * @param {number} now
 * @returns {Record<string, string>}
 */
export function typedPlan(store, now) {
  const { day, typed } = record(KEY, store);
  const isToday = day === dayOf(now);
  return Object.fromEntries(
    Object.entries(typed && typeof typed === "object" ? typed : {}).filter(
      ([name, value]) => typeof value === "string" && (isToday || name !== "degrees"),
    ),
  );
}

/**
 * @param {{ plan: Day | null, typed: Record<string, string> }} what no plan where something is missing
 * @param {Store} store
 * @param {number} now
 * @returns {boolean} whether it could be kept
 */
export function keepPlan({ plan, typed }, store, now) {
  const day = dayOf(now);
  return write(store, KEY, JSON.stringify({ ...(plan ?? {}), day, typed }));
}
