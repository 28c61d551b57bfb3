// Moving to another phone: by a file, or by codes that its camera reads, one after the other.

import { number } from "../../shared/numbers.js";
import { part, write } from "../../shared/parts.js";
import { DAY_MS } from "../../shared/time.js";
import { fill } from "../../shared/words.js";
import { isPossible, linksOf } from "./codes.js";
import { written } from "./file.js";
import { lately } from "./inventory.js";
import { everything } from "./keeping.js";

/**
 * @typedef {import("./inventory.js").Guide} Guide
 * @typedef {{ draw: (link: string, label: string) => Element }} Drawer
 */

const LATELY_MS = 30 * DAY_MS;

export class Moving {
  #sheet;
  #guide;
  #drawer;
  /** @type {string[]} */
  #links = [];
  #shown = 0;

  /** @param {HTMLDialogElement} sheet @param {Guide} guide @param {{ load: () => Promise<Drawer | null> }} drawer */
  constructor(sheet, guide, drawer) {
    this.#sheet = sheet;
    this.#guide = guide;
    this.#drawer = drawer;
    part("codes", sheet).addEventListener("click", () => this.#make(false));
    part("codes-lately", sheet).addEventListener("click", () => this.#make(true));
    part("codes-next", sheet).addEventListener("click", () => this.#turn(1));
    part("codes-back", sheet).addEventListener("click", () => this.#turn(-1));
  }

  open() {
    this.#show(isPossible() ? "choose" : "impossible");
    this.#sheet.showModal();
  }

  /** @param {boolean} isShort */
  async #make(isShort) {
    const [drawer, kept] = await Promise.all([this.#drawer.load(), everything().catch(() => null)]);
    if (!drawer || !kept) {
      this.#show("failed");
      return;
    }
    const data = isShort ? lately(kept, Date.now() - LATELY_MS) : kept;
    const { records, settings } = data;
    const page = location.origin + this.#guide.page;
    const links = await linksOf(written({ records, settings }, new Date()), page);
    if (!links) {
      this.#show(isShort ? "far-too-much" : "too-much");
      return;
    }
    this.#links = links;
    this.#shown = 0;
    await this.#draw();
    this.#show("codes");
  }

  /** @param {1 | -1} step */
  async #turn(step) {
    this.#shown = Math.min(this.#links.length - 1, Math.max(0, this.#shown + step));
    await this.#draw();
  }

  async #draw() {
    const { words, locale } = this.#guide;
    const drawer = await this.#drawer.load();
    const [n, total] = [this.#shown + 1, this.#links.length];
    const said = fill(words.code, { n: number(n, locale), total: number(total, locale) });
    if (drawer) {
      part("codes-place", this.#sheet).replaceChildren(drawer.draw(this.#links[this.#shown], said));
    }
    write("codes-said", said, this.#sheet);
    // Not disabled, or the focus would be lost with the last one.
    part("codes-back", this.#sheet).setAttribute("aria-disabled", String(n === 1));
    part("codes-next", this.#sheet).setAttribute("aria-disabled", String(n === total));
  }

  /** @param {string} view */
  #show(view) {
    for (const each of this.#sheet.querySelectorAll("[data-view]")) {
      const element = /** @type {HTMLElement} */ (each);
      element.hidden = !element.dataset.view?.split(" ").includes(view);
    }
  }
}
