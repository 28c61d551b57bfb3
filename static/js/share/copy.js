// How it stands with the copy of a shared routine on this device.

import { part } from "../shared/parts.js";

/** @typedef {import("../offline/bridge.js").Summary} Summary */
/** @typedef {"withdrawn" | "gone" | "newer" | "here"} State */

const WITHDRAWN = 410;

/**
 * What holds of it, and is to be said; nothing where it is not here.
 * @param {import("../offline/worker/opened.js").Opened | undefined} copy
 * @returns {State[]}
 */
export function states(copy) {
  if (!copy?.now) {
    return [];
  }
  if (copy.ended) {
    return copy.ended === WITHDRAWN ? ["withdrawn"] : ["gone", "here"];
  }
  return copy.next ? ["newer", "here"] : ["here"];
}

export class Copy {
  #path;
  /** Whether it is a copy of what is no longer there. */
  isLast = false;
  isWithdrawn = false;

  /** @param {string} path of the page @param {() => void} renew opens it anew, which is when a newer version takes its turn */
  constructor(path, renew) {
    this.#path = path;
    part("renew").addEventListener("click", renew);
  }

  /** @param {Summary | null} summary null where nothing can be kept; a worker of before knows of no routines */
  show(summary) {
    const hold = states(summary?.opened?.[this.#path]);
    this.isWithdrawn = hold.includes("withdrawn");
    this.isLast = this.isWithdrawn || hold.includes("gone");
    // Nothing leads on from what its author has taken back.
    document.documentElement.toggleAttribute("data-withdrawn", this.isWithdrawn);
    for (const each of document.querySelectorAll("[data-copy]")) {
      const line = /** @type {HTMLElement} */ (each);
      line.hidden = !hold.includes(/** @type {State} */ (line.dataset.copy));
    }
    // It comes at every first visit, so its room is kept.
    part("here").toggleAttribute("data-awaits-script", !hold.includes("here"));
  }
}
