// Whether amounts and plans of drinks are open: they are closed where a doctor decides first, and as
// long as nobody has said that none of this applies (product safety rule 5).

import { conditions } from "./conditions.js";
import { record } from "./screen.js";
import { write } from "./store.js";

const KEY = "limber.drinks";
// Health changes: after so long it is asked again.
const FRESH_MS = 90 * 24 * 3600 * 1000;

/**
 * @typedef {import("./screen.js").Store} Store
 * @typedef {"ask" | "open" | "closed"} Access
 */

/**
 * @param {Store} store
 * @param {string[]} closing the conditions with which a doctor decides first
 * @param {number} now
 * @returns {Access}
 */
export function access(store, closing, now) {
  const { answer, at } = record(KEY, store);
  if (answer === "yes" || conditions(store).some((each) => closing.includes(each))) {
    return "closed";
  }
  const isFresh = Number.isFinite(at) && at <= now && now - at < FRESH_MS;
  return answer === "none" && isFresh ? "open" : "ask";
}

/** Until when amounts are open, 0 where they are not. @param {Store} store @param {string[]} closing @param {number} now */
export function openUntil(store, closing, now) {
  return access(store, closing, now) === "open" ? record(KEY, store).at + FRESH_MS : 0;
}

/** Whether somebody has said themselves that a doctor decides first. @param {Store} store */
export function isAnswered(store) {
  return record(KEY, store).answer === "yes";
}

/**
 * @param {"none" | "yes" | null} answer null to be asked again
 * @param {Store} store
 * @param {number} now
 * @returns {boolean} whether it could be kept
 */
export function keepAnswer(answer, store, now) {
  return write(store, KEY, JSON.stringify({ ...record(KEY, store), answer, at: now }));
}

/** ml a day that a clinician has set; null where nobody has said. @param {Store} store */
export function clinicianLimit(store) {
  const { limit } = record(KEY, store);
  return Number.isFinite(limit) && limit > 0 ? Number(limit) : null;
}

/** @param {number | null} ml @param {Store} store @returns {boolean} whether it could be kept */
export function keepLimit(ml, store) {
  return write(store, KEY, JSON.stringify({ ...record(KEY, store), limit: ml }));
}
