// The list of sessions in the page: so many, and more when they are asked for.

import { copy, part, write } from "../shared/parts.js";
import { counted, row } from "./rows.js";

const PAGE = 10;

/**
 * @typedef {import("../shared/journal.js").Entry} Entry
 * @typedef {import("./rows.js").Guide} Guide
 */

export class List {
  #root;
  #guide;
  #edge;
  /** How many are shown at most. */
  #most;
  /** @type {Entry[]} */
  #entries = [];
  #drawn = "";

  /**
   * @param {HTMLElement} root
   * @param {Guide} guide
   * @param {{ open: (entry: Entry) => void, shown: (most: number) => void }} edge
   * @param {number} most
   */
  constructor(root, guide, edge, most = PAGE) {
    this.#root = root;
    this.#guide = guide;
    this.#edge = edge;
    this.#most = most;
    part("more", root).addEventListener("click", () => this.#showMore());
    this.#list.addEventListener("click", ({ target }) => this.#press(target));
  }

  /** @param {Entry[]} entries newest first, as filtered @param {number} now */
  show(entries, now) {
    this.#entries = entries;
    const rows = entries.slice(0, this.#most).map((entry) => row(entry, this.#guide, now));
    if (JSON.stringify(rows) !== this.#drawn) {
      this.#drawn = JSON.stringify(rows);
      this.#draw(rows);
    }
    write("count", counted(entries.length, this.#guide), this.#root);
    part("none", this.#root).hidden = entries.length > 0;
    part("more", this.#root).hidden = entries.length <= this.#most;
  }

  /** As many as at first: for another filter. */
  fold() {
    this.#most = PAGE;
    this.#edge.shown(this.#most);
  }

  /** As many as were shown when this place in the history was left. @param {number | undefined} most */
  unfold(most) {
    this.#most = most ?? PAGE;
  }

  /** On the session; where it is gone, on what stands above all of them. @param {number} id */
  focus(id) {
    (this.#button(id) ?? part("found", this.#root)).focus();
  }

  /** Anew, with the focus on the same session. @param {import("./rows.js").Row[]} rows */
  #draw(rows) {
    const { activeElement } = document;
    const focused = this.#list.contains(activeElement) ? activeElement : null;
    const { edit } = /** @type {HTMLElement | null} */ (focused)?.dataset ?? {};
    this.#list.replaceChildren(...rows.map((each) => filled(each, this.#root)));
    if (edit) {
      this.#button(Number(edit))?.focus({ preventScroll: true });
    }
  }

  #showMore() {
    const next = this.#most;
    this.#most += PAGE;
    this.#edge.shown(this.#most);
    this.show(this.#entries, Date.now());
    this.#button(this.#entries[next].id)?.focus();
  }

  /** @param {EventTarget | null} target */
  #press(target) {
    const button = target instanceof Element ? target.closest("[data-edit]") : null;
    const id = Number(/** @type {HTMLElement | null} */ (button)?.dataset.edit);
    const entry = this.#entries.find((each) => each.id === id);
    if (entry) {
      this.#edge.open(entry);
    }
  }

  /** @param {number} id @returns {HTMLElement | null} */
  #button(id) {
    return this.#list.querySelector(`[data-edit="${id}"]`);
  }

  get #list() {
    return part("list", this.#root);
  }
}

/** @param {import("./rows.js").Row} row @param {HTMLElement} root */
function filled({ id, ...texts }, root) {
  const item = copy("session", root);
  part("edit", item).dataset.edit = String(id);
  for (const [name, text] of Object.entries(texts)) {
    const place = part(name, item);
    place.textContent = text;
    place.hidden = text === "";
  }
  return item;
}
