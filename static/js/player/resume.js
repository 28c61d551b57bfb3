// Where a session was when the page went away: kept at each phase, so that nobody begins again.

import { write } from "../shared/store.js";

/**
 * @typedef {import("../shared/screen.js").Store} Store
 * @typedef {import("./timeline.js").Phase} Phase
 * @typedef {{ begun: number, seconds: number, moving: number, before: number | null }} Tally when it
 *   was begun, in milliseconds as of `Date.now()`; seconds that passed, and those of movement that
 *   somebody was led through; pain before it, from 0 to 10
 * @typedef {Tally & {
 *   address: string, plan: string, elapsed: number, step: number, at: number
 * }} Kept `elapsed` in seconds, `step` from 0, `at` in milliseconds as of `Date.now()`
 */

const KEY = "limber.session";
// After that nobody goes on with a session: muscles are cold again.
const STALE_MS = 2 * 3600 * 1000;

/** The same plan is offered again, another is not: seconds of it would mean another step. @param {Phase[]} phases */
function planOf(phases) {
  return phases.map(({ kind, seconds }) => `${kind[0]}${Math.round(seconds)}`).join("");
}

/** What one page keeps of its session, and offers to go on with. */
export class Memory {
  #store;
  #session;
  #now;
  #may = true;

  /** @param {Store} store @param {string} address of the page, the same in every language */
  constructor(store, address, now = Date.now) {
    this.#store = store;
    this.#session = { address, plan: "" };
    this.#now = now;
  }

  /** Only who may run a session keeps it: another tab's must not be lost. @param {boolean} may */
  hold(may) {
    this.#may = may;
  }

  /** Another plan than the one that the page came with. @param {Phase[]} phases */
  plan(phases) {
    this.#session = { ...this.#session, plan: planOf(phases) };
  }

  /** @param {number} elapsed seconds @param {number} step @param {Tally} tally */
  keep(elapsed, step, tally) {
    if (this.#may) {
      const where = { ...this.#session, ...tally, elapsed, step, at: this.#now() };
      // A browser that keeps nothing leads on all the same: only the offer to go on is lost.
      write(this.#store, KEY, JSON.stringify(where));
    }
  }

  forget() {
    if (this.#may) {
      write(this.#store, KEY, "");
    }
  }

  kept() {
    return kept(this.#store, { ...this.#session, at: this.#now() });
  }
}

/**
 * What may be gone on with on this page now; null where there is nothing.
 * @param {Store} store
 * @param {Pick<Kept, "address" | "plan" | "at">} now
 * @returns {Kept | null}
 */
function kept(store, now) {
  const where = read(store);
  const same = where?.address === now.address && where.plan === now.plan;
  const age = now.at - (where?.at ?? 0);
  return where && same && where.elapsed > 0 && age >= 0 && age < STALE_MS ? where : null;
}

/** @param {Store} store @returns {Kept | null} */
function read(store) {
  try {
    const where = JSON.parse(store.getItem(KEY) || "null");
    return isKept(where) ? where : null;
  } catch {
    return null;
  }
}

/** @param {any} where @returns {where is Kept} */
function isKept(where) {
  const { elapsed, begun, seconds, moving, before, step } = where ?? {};
  const numbers = [elapsed, begun, seconds, moving, before ?? 0];
  return numbers.every(Number.isFinite) && Number.isInteger(step);
}
