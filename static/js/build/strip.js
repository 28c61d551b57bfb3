// The line that says what was done, and undoes it; heard by a screen reader.

import { part, write } from "../shared/parts.js";

export class Strip {
  #place = part("strip");

  /** @param {() => void} undo */
  constructor(undo) {
    part("undo", this.#place).addEventListener("click", undo);
    part("undo-words", this.#place).tabIndex = -1;
  }

  /** @param {string} words @param {boolean} canUndo */
  say(words, canUndo = false) {
    const key = part("undo", this.#place);
    const isLeft = !canUndo && key === document.activeElement;
    key.hidden = !canUndo;
    this.#place.hidden = false;
    // The same words once more are news too.
    part("undo-words", this.#place).textContent = "";
    requestAnimationFrame(() => write("undo-words", words, this.#place));
    if (isLeft) {
      part("undo-words", this.#place).focus();
    }
  }

  hide() {
    this.#place.hidden = true;
  }
}
