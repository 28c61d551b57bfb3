// What was just done, and its undoing: it stays until the next thing is done.

import { part, write } from "../shared/parts.js";

export class Undo {
  #root;
  #words;
  /** @type {() => Promise<boolean>} whether it is as it was */
  #act = async () => false;

  /** @param {HTMLElement} root @param {Record<string, string>} words */
  constructor(root, words) {
    this.#root = root;
    this.#words = words;
    part("undo-words", root).tabIndex = -1;
    part("undo", root).addEventListener("click", () => this.#take());
  }

  /** @param {string} said @param {() => Promise<boolean>} act */
  offer(said, act) {
    this.#act = act;
    write("undo-words", said, this.#root);
    part("undo", this.#root).hidden = false;
    this.#root.hidden = false;
  }

  focus() {
    part("undo", this.#root).focus({ preventScroll: true });
  }

  async #take() {
    const isDone = await this.#act();
    write("undo-words", isDone ? this.#words.undone : this.#words.notUndone, this.#root);
    part("undo", this.#root).hidden = isDone;
    part("undo-words", this.#root).focus({ preventScroll: true });
  }
}
