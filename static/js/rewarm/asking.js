// Waits ten minutes from a stored moment, then asks; what is not warm waits and is asked again.

import { left } from "../shared/countdown.js";
import { clock } from "../shared/numbers.js";
import { beginRewarming, endRewarming, rewarmingSince } from "../shared/rewarming.js";
import { endSwim } from "../shared/swimming.js";

const TICK_MS = 250;

/**
 * @typedef {import("../shared/screen.js").Store} Store
 * @typedef {{ locale: string, seconds: number, words: { ask: string } }} Guide
 * @typedef {{
 *   store: Store,
 *   wakeLock: { hold(): unknown, release(): unknown },
 *   caller: { unlock(): void, call(call: "end"): void },
 * }} Edge
 */

export class Asking {
  #page;
  #guide;
  #edge;
  #now;
  #heading;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #ticking;
  /** Where the browser keeps nothing it is known until the page is left. @type {number | null} */
  #unkept = null;

  /** @param {ParentNode} page @param {Guide} guide @param {Edge} edge */
  constructor(page, guide, edge, now = Date.now) {
    this.#page = page;
    this.#guide = guide;
    this.#edge = edge;
    this.#now = now;
    this.#heading = this.#part("again").textContent;
    this.#on("begin", () => this.#begin());
    this.#on("mistake", () => this.#end());
    this.#on("warm", () => this.#warm());
    this.#on("still-cold", () => this.#stillCold());
    this.#part("dock").hidden = false;
    this.#answer(null);
    this.#follow();
  }

  /** What another tab has changed, or time behind another page. */
  watch() {
    addEventListener("pageshow", ({ persisted }) => persisted && this.#follow());
    addEventListener("storage", () => this.#follow());
  }

  /** Waits if somebody is getting warm, otherwise offers to. */
  #follow() {
    clearInterval(this.#ticking);
    const since = rewarmingSince(this.#edge.store, this.#now()) ?? this.#unkept;
    this.#part("not-kept").hidden = this.#unkept === null;
    this.#show(since === null ? "begin" : "waiting");
    if (since !== null) {
      this.#edge.wakeLock.hold();
      this.#ticking = setInterval(() => this.#tick(since, true), TICK_MS);
      this.#tick(since, false);
    }
  }

  /** @param {number} since @param {boolean} wasShown nobody is called who has just opened the page */
  #tick(since, wasShown) {
    const seconds = left(since, this.#now(), this.#guide.seconds);
    this.#part("clock").textContent = clock(seconds, this.#guide.locale);
    if (seconds === 0) {
      clearInterval(this.#ticking);
      this.#edge.wakeLock.release();
      this.#show("asking");
      if (wasShown) {
        this.#edge.caller.call("end");
        this.#part("rewarming").focus();
      }
    }
  }

  #begin() {
    this.#edge.caller.unlock();
    const now = this.#now();
    this.#unkept = beginRewarming(this.#edge.store, now) ? null : now;
    endSwim(this.#edge.store, now);
    this.#answer(null);
    this.#follow();
  }

  #end() {
    endRewarming(this.#edge.store);
    this.#unkept = null;
    this.#edge.wakeLock.release();
    this.#follow();
  }

  #warm() {
    this.#end();
    this.#answer("warm");
  }

  #stillCold() {
    this.#begin();
    this.#answer("still-cold");
  }

  /** @param {"begin" | "waiting" | "asking"} shown one of three takes the place of the others */
  #show(shown) {
    for (const name of ["begin", "waiting", "asking"]) {
      this.#part(name).hidden = name !== shown;
    }
    this.#part("to-answers").hidden = shown !== "asking";
    this.#part("rewarming").hidden = shown !== "asking" && !this.#isAnswered;
    this.#part("again").textContent = shown === "asking" ? this.#guide.words.ask : this.#heading;
    if (shown === "asking") {
      this.#answer(null);
    }
  }

  get #isAnswered() {
    const answers = [...this.#page.querySelectorAll("[data-answer]")];
    return answers.some((each) => !(/** @type {HTMLElement} */ (each).hidden));
  }

  /** @param {string | null} id of the answer to be read, none of them where it is null */
  #answer(id) {
    for (const each of this.#page.querySelectorAll("[data-answer]")) {
      /** @type {HTMLElement} */ (each).hidden = each.id !== id;
    }
    if (id) {
      this.#part("rewarming").hidden = false;
      /** @type {HTMLElement} */ (this.#page.querySelector(`#${id}`)).focus();
    }
  }

  /** A link within the page, which without a script leads to its answer. @param {string} name @param {() => void} act */
  #on(name, act) {
    this.#part(name).addEventListener("click", (event) => {
      event.preventDefault();
      act();
    });
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.#page.querySelector(`[data-${name}]`));
  }
}
