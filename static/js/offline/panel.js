// What of Limber is on this device, and what can be done about it: in the settings, in short on Today,
// and with the notice in place of a page that was corrected.

import { deviceStore } from "../shared/screen.js";
import { fill } from "../shared/words.js";
import { ask } from "./bridge.js";
import { agree } from "./consent.js";
import { hear, may, ownLanguage } from "./start.js";

/**
 * @typedef {import("./bridge.js").Summary} Summary
 * @typedef {"unsupported" | "taking" | "stuck" | "newer" | "waits" | "ready" | "damaged" | "refused"
 *   | "full" | "network" | "asks" | "none"} Condition `stuck` has no room for a newer version, `newer`
 *   is one that waits for a yes, `asks` for the first yes, `none` will come by itself
 */

const MEGABYTE = 1_000_000;

/**
 * The one thing that holds for a page of this language.
 * @param {Summary} summary
 * @param {string} language
 * @param {boolean} free whether packs come without a question
 * @returns {Condition}
 */
export function condition(summary, language, free) {
  const { ready, broken, taken, fault, refused } = summary;
  if (taken !== null) {
    return "taking";
  }
  if (ready.includes(language)) {
    return whenReady(summary, free);
  }
  if (broken) {
    return "damaged";
  }
  if (refused) {
    return "refused";
  }
  return fault ? whenFailed(fault) : whenMissing(free);
}

/** What came damaged was not kept: it is as if it had not come. @param {Summary["fault"]} fault */
function whenFailed(fault) {
  return fault === "full" ? "full" : "network";
}

/** @param {boolean} free */
function whenMissing(free) {
  return free ? "none" : "asks";
}

/** @param {Summary} summary @param {boolean} free @returns {Condition} */
function whenReady({ fault, waits, download }, free) {
  if (waits) {
    return "waits";
  }
  if (download > 0 && fault === "full") {
    return "stuck";
  }
  return download > 0 && !free ? "newer" : "ready";
}

export class Panel {
  #root;
  #locale;

  /** @param {HTMLElement} root holds words that show `data-when` a condition holds */
  constructor(root) {
    this.#root = root;
    this.#locale = root.dataset.locale;
    root.addEventListener("click", ({ target }) => this.#press(target));
    hear((summary) => (summary ? this.#show(summary) : this.#say("unsupported")));
    this.#showPersistence();
  }

  /** @param {EventTarget | null} target */
  #press(target) {
    const button = target instanceof Element ? target.closest("button") : null;
    const { get, repair, drop, persist } = button?.dataset ?? {};
    if (get !== undefined) {
      this.#get(get || ownLanguage());
    } else if (repair !== undefined) {
      ask("repair", { may: may() });
    } else if (drop !== undefined) {
      ask("drop", { language: drop });
    } else if (persist !== undefined) {
      this.#persist();
    }
  }

  /** To press is to say yes, where it was asked. @param {string} language */
  #get(language) {
    if (!may()) {
      agree(deviceStore());
    }
    ask("want", { language, may: true, asked: true });
  }

  async #persist() {
    const isKept = await navigator.storage.persist().catch(() => false);
    for (const words of this.#all("[data-unkept]")) {
      words.hidden = isKept;
    }
    await this.#showPersistence();
  }

  /** @param {Summary} summary */
  #show(summary) {
    this.#say(condition(summary, ownLanguage(), may()));
    this.#fill(summary);
    for (const row of this.#all("[data-language]")) {
      showLanguage(row, summary.ready);
    }
  }

  /** @param {Condition} now */
  #say(now) {
    this.#root.hidden = false;
    this.#hide("[data-when]", ({ when }) => !when?.split(" ").includes(now));
  }

  /**
   * Hides what does not hold. What was pressed may be among it: the focus must not be lost with it.
   * @param {string} selector
   * @param {(marks: DOMStringMap) => boolean} isHidden
   */
  #hide(selector, isHidden) {
    const focused = document.activeElement;
    for (const words of this.#all(selector)) {
      words.hidden = isHidden(words.dataset);
    }
    if (focused instanceof HTMLElement && this.#root.contains(focused) && !isSeen(focused)) {
      this.#root.querySelector("h2")?.focus();
    }
  }

  /** @param {Summary} summary */
  #fill({ stored, download, proved, taken }) {
    const { format: moment } = new Intl.DateTimeFormat(this.#locale, {
      dateStyle: "medium",
      timeStyle: "short",
    });
    const percent = new Intl.NumberFormat(this.#locale, { style: "percent" });
    const values = {
      size: this.#megabytes(stored),
      download: this.#megabytes(download),
      when: moment(proved),
    };
    for (const words of this.#all("[data-words]")) {
      write(words, fill(words.dataset.words ?? "", values));
    }
    for (const words of this.#all("[data-percent]")) {
      write(words, percent.format(taken ?? 0));
    }
    for (const bar of this.#root.querySelectorAll("progress")) {
      bar.value = taken ?? 0;
    }
  }

  /** @param {number} bytes */
  #megabytes(bytes) {
    const unit = { style: "unit", unit: "megabyte", maximumSignificantDigits: 2 };
    return new Intl.NumberFormat(this.#locale, /** @type {any} */ (unit)).format(bytes / MEGABYTE);
  }

  /** Whether the browser has promised not to delete what is kept. */
  async #showPersistence() {
    const isKept = await navigator.storage?.persisted?.().catch(() => undefined);
    this.#hide("[data-persisted]", ({ persisted }) => persisted !== String(isKept));
  }

  /** @param {string} selector */
  #all(selector) {
    return /** @type {NodeListOf<HTMLElement>} */ (this.#root.querySelectorAll(selector));
  }
}

/** @param {HTMLElement} row @param {string[]} ready */
function showLanguage(row, ready) {
  const prefix = row.dataset.language ?? "";
  const isHere = ready.includes(prefix);
  const parts = { here: isHere, get: !isHere, drop: isHere && prefix !== ownLanguage() };
  for (const [part, shows] of Object.entries(parts)) {
    /** @type {HTMLElement} */ (row.querySelector(`[data-${part}]`)).hidden = !shows;
  }
}

/** A screen reader says only what has changed. @param {HTMLElement} words @param {string} text */
function write(words, text) {
  if (words.textContent !== text) {
    words.textContent = text;
  }
}

/** @param {HTMLElement} element */
function isSeen(element) {
  return element.getClientRects().length > 0;
}

/** The panel of a page that has one. */
export function showPanel() {
  const root = document.querySelector("[data-offline]");
  return root instanceof HTMLElement ? new Panel(root) : null;
}
