// Where a session stands, computed from when it ends and never from counted ticks.

import { totalSeconds } from "./timeline.js";

/** @typedef {import("./timeline.js").Phase} Phase */

// Within these first seconds of a step, "back" means the step before.
const BACK_SECONDS = 3;
// The last moment of a phase that waits for the person.
const BEFORE_END = 0.001;
// Slower paces give thirds of seconds, whose sums are not exact.
const ROUNDING = 1e-6;

/**
 * The phase at a time, and the seconds left of it; null once the session is over.
 * @param {Phase[]} phases
 * @param {number} elapsed seconds since the start of the session
 */
export function at(phases, elapsed) {
  const now = Math.max(0, elapsed) + ROUNDING;
  const phase = phases.findLast(({ start }) => start <= now);
  if (!phase || now >= totalSeconds(phases)) {
    return null;
  }
  return { phase, left: phase.start + phase.seconds - Math.max(phase.start, elapsed) };
}

/**
 * A clock that is never set back: what a phone corrects by going back, it makes up for.
 * @param {() => number} read milliseconds
 */
export function steady(read = Date.now) {
  let last = read();
  let ahead = 0;
  return () => {
    const now = read();
    ahead += Math.max(0, last - now);
    last = now;
    return now + ahead;
  };
}

/**
 * A running or paused session. Times are milliseconds as of `Date.now()`, so a phone that slept
 * comes back to the right phase; a phase that waits for the person is not passed.
 */
export class Clock {
  #phases;
  #total;
  /** Seconds that are not passed without the person. */
  #limit = 0;
  /** When the session ends, while it runs. */
  #endsAt = 0;
  /** Milliseconds to go, while it is paused. */
  #left = 0;
  #running = false;

  /** @param {Phase[]} phases */
  constructor(phases) {
    this.#phases = phases;
    this.#total = totalSeconds(phases);
    this.seek(0, 0);
  }

  get running() {
    return this.#running;
  }

  /** @param {number} now */
  elapsed(now) {
    return Math.min(this.#limit, this.waited(now));
  }

  /** As if no phase waited: how long a figure has moved. @param {number} now */
  waited(now) {
    return this.#total - this.#toGo(now) / 1000;
  }

  /** @param {number} now @returns {number} seconds to the end, never below 0 */
  left(now) {
    return Math.max(0, this.#total - this.elapsed(now));
  }

  /** @param {number} now */
  run(now) {
    this.#endsAt = now + this.#toGo(now);
    this.#running = true;
  }

  /** @param {number} now */
  pause(now) {
    this.seek(now, this.elapsed(now));
    this.#running = false;
  }

  /** @param {number} now @param {number} elapsed seconds from which it goes on */
  seek(now, elapsed) {
    const waiting = this.#phases.find(
      ({ waits, start, seconds }) => waits && start + seconds > elapsed,
    );
    this.#limit = waiting ? waiting.start + waiting.seconds - BEFORE_END : Infinity;
    this.#left = (this.#total - elapsed) * 1000;
    this.#endsAt = now + this.#left;
  }

  /** Another plan, from a place in it; running or paused as before. @param {Phase[]} phases @param {number} now @param {number} elapsed seconds */
  replace(phases, now, elapsed) {
    this.#phases = phases;
    this.#total = totalSeconds(phases);
    this.seek(now, elapsed);
  }

  /** To the end of a phase that waits for the person. @param {number} now */
  done(now) {
    const moment = at(this.#phases, this.elapsed(now));
    if (moment?.phase.waits) {
      this.seek(now, moment.phase.start + moment.phase.seconds);
    }
  }

  /** To the start of the next step; from the last one to the end. @param {number} now */
  skip(now) {
    const next = this.#steps().find((start) => start > this.elapsed(now));
    this.seek(now, next ?? this.#total);
  }

  /** To the start of this step, or of the one before when it has only just begun. @param {number} now */
  back(now) {
    const before = this.elapsed(now) - BACK_SECONDS;
    this.seek(now, this.#steps().findLast((start) => start <= before) ?? 0);
  }

  #steps() {
    return this.#phases.filter(({ kind }) => kind === "ready").map(({ start }) => start);
  }

  /** @param {number} now */
  #toGo(now) {
    return this.#running ? this.#endsAt - now : this.#left;
  }
}
