// One tap logs one of a person's own sizes, and says so with its undoing; on Today and on Drinks.

import { amount, toShown, unitOf } from "./amounts.js";
import { onDay, total } from "./drinks.js";
import { clockTime, number } from "./numbers.js";
import { part, write } from "./parts.js";
import { portions } from "./portions.js";
import { fill } from "./words.js";

// A wet finger touches twice what it means once.
const TWICE_MS = 400;

/**
 * @typedef {import("./drinks.js").Drink} Drink
 * @typedef {import("./amounts.js").Unit} Unit
 * @typedef {{
 *   locale: string, names: import("./amounts.js").Names, tooMuch: string, closing: string[],
 *   kinds: Record<import("./drinks.js").Kind, string>, words: Record<string, string>,
 * }} Guide
 * @typedef {{
 *   store: import("./screen.js").Store, log: import("./drink_log.js").DrinkLog, unit: Unit,
 *   isOpen: () => boolean, go: (address: string) => void,
 * }} Edge `isOpen`: whether one tap may log at this moment
 */

export class DrinkKeys {
  #root;
  #page;
  #guide;
  #edge;
  #now;
  #tapped = { at: 0, key: -1 };
  #isLeaving = false;
  /** @type {() => unknown} */
  #undo = () => {};

  /** @param {HTMLElement} root @param {Document} page @param {Guide} guide @param {Edge} edge */
  constructor(root, page, guide, edge, now = Date.now) {
    this.#root = root;
    this.#page = page;
    this.#guide = guide;
    this.#edge = edge;
    this.#now = now;
    this.#keys.forEach((key, i) => key.addEventListener("click", () => this.#tap(i)));
    part("undo", root).addEventListener("click", () => this.#take());
    part("retry", root).addEventListener("click", () => this.#edge.log.retry());
  }

  /** The sizes as they are now, what was not kept, and whether it was too much. */
  show() {
    const { store, unit, log, isOpen } = this.#edge;
    const own = portions(store, unit);
    this.#keys.forEach((key, i) => this.#showKey(key, own[i]));
    part("sizes", this.#root).hidden = !isOpen();
    part("unkept", this.#root).hidden = !log.isUnkept;
    part("unread", this.#root).hidden = !log.isUnread;
    part("over", this.#page).hidden = log.tooMuch === null;
  }

  /** @param {HTMLElement} key @param {import("./drinks.js").Portion} portion */
  #showKey(key, { ml, kind }) {
    const { unit } = this.#edge;
    const [shown, measure, name] = key.children;
    shown.textContent = number(toShown("volume", ml, unit), this.#guide.locale);
    measure.textContent = unitOf("volume", unit, this.#guide.names);
    name.textContent = kind === "water" ? "" : this.#guide.kinds[kind];
    const values = { amount: this.#amount("volume", ml), kind: this.#guide.kinds[kind] };
    key.setAttribute("aria-label", fill(this.#guide.words.log, values));
  }

  /**
   * Keeps a drink, says so, and leads on where it was too much.
   * @param {Drink} drink
   * @param {Drink | null} before what it was, where it is changed
   */
  async put(drink, before = null) {
    const { log, go } = this.#edge;
    const kept = log.put(drink);
    this.#say(drink, before ? "changed" : "logged", () =>
      before ? log.put(before) : log.drop(drink.id),
    );
    await kept;
    await log.settled(); // a page that is left loses what its browser has not taken yet
    if (!log.isOfTooMuch(drink) || this.#isLeaving) {
      return;
    }
    if (log.isUnkept) {
      part("over", this.#page).focus(); // to leave would lose what the browser has refused
    } else {
      this.#isLeaving = true;
      go(this.#guide.tooMuch);
    }
  }

  /** @param {Drink} drink */
  async drop(drink) {
    const { log } = this.#edge;
    const isGone = await log.drop(drink.id);
    part("undropped", this.#root).hidden = isGone;
    if (isGone) {
      this.#say(drink, "deleted", () => log.put(drink));
    }
  }

  /** @param {number} i */
  #tap(i) {
    const { store, unit, log, isOpen } = this.#edge;
    const now = this.#now();
    const isTwice = this.#tapped.key === i && now - this.#tapped.at < TWICE_MS;
    this.#tapped = { at: now, key: i };
    if (isOpen() && !isTwice) {
      this.put(log.drunk(portions(store, unit)[i]));
    } else {
      this.show();
    }
  }

  /** What was done, with the sum of the day, so that the same once more says something else. @param {Drink} drink @param {"logged" | "changed" | "deleted"} what @param {() => unknown} undo */
  #say(drink, what, undo) {
    const time = clockTime(drink.at, this.#guide.locale);
    const { words } = this.#guide;
    const done = fill(words[what], { amount: this.#amount("volume", drink.ml), time });
    const litres = total(onDay(this.#edge.log.drinks, this.#now())) / 1000;
    const sum = fill(words.today, { amount: this.#amount("litres", litres) });
    write("undo-words", `${done} · ${sum}`, this.#root);
    part("done", this.#root).hidden = false;
    part("undo", this.#root).hidden = false;
    part("undropped", this.#root).hidden = true;
    this.#undo = undo;
  }

  /** What was undone is said where it was said before; there is nothing more to tap. */
  async #take() {
    const isDone = (await this.#undo()) !== false;
    part("undropped", this.#root).hidden = isDone;
    if (isDone) {
      write("undo-words", this.#guide.words.undone, this.#root);
      part("undo-words", this.#root).focus({ preventScroll: true }); // it is always in sight
      part("undo", this.#root).hidden = true;
    }
  }

  /** @param {import("./amounts.js").Quantity} quantity @param {number} kept */
  #amount(quantity, kept) {
    return amount(quantity, kept, { ...this.#guide, unit: this.#edge.unit });
  }

  /** @returns {HTMLElement[]} */
  get #keys() {
    return [...this.#root.querySelectorAll("[data-portion]")].map(
      (key) => /** @type {HTMLElement} */ (key),
    );
  }
}
