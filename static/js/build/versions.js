// The versions of a published routine: listed, looked at, put into the form again.

import { number } from "../shared/numbers.js";
import { copy, part, write } from "../shared/parts.js";
import { fill } from "../shared/words.js";
import { ask } from "./api.js";
import { element, stepLines } from "./view.js";

/**
 * @typedef {import("../shared/published.js").Publication} Publication
 * @typedef {import("../shared/routine.js").Routine} Routine
 * @typedef {import("../shared/draft.js").Published} Published
 * @typedef {import("./view.js").Guide} Guide
 * @typedef {{ routine: Routine, version: number, link: Published, from: string }} Looked `from` as of a
 *   routine of one's own
 */

export class Versions {
  #catalog;
  #guide;
  #restore;
  /** What is looked at, and what it goes on from. @type {Looked | null} */
  #looked = null;

  /** @param {import("../shared/session_of.js").Catalog} catalog @param {Guide} guide @param {(looked: Looked) => void} restore */
  constructor(catalog, guide, restore) {
    this.#catalog = catalog;
    this.#guide = guide;
    this.#restore = restore;
    part("restore").addEventListener("click", () => {
      if (this.#looked) {
        this.#restore(this.#looked);
      }
    });
  }

  close() {
    this.#looked = null;
    part("version-list").hidden = true;
    part("looked").hidden = true;
  }

  /** @param {Publication} publication */
  async list(publication) {
    const { code, secret } = publication;
    const { status, body } = await ask("GET", `/${code}/versions`, { secret });
    if (status !== 200) {
      write("progress", this.#guide.words.noAnswer);
      return;
    }
    const [{ version: newest }] = body.versions;
    const rows = body.versions.map((/** @type {{ version: number, changed: number }} */ each) =>
      this.#row(each, () => this.look({ ...publication, version: newest }, each.version)),
    );
    part("version-list").replaceChildren(...rows);
    part("version-list").hidden = false;
    part("look", part("version-list")).focus();
  }

  /** @param {{ version: number, changed: number }} version @param {() => void} look */
  #row({ version, changed }, look) {
    const row = copy("version");
    const { locale, words } = this.#guide;
    const date = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
    const values = { n: number(version, locale), date: date.format(changed) };
    write("version-name", fill(words.changed, values), row);
    part("look", row).addEventListener("click", look);
    return row;
  }

  /** One of them, or the one that stands there now. @param {Published & { from?: string }} of its newest version that is known @param {number} [version] */
  async look({ code, secret, version: newest, from = "" }, version) {
    const path = version ? `/${code}/versions/${version}` : `/${code}`;
    const { status, body } = await ask("GET", path, { secret });
    if (status !== 200) {
      write("progress", this.#guide.words.noAnswer);
      return;
    }
    const link = { code, secret, version: version ? newest : body.version };
    this.#looked = { routine: body.routine, version: body.version, link, from };
    const n = number(body.version, this.#guide.locale);
    write("looked-title", fill(this.#guide.words.version, { n, title: body.routine.title }));
    part("looked-steps").replaceChildren(
      ...stepLines(body.routine, this.#catalog).map(([name, dose, note]) =>
        element("li", "", [name, dose, note].filter(Boolean).join(" · ")),
      ),
    );
    part("looked").hidden = false;
    part("looked-title").focus();
  }
}
