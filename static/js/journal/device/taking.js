// Bringing in what another device has, or this one had: it is looked at, shown and asked about, and
// comes as a whole or not at all. Until the page is left it can be undone.

import { tellOthers } from "../../shared/changes.js";
import { number } from "../../shared/numbers.js";
import { part, write } from "../../shared/parts.js";
import { deviceStore } from "../../shared/screen.js";
import { fill } from "../../shared/words.js";
import { faulty } from "./faulty.js";
import { MOST_BYTES, readText } from "./file.js";
import { counts, effects, rows } from "./inventory.js";
import { apply, everything } from "./keeping.js";
import { changes, isEmpty, plan } from "./merge.js";

/**
 * @typedef {import("./file.js").Data} Data
 * @typedef {import("./file.js").Fault} Fault
 * @typedef {import("./inventory.js").Guide} Guide
 * @typedef {import("./merge.js").Changes} Changes
 * @typedef {import("./merge.js").Plan} Plan
 * @typedef {{
 *   done: (words: string, undo?: () => Promise<void>) => unknown,
 *   readPage: import("./faulty.js").ReadPage,
 * }} Edge `done` says what was done
 */

const YES = "take";
const FULL = "QuotaExceededError";

export class Taking {
  #sheet;
  #guide;
  #done;
  #readPage;
  /** What would undo it. @type {Changes | null} */
  #before = null;

  /** @param {HTMLDialogElement} sheet @param {Guide} guide @param {Edge} edge */
  constructor(sheet, guide, { done, readPage }) {
    this.#sheet = sheet;
    this.#guide = guide;
    this.#done = done;
    this.#readPage = readPage;
  }

  /** @param {File} file */
  async file(file) {
    if (file.size > MOST_BYTES) {
      this.#complain(file.name, [{ why: "size" }]);
    } else {
      await this.text(await file.text(), file.name);
    }
  }

  /** @param {string} text @param {string} name of where it comes from @returns {Promise<boolean>} whether it can be read */
  async text(text, name) {
    const { data, faults } = readText(text, Date.now());
    if (!data) {
      this.#complain(name, faults);
      return false;
    }
    await this.#ask(data, name);
    return true;
  }

  /** @param {string} name @param {Fault[]} faults */
  #complain(name, faults) {
    const { words, faults: remedies } = this.#guide;
    write("take-name", fill(words.unread, { name }), this.#sheet);
    part("take-faults-list", this.#sheet).replaceChildren(
      ...faults.map(({ why, field = "" }) => item(fill(remedies[why], { field }))),
    );
    this.#show("faults");
  }

  /** @param {Data} theirs @param {string} name */
  async #ask(theirs, name) {
    const mine = await everything().catch(() => null);
    if (!mine) {
      this.#complain(name, [{ why: "device" }]);
      return;
    }
    const planned = plan(mine, theirs);
    if (isEmpty(planned)) {
      this.#show("same");
      return;
    }
    this.#explain(planned, await faulty(theirs.records.own, this.#guide.mine, this.#readPage));
    this.#sheet.addEventListener("close", () => this.#answered(theirs, name), { once: true });
    this.#show("ask");
  }

  /** @param {Plan} planned @param {{ title: string, fault: string }[]} cannot be started here */
  #explain(planned, cannot) {
    const { names, words, counts: forms, locale } = this.#guide;
    const cells = rows(planned).map(({ name, ...of }) => [
      names[name],
      ...[of.fresh, of.newer, of.same].map((each) => number(each, locale)),
    ]);
    part("take-table", this.#sheet).hidden = cells.length === 0;
    part("take-rows", this.#sheet).replaceChildren(...cells.map(row));
    const said = [
      ...effects(planned).flatMap((name) => words[`takes-${name}`] ?? []),
      ...cannot.map((each) => fill(words.faulty, each)),
    ];
    part("take-effects", this.#sheet).replaceChildren(...[...new Set(said)].map(item));
    const { differs } = planned;
    part("take-differs", this.#sheet).hidden = differs === 0;
    write("take-differs-words", counts(differs, forms.differing, locale), this.#sheet);
  }

  /** As the device is now: another page may have changed it meanwhile. @param {Data} theirs @param {string} name */
  async #answered(theirs, name) {
    if (this.#sheet.returnValue !== YES) {
      return;
    }
    const field = /** @type {HTMLInputElement | null} */ (
      this.#sheet.querySelector("[name=differing]:checked")
    );
    try {
      const planned = plan(await everything(), theirs);
      await this.#apply(changes(planned, field?.value === "theirs"), this.#guide.words.taken);
    } catch (fault) {
      const isFull = fault instanceof DOMException && fault.name === FULL;
      this.#complain(name, [{ why: isFull ? "full" : "refused" }]);
    }
  }

  /** @param {Changes} wanted @param {string} words */
  async #apply(wanted, words) {
    this.#before = await apply(wanted);
    await this.#tell();
    this.#done(words, () => this.#undo());
  }

  async #undo() {
    if (this.#before) {
      await apply(this.#before);
      this.#before = null;
      await this.#tell();
      this.#done(this.#guide.words.undone);
    }
  }

  /** This page as well as others: what is shown, locked or reminded of may be another now. */
  async #tell() {
    dispatchEvent(new StorageEvent("storage"));
    await tellOthers(deviceStore());
  }

  /** @param {string} view */
  #show(view) {
    for (const each of this.#sheet.querySelectorAll("[data-view]")) {
      const element = /** @type {HTMLElement} */ (each);
      element.hidden = element.dataset.view !== view;
    }
    // Escape leaves what was answered before.
    this.#sheet.returnValue = "";
    if (!this.#sheet.open) {
      this.#sheet.showModal();
    }
    /** @type {HTMLElement | null} */ (
      this.#sheet.querySelector(`[data-view="${view}"] [tabindex]`)
    )?.focus();
  }

  /** Of codes not all are here yet. @param {number} here @param {number} of */
  wait(here, of) {
    const { words, locale } = this.#guide;
    const values = { n: number(here, locale), total: number(of, locale) };
    write("take-waiting", fill(words.waiting, values), this.#sheet);
    this.#show("waiting");
  }

  /** What codes hold does not fit together. */
  refuse() {
    this.#complain(this.#guide.words.codes, [{ why: "codes" }]);
  }
}

/** @param {string} text */
function item(text) {
  return Object.assign(document.createElement("li"), { textContent: text });
}

/** @param {string[]} cells the first names them */
function row([name, ...cells]) {
  const line = document.createElement("tr");
  const head = Object.assign(document.createElement("th"), { textContent: name, scope: "row" });
  line.append(
    head,
    ...cells.map((text) => Object.assign(document.createElement("td"), { textContent: text })),
  );
  return line;
}
