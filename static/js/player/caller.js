// Makes a call heard, felt and seen, each only where it is wanted and there.

import { chosen } from "../shared/screen.js";
import { Tones } from "./tones.js";

/**
 * @typedef {import("./cues.js").Call} Call
 * @typedef {import("../shared/screen.js").Store} Store
 */

/** Milliseconds on, off, on: felt through a pocket, and told apart. */
export const BUZZES = /** @type {Record<Call, number[]>} */ ({
  begin: [200],
  part: [40],
  ready: [80],
  rest: [120, 80, 120],
  switch: [120, 60, 120, 60, 120],
  half: [60, 60, 60],
  count: [40],
  end: [400],
});

export class Caller {
  #store;
  #tones;
  #vibrate;
  #flash;

  /**
   * @param {Store} store what the person has chosen
   * @param {(call: Call, whole: boolean) => void} flash `whole` when the person wants all of the
   *   screen to flash; something of it always does
   * @param {{ tones?: Pick<Tones, "unlock" | "play">, vibrate?: (pattern: number[]) => unknown }} edge
   */
  constructor(store, flash, { tones = new Tones(), vibrate = vibrates() } = {}) {
    this.#store = store;
    this.#flash = flash;
    this.#tones = tones;
    this.#vibrate = vibrate;
  }

  /** In the start tap. */
  unlock() {
    if (this.#wants("sound")) {
      this.#tones.unlock();
    }
  }

  /** @param {Call} call */
  call(call) {
    this.#flash(call, this.#wants("flash"));
    if (this.#wants("sound")) {
      this.#tones.play(call);
    }
    if (this.#wants("vibration")) {
      this.#vibrate(BUZZES[call]);
    }
  }

  /** @param {"sound" | "vibration" | "flash"} part */
  #wants(part) {
    return chosen(part, this.#store) === "on";
  }
}

/** Not every phone has it, and none must. */
function vibrates({ navigator } = globalThis) {
  return (/** @type {number[]} */ pattern) => navigator.vibrate?.(pattern);
}
