// What the worker remembers between its lives.

import { createStore, get, update } from "../../../vendor/idb-keyval/dist/index.js";
import { EMPTY } from "./pairs.js";

/** @typedef {import("./pairs.js").State} State */

const KEY = "state";

export class Shelf {
  /** Opened when it is first asked: without a database only the question fails. */
  #store = createStore("limber-offline", "state");
  /** @type {Promise<State> | null} */
  #state = null;

  /** A browser that keeps nothing has nothing; one that fails now is asked again. @returns {Promise<State>} */
  async read() {
    this.#state ??= get(KEY, this.#store).then((kept) => ({ ...EMPTY, ...kept }));
    try {
      return await this.#state;
    } catch {
      this.#state = null;
      return EMPTY;
    }
  }

  /**
   * Changes what is remembered in one step, whoever else does the same.
   * @param {(state: State) => Partial<State>} change
   * @returns {Promise<State>}
   */
  async change(change) {
    let now = EMPTY;
    await update(
      KEY,
      (kept) => {
        const before = { ...EMPTY, .../** @type {Partial<State>} */ (kept) };
        now = { ...before, ...change(before) };
        return now;
      },
      this.#store,
    );
    this.#state = Promise.resolve(now);
    return now;
  }
}
