// What of Limber is on this device, and what can be done about it: in the settings, in short on Today.

import { fill } from "../shared/words.js";
import { deviceStore } from "../shared/screen.js";
import { ask, isSupported, listen } from "./bridge.js";
import { agree, connection, mayTransfer } from "./consent.js";
import { ownLanguage } from "./start.js";

/**
 * @typedef {import("./worker/keeper.js").Summary} Summary
 * @typedef {"unsupported" | "taking" | "full" | "network" | "damaged" | "waits" | "ready" | "refused"
 *   | "stuck" | "asks" | "none"} Condition `stuck` has no room for a new version, `asks` for a yes,
 *   `none` will come by itself
 */

const MEGABYTE = 1_000_000;

/**
 * What holds for a page of this language.
 * @param {Summary} summary
 * @param {string} language
 * @param {boolean} may whether it comes without a question
 * @returns {Condition}
 */
export function condition({ ready, broken, waits, taken, fault, refused }, language, may) {
  if (taken !== null) {
    return "taking";
  }
  if (ready.includes(language)) {
    return fault === "full" ? "stuck" : waits ? "waits" : "ready";
  }
  if (broken) {
    return "damaged";
  }
  return refused ? "refused" : fault || (may ? "none" : "asks");
}

export class Panel {
  #root;
  #locale;

  /** @param {HTMLElement} root holds words that show `data-when` a condition holds */
  constructor(root) {
    this.#root = root;
    this.#locale = root.dataset.locale;
    root.hidden = false;
    if (!isSupported()) {
      this.#say("unsupported");
      return;
    }
    root.addEventListener("click", ({ target }) => this.#press(target));
    listen(({ summary }) => summary && this.#show(summary));
    ask("state").then((summary) => this.#show(summary));
    this.#showPersistence();
  }

  /** @param {EventTarget | null} target */
  async #press(target) {
    const button = target instanceof Element ? target.closest("button") : null;
    const { get, repair, drop, persist } = button?.dataset ?? {};
    if (get !== undefined) {
      agree(deviceStore());
      await ask("want", { language: get || ownLanguage(), may: true, asked: true });
    } else if (repair !== undefined) {
      await ask("repair");
    } else if (drop !== undefined) {
      await ask("drop", { language: drop });
    } else if (persist !== undefined) {
      await navigator.storage.persist();
      this.#showPersistence();
    }
  }

  /** @param {Summary} summary */
  #show(summary) {
    const may = mayTransfer(deviceStore(), connection());
    this.#say(condition(summary, ownLanguage(), may));
    this.#fill(summary);
    for (const row of this.#all("[data-language]")) {
      this.#showLanguage(row, summary);
    }
  }

  /** @param {Condition} now */
  #say(now) {
    for (const words of this.#all("[data-when]")) {
      words.hidden = !words.dataset.when?.split(" ").includes(now);
    }
  }

  /** @param {Summary} summary */
  #fill({ stored, download, proved, taken }) {
    const percent = new Intl.NumberFormat(this.#locale, { style: "percent" });
    const moment = new Intl.DateTimeFormat(this.#locale, {
      dateStyle: "medium",
      timeStyle: "short",
    });
    const values = {
      size: this.#megabytes(stored),
      download: this.#megabytes(download),
      when: moment.format(proved),
      percent: percent.format(taken ?? 0),
    };
    for (const words of this.#all("[data-words]")) {
      const isKnown = words.dataset.download === undefined || download > 0;
      words.textContent = isKnown ? fill(words.dataset.words ?? "", values) : "";
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

  /** @param {HTMLElement} row @param {Summary} summary */
  #showLanguage(row, { ready }) {
    const prefix = row.dataset.language ?? "";
    const isHere = ready.includes(prefix);
    row.hidden = ready.length === 0;
    for (const [part, shows] of Object.entries({
      here: isHere,
      get: !isHere,
      drop: isHere && prefix !== ownLanguage(),
    })) {
      /** @type {HTMLElement} */ (row.querySelector(`[data-${part}]`)).hidden = !shows;
    }
  }

  /** Whether the browser has promised not to delete what is kept. */
  async #showPersistence() {
    const isKept = await navigator.storage?.persisted?.().catch(() => undefined);
    for (const words of this.#all("[data-persisted]")) {
      words.hidden = words.dataset.persisted !== String(isKept);
    }
  }

  /** @param {string} selector */
  #all(selector) {
    return /** @type {NodeListOf<HTMLElement>} */ (this.#root.querySelectorAll(selector));
  }
}

/** The panel of a page that has one. */
export function showPanel() {
  const root = document.querySelector("[data-offline]");
  return root instanceof HTMLElement ? new Panel(root) : null;
}
