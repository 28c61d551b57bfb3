// The ways in which a published routine and its edit link leave this device.

import { part, write } from "../shared/parts.js";
import { spoken } from "../shared/published.js";
import { saying, share } from "../shared/share.js";
import { fill } from "../shared/words.js";

/**
 * @typedef {import("../shared/published.js").Publication} Publication
 * @typedef {import("./view.js").Guide} Guide
 */

const MINUTE_MS = 60_000;

export class Ways {
  #guide;
  /** @type {Publication | null} */
  #of = null;

  /** @param {Guide} guide */
  constructor(guide) {
    this.#guide = guide;
    part("share").addEventListener("click", () => this.#hand(share(this.#address)));
    part("copy").addEventListener("click", () => this.#copy(this.#address));
    part("copy-edit").addEventListener("click", () => this.#copyEdit());
    part("save-edit").addEventListener("click", () => this.#saveEdit());
  }

  /** @param {Publication | null} publication */
  show(publication) {
    this.#of = publication;
    part("ways").hidden = publication === null;
    part("edit-field").hidden = true;
    if (publication) {
      const { code, title } = publication;
      write("published-title", title);
      write("code", spoken(code));
      write("link", this.#address);
      part("qr").setAttribute("src", `/r/${code}/qr.svg`);
      part("print").setAttribute("href", `${this.#guide.shared}${code}/print`);
      const body = fill(this.#guide.words.mail, { address: this.#address });
      part("mail").setAttribute(
        "href",
        `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`,
      );
    }
  }

  /** The same in every language: it leads each reader to their own. */
  get #address() {
    return `${location.origin}/r/${this.#of?.code}`;
  }

  get #editAddress() {
    const { code, secret } = /** @type {Publication} */ (this.#of);
    return `${location.origin}${this.#guide.build}#${code}.${secret}`;
  }

  /** @param {string} text */
  #copy(text) {
    const { clipboard } = navigator;
    return this.#hand(share(text, /** @type {any} */ ({ navigator: { clipboard } })));
  }

  /** Where it has to be copied by hand, it can be seen. */
  async #copyEdit() {
    const of = this.#of;
    const field = /** @type {HTMLInputElement} */ (part("edit-link"));
    field.value = this.#editAddress;
    field.setAttribute("aria-label", fill(this.#guide.words.edit, { title: of?.title ?? "" }));
    const done = await this.#copy(field.value);
    if (done === "failed" && of === this.#of) {
      part("edit-field").hidden = false;
      field.select();
    }
  }

  /** @param {Promise<import("../shared/share.js").Shared>} handing */
  async #hand(handing) {
    const done = await handing;
    write("progress", saying(done, this.#guide.words));
    return done;
  }

  #saveEdit() {
    const { code, title } = /** @type {Publication} */ (this.#of);
    const words = fill(this.#guide.words.edit, { title });
    save(`${words}\n${this.#editAddress}\n`, `limber-${code}.txt`, "text/plain");
  }
}

/** @param {string} text @param {string} name @param {string} type */
export function save(text, name, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), MINUTE_MS);
}
