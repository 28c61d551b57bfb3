// Where a session was when the page went away: kept at each phase, so that nobody begins again.

/**
 * @typedef {import("../shared/screen.js").Store} Store
 * @typedef {import("./timeline.js").Phase} Phase
 * @typedef {{ address: string, plan: string, elapsed: number, step: number, at: number }} Kept
 *   `elapsed` in seconds, `step` from 0, `at` in milliseconds as of `Date.now()`
 */

const KEY = "limber.session";
// After that nobody goes on with a session: muscles are cold again.
const STALE_MS = 2 * 3600 * 1000;

/** The same plan is offered again, another is not: seconds of it would mean another step. @param {Phase[]} phases */
export function planOf(phases) {
  return phases.map(({ kind, seconds }) => `${kind[0]}${seconds}`).join("");
}

/** What one page keeps of its session, and offers to go on with. */
export class Memory {
  #store;
  #session;
  #now;

  /** @param {Store} store @param {{ address: string, plan: string }} session */
  constructor(store, session, now = Date.now) {
    this.#store = store;
    this.#session = session;
    this.#now = now;
  }

  /** @param {Phase} phase that has just begun */
  keep({ start, step }) {
    keep(this.#store, { ...this.#session, elapsed: start, step, at: this.#now() });
  }

  forget() {
    forget(this.#store);
  }

  kept() {
    return kept(this.#store, { ...this.#session, at: this.#now() });
  }
}

/** A browser that keeps nothing leads on all the same. @param {Store} store @param {Kept} where */
function keep(store, where) {
  try {
    store.setItem(KEY, JSON.stringify(where));
  } catch {
    // Nothing to do: only the offer to go on is lost.
  }
}

/** @param {Store} store */
function forget(store) {
  try {
    store.setItem(KEY, "");
  } catch {
    // As above.
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
    return Number.isFinite(where?.elapsed) && Number.isInteger(where?.step) ? where : null;
  } catch {
    return null;
  }
}
