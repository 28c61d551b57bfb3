// What the form can be filled from: a routine of the library, a shared one, a file.

import { codeOf } from "../shared/codes.js";
import { FROM_OTHERS } from "../shared/own.js";
import { part } from "../shared/parts.js";
import { EMPTY, fieldFaultText, isRoutine } from "../shared/routine.js";
import { isTooLarge, readFile, saveFile } from "../shared/routine_file.js";
import { readPage } from "../shared/trusted.js";
import { ask } from "./api.js";
import { field } from "./fields.js";

/**
 * @typedef {import("../shared/routine.js").Routine} Routine
 * @typedef {import("./view.js").Guide} Guide
 * @typedef {{ take: (routine: Routine, from: string) => void, clear: () => void, keepOwn: () => void,
 *   routine: () => Routine }} Edge `from` as of a routine of one's own
 */

const FETCH_MS = 10_000;

export class Start {
  #sheet = /** @type {HTMLDialogElement} */ (document.getElementById("start"));
  #catalog;
  #guide;
  #edge;

  /** @param {import("../shared/session_of.js").Catalog} catalog @param {Guide} guide @param {Edge} edge */
  constructor(catalog, guide, edge) {
    this.#catalog = catalog;
    this.#guide = guide;
    this.#edge = edge;
    part("start-routine").addEventListener("click", () => this.#fromChosen());
    part("start-code").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#fromTyped();
    });
    field(this.#sheet, "file").addEventListener("change", () => this.#fromFile());
    part("save-file").addEventListener("click", () => saveFile(this.#edge.routine()));
    part("keep-own").addEventListener("click", () => this.#then(this.#edge.keepOwn));
    part("clear").addEventListener("click", () => this.#then(this.#edge.clear));
  }

  open() {
    this.#sheet.showModal();
  }

  /** @param {() => void} act */
  #then(act) {
    this.#sheet.close();
    act();
  }

  async #fromChosen() {
    const button = /** @type {HTMLButtonElement} */ (part("start-routine"));
    button.disabled = true;
    const fault = await this.fromRoutine(field(this.#sheet, "routine").value);
    button.disabled = false;
    this.#fault("routine", fault);
  }

  /** As its own page holds it. @param {string} slug @returns {Promise<string>} what is wrong, nothing where it is in the form */
  async fromRoutine(slug) {
    const { routines = "" } = part("routines", this.#sheet).dataset;
    const routine = await fetchRoutine(routines + slug);
    if (typeof routine === "string") {
      return this.#guide.words[routine];
    }
    this.#then(() => this.#edge.take(routine, `routines/${slug}`));
    return "";
  }

  async #fromTyped() {
    const fault = await this.fromCode(field(this.#sheet, "code").value);
    this.#fault("code", fault);
  }

  /** @param {string} typed @returns {Promise<string>} what is wrong, nothing where it is in the form */
  async fromCode(typed) {
    const { words } = this.#guide;
    const code = codeOf(typed);
    const { status, body } = code ? await ask("GET", `/${code}`) : { status: 404, body: {} };
    if (status === 200) {
      this.#then(() => this.#edge.take(body.routine, FROM_OTHERS));
      return "";
    }
    const known = { 404: words.noCode, 410: words.withdrawnCode, 429: words.busy };
    return known[/** @type {404} */ (status)] ?? words.noAnswer;
  }

  async #fromFile() {
    const input = field(this.#sheet, "file");
    const [file] = input.files ?? [];
    if (file) {
      const { routine, faults } = await readFile(file, this.#catalog);
      const found = routine ?? (await readDraft(file, this.#catalog));
      const [first] = faults;
      this.#fault("file", found ? "" : fieldFaultText(first, this.#catalog));
      input.value = ""; // the same file again is a change too
      if (found) {
        this.#then(() => this.#edge.take(found, FROM_OTHERS));
      }
    }
  }

  /** Beside the field, which is where one goes on. @param {string} name @param {string} words */
  #fault(name, words) {
    const place = /** @type {HTMLElement} */ (document.getElementById(`${name}-fault`));
    /** @type {HTMLElement} */ (place.querySelector("span")).textContent = words;
    place.hidden = words === "";
    field(this.#sheet, name).setAttribute("aria-invalid", String(words !== ""));
    if (words) {
      field(this.#sheet, name).focus();
    }
  }
}

/** @param {string} address of the page of a routine @returns {Promise<Routine | "noAnswer" | "noRoutine">} */
async function fetchRoutine(address) {
  try {
    const signal = AbortSignal.timeout(FETCH_MS);
    const answer = await fetch(address, { mode: "same-origin", signal });
    if (answer.status === 404) {
      return "noRoutine";
    }
    const held = readPage(await answer.text()).getElementById("routine")?.textContent ?? "";
    const found = JSON.parse(held);
    return isRoutine(found) ? found : "noAnswer";
  } catch {
    // No signal, or a server that hangs: what is in the form stays.
    return "noAnswer";
  }
}

/** A file may hold a draft too, which has no name or step yet. @param {Blob} file @param {import("../shared/session_of.js").Catalog} catalog @returns {Promise<Routine | null>} */
export async function readDraft(file, { exercises }) {
  try {
    const found = isTooLarge(file) ? null : JSON.parse(await file.text());
    const isKnown =
      isRoutine(found) && found.steps.every(({ exercise }) => Object.hasOwn(exercises, exercise));
    return isKnown ? found : null;
  } catch {
    return null;
  }
}

/** Nothing yet, in the language of the page. @param {string} language @returns {Routine} */
export function empty(language) {
  return { ...EMPTY, language };
}
