// The drinks of this device as a page holds them: changed at once, kept after; what the browser does
// not keep is here until the page is left.

import { allDrinks, dropDrink, freshId, keepDrink, tooMuch } from "./drinks.js";

/**
 * @typedef {import("./drinks.js").Drink} Drink
 * @typedef {import("./drinks.js").Portion} Portion
 * @typedef {{
 *   keep: (drink: Drink) => Promise<boolean>, drop: (id: number) => Promise<boolean>,
 *   all: () => Promise<Drink[] | null>,
 * }} Device `all` is null where the device could not be read
 */

/** @type {Device} */
const DEVICE = { keep: keepDrink, drop: dropDrink, all: allDrinks };

export class DrinkLog {
  #edge;
  #device;
  #now;
  /** @type {Drink[]} */
  #drinks = [];
  /** What the browser has refused. @type {Map<number, Drink>} */
  #unkept = new Map();
  /** What waits for the device, which reads and writes one after the other. @type {Map<number, Drink | null>} */
  #waiting = new Map();
  /** @type {Promise<unknown>} */
  #turn = Promise.resolve();
  #isUnread = false;

  /**
   * @param {{ changed: () => void, tell?: () => void, device?: Device }} edge `tell` other pages that
   *   the device has others now
   */
  constructor({ changed, tell = () => {}, device = DEVICE }, now = Date.now) {
    this.#edge = { changed, tell };
    this.#device = device;
    this.#now = now;
  }

  /** The last drunk first. */
  get drinks() {
    return this.#drinks;
  }

  /** Whether the browser has refused any of them. */
  get isUnkept() {
    return this.#unkept.size > 0;
  }

  /** Whether the device could not be read: there may be more than these. */
  get isUnread() {
    return this.#isUnread;
  }

  /** The last hour of the past day with more than this app lets stand. */
  get tooMuch() {
    return tooMuch(this.#drinks, this.#now());
  }

  load() {
    return this.#inTurn(async () => {
      const kept = await this.#device.all();
      this.#isUnread = kept === null;
      this.#set(kept ?? this.#drinks);
    });
  }

  /** @param {Portion} portion @param {number} at @returns {Drink} */
  drunk({ ml, kind, sodium }, at = this.#now()) {
    return { id: freshId(this.#now(), this.#drinks), at, ml, kind, sodium };
  }

  /** Shows a drink at once, in place of the one with its id, then keeps it. @param {Drink} drink */
  async put(drink) {
    this.#waiting.set(drink.id, drink);
    this.#set(this.#drinks);
    await this.#inTurn(async () => {
      const isKept = await this.#device.keep(drink);
      this.#settle(drink.id, drink);
      if (isKept) {
        this.#unkept.delete(drink.id);
        this.#edge.tell();
      } else {
        this.#unkept.set(drink.id, drink);
      }
      this.#edge.changed();
    });
  }

  /** @param {number} id @returns {Promise<boolean>} whether it is gone */
  async drop(id) {
    const before = this.#drinks;
    this.#waiting.set(id, null);
    this.#set(before);
    return this.#inTurn(async () => {
      const isGone = (await this.#device.drop(id)) || this.#unkept.has(id);
      this.#settle(id, null);
      if (isGone) {
        this.#unkept.delete(id);
        this.#edge.tell();
      } else {
        this.#set([...this.#drinks, ...before.filter((drink) => drink.id === id)]);
      }
      return isGone;
    });
  }

  /** Until the device has taken, or refused, whatever was put or dropped. */
  async settled() {
    while (this.#waiting.size > 0) {
      await this.#turn;
    }
  }

  /** Once more, what was refused. */
  async retry() {
    for (const drink of [...this.#unkept.values()]) {
      await this.put(drink);
    }
  }

  /** Whether this drink is one of an hour with too much. @param {Drink} drink */
  isOfTooMuch({ at }) {
    const span = this.tooMuch;
    return span !== null && span.from <= at && at <= span.to;
  }

  /** @template T @param {() => Promise<T>} act @returns {Promise<T>} */
  #inTurn(act) {
    const turn = this.#turn.then(act);
    this.#turn = turn;
    return turn;
  }

  /** Unless something newer waits. @param {number} id @param {Drink | null} done */
  #settle(id, done) {
    if (this.#waiting.get(id) === done) {
      this.#waiting.delete(id);
    }
  }

  /** These, with what the device does not have yet, or no longer. @param {Drink[]} drinks */
  #set(drinks) {
    const all = new Map(drinks.map((drink) => [drink.id, drink]));
    for (const [id, drink] of [...this.#unkept, ...this.#waiting]) {
      if (drink) {
        all.set(id, drink);
      } else {
        all.delete(id);
      }
    }
    this.#drinks = [...all.values()].sort((one, other) => other.at - one.at || other.id - one.id);
    this.#edge.changed();
  }
}
