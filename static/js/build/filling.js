// What fills the form from elsewhere: the sheet to start from, and the address. Its script comes while
// the routine is composed, or else when it is first asked for.

import { part } from "../shared/parts.js";
import { arrivalOf } from "./arrival.js";
import { Script } from "./script.js";

/**
 * @typedef {import("../shared/routine.js").Routine} Routine
 * @typedef {import("./arrive.js").Arrivals} Arrivals
 * @typedef {import("./start.js").Start} Start
 * @typedef {import("./view.js").Guide} Guide
 * @typedef {{ catalog: import("../shared/session_of.js").Catalog, guide: Guide }} Page
 * @typedef {{ start: Start, arrivals: Arrivals }} Made
 */

export class Filling {
  /** @type {Script<Made>} */
  #script;
  #unloaded;

  /** @param {Page} page @param {import("./start.js").Edge & import("./arrive.js").Edge} edge */
  constructor({ catalog, guide }, edge) {
    const sheet = /** @type {HTMLElement} */ (document.getElementById("start"));
    this.#unloaded = () => edge.say(guide.words.unloaded);
    this.#script = new Script(sheet, ({ Arrivals, Start }) => {
      const start = new Start(catalog, guide, edge);
      return { start, arrivals: new Arrivals(start, guide.words, edge) };
    });
    part("start").addEventListener("click", () => this.#with(({ start }) => start.open()));
  }

  prepare() {
    this.#script.prepare();
  }

  /** What cannot be taken yet stays in the address, to be loaded again. */
  async arrive() {
    if (arrivalOf(location.hash)) {
      await this.#with(({ arrivals }) => arrivals.arrive());
    }
  }

  /** @param {import("./arrive.js").EditLink} link */
  edit(link) {
    return this.#with(({ arrivals }) => arrivals.edit(link));
  }

  /** @param {(made: Made) => unknown} act */
  async #with(act) {
    const made = await this.#script.load();
    await (made ? act(made) : this.#unloaded());
  }
}
