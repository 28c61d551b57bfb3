// The sheets over the page; one at a time. Escape, their button and, on phones that
// know it, Back close them.

export class Sheets {
  #root;

  /** @param {Document} root */
  constructor(root) {
    this.#root = root;
  }

  get isOpen() {
    return this.#opened !== null;
  }

  /** @param {string} id */
  open(id) {
    this.close();
    const sheet = /** @type {HTMLDialogElement} */ (this.#root.querySelector(`#${id}`));
    sheet.showModal();
    return sheet;
  }

  close() {
    this.#opened?.close();
  }

  /** @returns {HTMLDialogElement | null} */
  get #opened() {
    return this.#root.querySelector("dialog[open]");
  }
}
