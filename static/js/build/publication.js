// The sheet in which a routine is published and handed on. Its script comes while the routine is
// composed, or else with the sheet's first opening.

import { part, write } from "../shared/parts.js";
import { Script } from "./script.js";

/**
 * @typedef {import("../shared/published.js").Publication} Published
 * @typedef {import("./publish.js").Publisher} Publisher
 * @typedef {(publisher: Publisher) => void} Act
 */

export class Publication {
  #sheet = /** @type {HTMLDialogElement} */ (document.getElementById("publication"));
  #guide;
  #edge;
  /** @type {Script<Publisher>} */
  #script;
  /** What was asked for last. @type {[words: string, act: Act]} */
  #asked = ["", () => undefined];

  /** @param {import("../shared/session_of.js").Catalog} catalog @param {import("./view.js").Guide} guide @param {import("./publish.js").Edge} edge */
  constructor(catalog, guide, edge) {
    this.#guide = guide;
    this.#edge = edge;
    this.#script = new Script(this.#sheet, ({ Publisher: Made }) => new Made(catalog, guide, edge));
    part("retry", this.#sheet).addEventListener("click", () => {
      if (!this.#script.made) {
        this.#open(...this.#asked);
      }
    });
  }

  prepare() {
    this.#script.prepare();
  }

  publish() {
    const sent = this.#edge.toSend();
    this.#open(this.#guide.words.publishing, (publisher) => publisher.publish(sent));
  }

  /** @param {Published} published */
  show(published) {
    this.#open("", (publisher) => publisher.show(published));
  }

  close() {
    this.#sheet.close();
  }

  /** Whether it was to be published and has no answer yet. @param {import("./draft.js").Origin} origin */
  waits(origin) {
    return this.#script.made?.waits(origin) ?? false;
  }

  /** @param {string} words while its script comes @param {Act} act */
  async #open(words, act) {
    this.#asked = [words, act];
    if (!this.#script.made) {
      this.#say(words, false);
    }
    const publisher = await this.#script.load();
    if (publisher) {
      act(publisher);
    } else if (this.#sheet.open) {
      this.#say(this.#guide.words.unloaded, true);
    } else {
      this.#edge.say(this.#guide.words.unloaded);
    }
  }

  /** @param {string} words @param {boolean} hasFailed */
  #say(words, hasFailed) {
    part("failed", this.#sheet).hidden = !hasFailed;
    write("progress", words, this.#sheet);
    if (!hasFailed && !this.#sheet.open) {
      this.#sheet.showModal();
    }
  }
}
