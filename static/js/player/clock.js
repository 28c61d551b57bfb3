// Where a session stands, computed from when it ends and never from counted ticks.

import { totalSeconds } from "./timeline.js";

/** @typedef {import("./timeline.js").Phase} Phase */

// Within these first seconds of a step, "back" means the step before.
const BACK_SECONDS = 3;

/**
 * The phase at a time, and the seconds left of it; null once the session is over.
 * @param {Phase[]} phases
 * @param {number} elapsed seconds since the start of the session
 */
export function at(phases, elapsed) {
  const phase = phases.findLast(({ start }) => start <= Math.max(0, elapsed));
  if (!phase || elapsed >= totalSeconds(phases)) {
    return null;
  }
  return { phase, left: phase.start + phase.seconds - Math.max(0, elapsed) };
}

/**
 * A running or paused session. Times are milliseconds as of `Date.now()`, so a phone that slept
 * comes back to the right phase.
 */
export class Clock {
  #phases;
  #total;
  /** When the session ends, while it runs. */
  #endsAt = 0;
  /** Milliseconds to go, while it is paused. */
  #left = 0;
  #running = false;

  /** @param {Phase[]} phases */
  constructor(phases) {
    this.#phases = phases;
    this.#total = totalSeconds(phases) * 1000;
    this.#left = this.#total;
  }

  get running() {
    return this.#running;
  }

  /** @param {number} now */
  elapsed(now) {
    return (this.#total - this.#toGo(now)) / 1000;
  }

  /** @param {number} now @returns {number} seconds to the end, never below 0 */
  left(now) {
    return Math.max(0, this.#toGo(now)) / 1000;
  }

  /** @param {number} now */
  run(now) {
    this.#endsAt = now + this.#toGo(now);
    this.#running = true;
  }

  /** @param {number} now */
  pause(now) {
    this.#left = this.#toGo(now);
    this.#running = false;
  }

  /** @param {number} now @param {number} elapsed seconds from which it goes on */
  restart(now, elapsed = 0) {
    this.#seek(elapsed, now);
    this.run(now);
  }

  /** To the start of the next step; from the last one to the end. @param {number} now */
  skip(now) {
    const next = this.#steps().find((start) => start > this.elapsed(now));
    this.#seek(next ?? this.#total / 1000, now);
  }

  /** To the start of this step, or of the one before when it has only just begun. @param {number} now */
  back(now) {
    const before = this.elapsed(now) - BACK_SECONDS;
    this.#seek(this.#steps().findLast((start) => start <= before) ?? 0, now);
  }

  #steps() {
    return this.#phases.filter(({ kind }) => kind === "ready").map(({ start }) => start);
  }

  /** @param {number} now */
  #toGo(now) {
    return this.#running ? this.#endsAt - now : this.#left;
  }

  /** @param {number} elapsed seconds @param {number} now */
  #seek(elapsed, now) {
    this.#left = this.#total - elapsed * 1000;
    this.#endsAt = now + this.#left;
  }
}
