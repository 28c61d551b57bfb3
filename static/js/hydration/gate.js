// The question before any amount: shows what its answer opens, and takes the answer.

import { tellOthers } from "../shared/changes.js";
import { heedDrinks } from "../shared/reminder_rules.js";
import { access, isAnswered, keepAnswer, openUntil } from "../shared/doctor_first.js";

/**
 * @typedef {import("../shared/screen.js").Store} Store
 * @typedef {import("../shared/doctor_first.js").Access} Access
 */

export class Gate {
  #page;
  #closing;
  #store;
  #changed;
  #now;
  /** Where the browser keeps nothing, the answer of this page. @type {"none" | "yes" | null} */
  #unkept = null;

  /**
   * @param {ParentNode} page
   * @param {string[]} closing
   * @param {{ store: Store, changed: (access: Access) => void }} edge
   */
  constructor(page, closing, { store, changed }, now = Date.now) {
    this.#page = page;
    this.#closing = closing;
    this.#store = store;
    this.#changed = changed;
    this.#now = now;
    this.#on("none", () => this.#answer("none"));
    this.#on("some", () => this.#answer("yes"));
    for (const again of this.#page.querySelectorAll("[data-answer-again]")) {
      again.addEventListener("click", () => this.#answer(null));
    }
    this.#page.querySelector("[data-without-script]")?.remove();
  }

  /** @returns {Access} */
  get access() {
    const kept = access(this.#store, this.#closing, this.#now());
    if (kept === "ask" && this.#unkept) {
      return this.#unkept === "none" ? "open" : "closed";
    }
    return kept;
  }

  /** Of the parts that depend on it, those that the answer opens. */
  show() {
    const now = this.access;
    for (const each of this.#page.querySelectorAll("[data-access]")) {
      const part = /** @type {HTMLElement} */ (each);
      part.hidden = !(part.dataset.access ?? "").split(" ").includes(now);
      part.removeAttribute("data-awaits-script");
    }
    const answered = /** @type {HTMLElement} */ (this.#page.querySelector("[data-answered]"));
    answered.hidden = !this.#isAnswered; // what was ticked elsewhere is taken back there
    this.#changed(now);
    this.#tell();
  }

  /** Whom a doctor tells first how much to drink, nobody reminds any more. */
  async #tell() {
    if (await heedDrinks(openUntil(this.#store, this.#closing, this.#now()))) {
      await tellOthers(this.#store);
    }
  }

  get #isAnswered() {
    return this.#unkept !== null || isAnswered(this.#store);
  }

  /** @param {"none" | "yes" | null} answer */
  #answer(answer) {
    const isKept = keepAnswer(answer, this.#store, this.#now());
    this.#unkept = isKept ? null : answer;
    const note = /** @type {HTMLElement} */ (this.#page.querySelector("[data-unkept-answer]"));
    note.hidden = isKept;
    this.show();
    this.#goOn();
  }

  /** Whoever answers goes on reading at what is shown instead, from its beginning. */
  #goOn() {
    const heading = this.#page.querySelector("[data-access]:not([hidden]) [tabindex]");
    const next = heading ?? this.#page.querySelector("main");
    /** @type {HTMLElement} */ (next).focus({ preventScroll: true });
    globalThis.scrollTo(0, 0);
  }

  /** @param {string} name @param {() => void} act */
  #on(name, act) {
    this.#page.querySelector(`[data-${name}]`)?.addEventListener("click", act);
  }
}
