// The filter in the address: kept after `#`, one step of the history for each choice.

import { format, isFilter, parse } from "./filters.js";

/**
 * @typedef {import("./filters.js").Filter} Filter
 * @typedef {import("./filters.js").Values} Values
 * @typedef {Pick<typeof globalThis, "location" | "history" | "addEventListener">} Edge
 */

export class Address {
  #offered;
  #edge;
  /** Whether the newest step of the history is words being typed, which are one step together. */
  #typing = false;

  /** @param {Values} offered @param {Edge} edge */
  constructor(offered, edge = globalThis) {
    this.#offered = offered;
    this.#edge = edge;
  }

  get filter() {
    return parse(this.#edge.location.hash, this.#offered);
  }

  /** @param {Filter} filter @param {{ typing?: boolean }} how */
  keep(filter, { typing = false } = {}) {
    const { history, location } = this.#edge;
    const address = this.#addressOf(filter);
    if (address !== location.pathname + location.search + location.hash) {
      const write = typing && this.#typing ? history.replaceState : history.pushState;
      write.call(history, null, "", address);
    }
    this.#typing = typing;
  }

  /**
   * Tells of each filter that the reader goes to: back, forward, another link.
   * @param {(filter: Filter) => void} go
   * @param {() => Filter} current
   */
  watch(go, current) {
    this.#edge.addEventListener("hashchange", () => {
      this.#typing = false;
      if (isFilter(this.#edge.location.hash, this.#offered)) {
        go(this.filter);
      } else {
        // A place on this page, such as of the skip link: the filter stays as it was.
        this.#edge.history.replaceState(null, "", this.#addressOf(current()));
      }
    });
  }

  /** @param {Filter} filter */
  #addressOf(filter) {
    const { pathname, search } = this.#edge.location;
    const hash = format(filter);
    return pathname + search + (hash && `#${hash}`);
  }
}
