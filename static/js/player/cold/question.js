// Whether somebody is cold: until they have said No, a massage neither starts nor goes on.

import { heedCold, rewarmingSince } from "../../shared/rewarming.js";

/** @typedef {import("../../shared/screen.js").Store} Store */

// As long as the answers before cold or heat: after that a page that was left open asks again.
const LASTS_MS = 10 * 60_000;

export class ColdQuestion {
  #part;
  #store;
  #now;
  #place;
  /** When a No was said, or last seen to hold; null until there is one. @type {number | null} */
  #heard = null;

  /** @param {(name: string) => HTMLElement} part @param {Store} store @param {{ now?: () => number, place?: Pick<Location, "reload"> }} edge */
  constructor(part, store, { now = Date.now, place = location } = {}) {
    this.#part = part;
    this.#store = store;
    this.#now = now;
    this.#place = place;
    heedCold(part("cold-question"), store);
    part("not-cold").addEventListener("click", () => this.#no());
    this.show();
  }

  /** Asked of every start, go-on, again and undo; where it is a no, the question stands open. */
  mayGo() {
    if (this.#isRunning && !this.#isWarming) {
      // Whoever is led has not been in the water: a pause counts from here.
      this.#heard &&= this.#now();
      return true;
    }
    const may = this.#isAnswered;
    if (!may) {
      this.#ask();
    }
    return may;
  }

  /** Seen again, or left: an answer is of its moment, but nothing that runs is held up. */
  forget() {
    if (!this.#isRunning) {
      this.#heard = null;
      this.show();
    }
  }

  /** As things are; another page may have been told that somebody is cold, or warm. */
  show() {
    const isWarming = this.#isWarming;
    if (isWarming) {
      this.#heard = null; // it was said before the cold
    }
    this.#part("warming").hidden = !isWarming;
    this.#part("not-cold").hidden = isWarming;
    this.#part("cold-question").hidden = this.#isAnswered;
  }

  #ask() {
    this.#heard = null;
    this.show();
    if (this.#part("done").hidden) {
      // Only when the player has gone back to its start is the question to be seen.
      queueMicrotask(() => this.#part("cold-heading").focus());
    } else {
      // The page of a session that is over has no question: it begins anew.
      this.#place.reload();
    }
  }

  #no() {
    this.#heard = this.#now();
    this.show();
    if (this.#isAnswered) {
      const { hidden } = this.#part("resume");
      this.#part(hidden ? "begin" : "resume").focus();
    }
  }

  get #isWarming() {
    return rewarmingSince(this.#store, this.#now()) !== null;
  }

  get #isAnswered() {
    const age = this.#now() - (this.#heard ?? -Infinity);
    return age >= 0 && age < LASTS_MS && !this.#isWarming;
  }

  /** By itself: neither paused nor waiting for a tap, which may be that of somebody who was away. */
  get #isRunning() {
    const [run, paused, tap] = ["run", "pause-icon", "tap"].map((name) => this.#part(name));
    return !run.hidden && !paused.hidden && tap.hidden;
  }
}
