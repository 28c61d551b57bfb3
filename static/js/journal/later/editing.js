// The sheet in which a session is changed or deleted. Whoever changes answers to bad ones gets the same
// advice as at the end of the session.

import { fault, field, focusFault, forgive, take } from "../../hydration/fields.js";
import { isBad } from "../../shared/journal.js";
import { parseNumber, plainNumber } from "../../shared/numbers.js";
import { part, write } from "../../shared/parts.js";
import { addressOf, nameOf, when } from "../rows.js";

const MOST_MINUTES = 300;

/**
 * @typedef {import("../../shared/journal.js").Entry} Entry
 * @typedef {import("../rows.js").Guide} Guide
 * @typedef {{ save: (now: Entry, before: Entry) => Promise<boolean>, drop: (entry: Entry) => Promise<boolean>, closed: (entry: Entry) => void }} Edge
 */

export class Editing {
  #sheet;
  #guide;
  #edge;
  /** @type {Entry | null} */
  #entry = null;

  /** @param {HTMLDialogElement} sheet @param {Guide} guide @param {Edge} edge */
  constructor(sheet, guide, edge) {
    this.#sheet = sheet;
    this.#guide = guide;
    this.#edge = edge;
    this.#form.addEventListener("submit", (event) => this.#submit(event));
    this.#form.addEventListener("input", () => this.#judge());
    part("delete", sheet).addEventListener("click", () => this.#delete());
    sheet.addEventListener("close", () => this.#entry && edge.closed(this.#entry));
    forgive(this.#form);
  }

  /** @param {Entry} entry */
  show(entry) {
    this.#entry = entry;
    const { before, after, signs, note } = entry;
    write("edit-name", nameOf(entry, this.#guide), this.#sheet);
    write("edit-when", when(entry, this.#guide, Date.now()), this.#sheet);
    this.#lead(addressOf(entry, this.#guide));
    field(this.#form, "minutes").value = this.#shown(entry.seconds);
    field(this.#form, "before").value = before === null ? "" : String(before);
    field(this.#form, "after").value = after === null ? "" : String(after);
    field(this.#form, "signs").checked = signs;
    field(this.#form, "note").value = note;
    fault(this.#form, "minutes", "");
    this.#say("");
    this.#judge();
  }

  /** @param {string} address */
  #lead(address) {
    const place = part("edit-page", this.#sheet);
    place.hidden = address === "";
    place.querySelector("a")?.setAttribute("href", address);
  }

  /** Minutes as one types them. @param {number} seconds */
  #shown(seconds) {
    return plainNumber(Math.round(seconds / 6) / 10, this.#guide.locale);
  }

  /** @param {Event} event */
  async #submit(event) {
    event.preventDefault();
    const before = this.#entry;
    const seconds = this.#seconds();
    if (before === null || seconds === null) {
      focusFault(this.#form);
      return;
    }
    const now = { ...before, ...this.#answers(), seconds };
    const { words } = this.#guide;
    if (!(await this.#edge.save(now, before))) {
      this.#say(words.unsaved);
    } else if (isBad(now)) {
      // What to do now stays in sight until it is closed.
      this.#entry = now;
      this.#say(words.saved);
      part("bad", this.#sheet).focus();
    } else {
      this.#sheet.close();
    }
  }

  async #delete() {
    if (this.#entry && (await this.#edge.drop(this.#entry))) {
      this.#sheet.close();
    } else {
      this.#say(this.#guide.words.undropped);
    }
  }

  /** What was not changed stays as it was kept, to the second. @returns {number | null} */
  #seconds() {
    const rule = { low: 0, high: MOST_MINUTES, wrong: this.#guide.words.minutesWrong };
    const kept = this.#entry?.seconds ?? 0;
    const typed = field(this.#form, "minutes").value;
    if (parseNumber(typed) === parseNumber(this.#shown(kept))) {
      return kept;
    }
    const minutes = take(this.#form, "minutes", rule, this.#guide);
    return minutes === null ? null : Math.round(60 * minutes);
  }

  #answers() {
    return {
      before: answer(field(this.#form, "before").value),
      after: answer(field(this.#form, "after").value),
      signs: field(this.#form, "signs").checked,
      note: field(this.#form, "note").value.trim(),
    };
  }

  /** The advice, as soon as the answers are bad ones. */
  #judge() {
    const place = part("bad", this.#sheet);
    const bad = isBad(this.#answers());
    if (bad !== place.hasChildNodes()) {
      const words = /** @type {HTMLTemplateElement} */ (part("bad-words", this.#sheet));
      place.replaceChildren(...(bad ? [words.content.cloneNode(true)] : []));
    }
  }

  /** @param {string} words */
  #say(words) {
    write("edit-said", words, this.#sheet);
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (part("edit-form", this.#sheet));
  }
}

/** @param {string} value */
function answer(value) {
  return value === "" ? null : Number(value);
}
