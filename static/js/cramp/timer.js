// Ten minutes on land, then help. It counts from a stored start, so that an app switch, a reload or a
// phone that slept does not make them longer.

import { left } from "../shared/countdown.js";
import { clock } from "../shared/numbers.js";
import { read, write } from "../shared/store.js";

const KEY = "limber.cramp";
const TICK_MS = 250;
// After so long it is another cramp.
const STALE_MS = 3600 * 1000;

/**
 * @typedef {import("../shared/screen.js").Store} Store
 * @typedef {{ locale: string, seconds: number, words: Record<string, string> }} Guide
 * @typedef {{
 *   store: Store, loosened: () => void,
 *   wakeLock: { hold(): unknown, release(): unknown },
 *   caller: { unlock(): void, call(call: "end"): void },
 * }} Edge
 */

/**
 * Since when the timer runs, null where it does not.
 * @param {Store} store
 * @param {number} now in milliseconds as of `Date.now()`
 */
export function startedAt(store, now) {
  const at = Number(read(store, KEY) || 0);
  return at && now >= at && now - at < STALE_MS ? at : null;
}

export class Timer {
  #page;
  #guide;
  #edge;
  #now;
  #isOver = false;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #ticking;

  /** @param {ParentNode} page @param {Guide} guide @param {Edge} edge */
  constructor(page, guide, edge, now = Date.now) {
    this.#page = page;
    this.#guide = guide;
    this.#edge = edge;
    this.#now = now;
    this.#part("timer").hidden = false;
    this.#part("unscripted").hidden = true;
    this.#part("start").addEventListener("click", () => this.#start());
    this.#part("loosened").addEventListener("click", () => this.#stop());
    if (startedAt(edge.store, now())) {
      this.#run();
    }
  }

  #start() {
    this.#edge.caller.unlock();
    write(this.#edge.store, KEY, String(this.#now()));
    this.#run(this.#now());
  }

  #run(started = startedAt(this.#edge.store, this.#now()) ?? this.#now()) {
    this.#isOver = false;
    this.#part("start").hidden = true;
    this.#part("running").hidden = false;
    this.#edge.wakeLock.hold();
    this.#ticking = setInterval(() => this.#tick(started), TICK_MS);
    this.#tick(started);
  }

  /** @param {number} started */
  #tick(started) {
    const seconds = left(started, this.#now(), this.#guide.seconds);
    this.#part("clock").textContent = clock(seconds, this.#guide.locale);
    if (!seconds && !this.#isOver) {
      this.#isOver = true;
      this.#part("over").textContent = this.#guide.words.over;
      this.#edge.caller.call("end");
      this.#end();
    }
  }

  #end() {
    clearInterval(this.#ticking);
    this.#edge.wakeLock.release();
  }

  #stop() {
    this.#end();
    write(this.#edge.store, KEY, "");
    this.#part("running").hidden = true;
    this.#part("start").hidden = false;
    this.#part("over").textContent = "";
    this.#edge.loosened();
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.#page.querySelector(`[data-${name}]`));
  }
}
