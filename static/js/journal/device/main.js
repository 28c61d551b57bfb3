// What is on this device: said, saved, brought in, moved and deleted. Comes when somebody gets near it.

import { LaterScript } from "../../shared/later_script.js";
import { styled } from "./styled.js";
import { handOver } from "../../shared/hand_over.js";
import { showInstallFirst } from "../../shared/install_first.js";
import { part, write } from "../../shared/parts.js";
import { deviceStore } from "../../shared/screen.js";
import { fill } from "../../shared/words.js";
import { codeIn, forgetTaken, missing, take, textIn } from "./codes.js";
import { drinkTable, sessionTable } from "./csv.js";
import { Erasing } from "./erasing.js";
import { fileName, isoTime, written } from "./file.js";
import { counts, lines } from "./inventory.js";
import { everything } from "./keeping.js";
import { Moving } from "./moving.js";
import { Taking } from "./taking.js";

/**
 * @typedef {import("./inventory.js").Guide} Guide
 * @typedef {import("./keeping.js").Kept} Kept
 */

const JSON_TYPE = "application/json";
const CSV_TYPE = "text/csv";
const MEGABYTE = 1_000_000;
// Less than that is nothing that anybody would mind.
const LEAST_MEGABYTES = 0.1;

/** @type {Promise<Device> | null} */
let opened = null;

/**
 * The one section of a page, with what has come for it: codes in its address, a file of another app.
 * @param {HTMLElement} section
 * @param {{ codes: string[], file: Blob | null }} come
 * @param {import("./faulty.js").ReadPage} readPage of the page, because there may be one policy only
 */
export async function open(section, { codes, file }, readPage) {
  opened ??= begin(section, readPage);
  const device = await opened;
  for (const code of codes) {
    await device.take(code);
  }
  if (file) {
    await device.file(file);
  }
}

/** @param {HTMLElement} section @param {import("./faulty.js").ReadPage} readPage */
async function begin(section, readPage) {
  await styled(section.dataset.style ?? "");
  const device = new Device(section, readPage);
  await device.show();
  return device;
}

class Device {
  #section;
  /** @type {Guide} */
  #guide;
  #taking;
  #moving;
  #erasing;

  /** @param {HTMLElement} section @param {import("./faulty.js").ReadPage} readPage */
  constructor(section, readPage) {
    this.#section = section;
    this.#guide = JSON.parse(document.getElementById("device-guide")?.textContent ?? "");
    const [taking, moving, erasing] = ["take", "move", "erase"].map(
      (id) => /** @type {HTMLDialogElement} */ (document.getElementById(id)),
    );
    /** @type {import("./taking.js").Edge["done"]} */
    const done = (words, undo) => this.#say(words, undo);
    this.#taking = new Taking(taking, this.#guide, { done, readPage });
    const drawer = new LaterScript(section.dataset.qr ?? "");
    this.#moving = new Moving(moving, this.#guide, drawer);
    this.#erasing = new Erasing(erasing, this.#guide, { save: () => this.#save() });
    this.#wire();
  }

  #wire() {
    const taps = {
      "device-save": () => this.#save(),
      "device-sessions": () => this.#saveSessions(),
      "device-drinks": () => this.#saveDrinks(),
      "device-move": () => this.#moving.open(),
      "device-erase": () => this.#erasing.open(),
      "device-persist": () => this.#persist(),
    };
    for (const [name, act] of Object.entries(taps)) {
      for (const each of document.querySelectorAll(`[data-${name}]`)) {
        each.addEventListener("click", act);
      }
    }
    const field = /** @type {HTMLInputElement} */ (this.#part("device-file"));
    field.addEventListener("change", () => this.#open(field));
    addEventListener("pageshow", ({ persisted }) => persisted && this.show());
    addEventListener("storage", () => this.show());
    document.addEventListener("visibilitychange", () => !document.hidden && this.show());
  }

  async show() {
    const kept = await everything().catch(() => null);
    this.#part("device-unread").hidden = kept !== null;
    if (kept) {
      this.#list(kept);
    }
    this.#part("device-all").hidden = false;
    showInstallFirst(this.#section);
    await this.#showPersistence();
  }

  /** @param {Kept} kept */
  #list(kept) {
    const all = lines(kept, this.#guide);
    this.#part("device-list").replaceChildren(...all.map(row));
    this.#part("device-none").hidden = all.length > 0;
    this.#part("device-damaged").hidden = kept.unreadable === 0;
    const { counts: forms, locale } = this.#guide;
    write("device-damaged", counts(kept.unreadable, forms.damaged, locale), this.#section);
    for (const name of ["sessions", "drinks"]) {
      const row = /** @type {HTMLElement} */ (this.#part(`device-${name}`).closest("li"));
      row.hidden = kept.records[name].length === 0;
    }
  }

  /** Whether the browser has promised not to delete it, and how much it is. */
  async #showPersistence() {
    const { storage } = navigator;
    const isKept = await storage?.persisted?.().catch(() => undefined);
    for (const each of this.#section.querySelectorAll("[data-device-persisted]")) {
      const element = /** @type {HTMLElement} */ (each);
      element.hidden = element.dataset.devicePersisted !== String(isKept);
    }
    const { usage = 0 } = (await storage?.estimate?.().catch(() => null)) ?? {};
    const unit = { style: "unit", unit: "megabyte", maximumFractionDigits: 1 };
    const format = new Intl.NumberFormat(this.#guide.locale, /** @type {any} */ (unit));
    const size = format.format(Math.max(usage / MEGABYTE, LEAST_MEGABYTES));
    write("device-size", usage ? fill(this.#guide.words.size, { size }) : "", this.#section);
  }

  async #persist() {
    const isKept = await navigator.storage.persist().catch(() => false);
    this.#part("device-unpromised").hidden = isKept;
    await this.#showPersistence();
    if (isKept) {
      document.getElementById("device-title")?.focus();
    }
  }

  async #save() {
    const kept = await this.#everything();
    if (kept) {
      const now = new Date();
      await this.#hand(fileName(now), JSON_TYPE, written(kept, now));
    }
  }

  async #saveSessions() {
    const kept = await this.#everything();
    if (kept) {
      const table = sessionTable(kept.records.sessions, titles(kept));
      await this.#hand(`limber-sessions-${today()}.csv`, CSV_TYPE, table);
    }
  }

  async #saveDrinks() {
    const kept = await this.#everything();
    if (kept) {
      const table = drinkTable(kept.records.drinks);
      await this.#hand(`limber-drinks-${today()}.csv`, CSV_TYPE, table);
    }
  }

  /** What cannot be read is said, and nothing is saved as if it were all. */
  async #everything() {
    const kept = await everything().catch(() => null);
    this.#part("device-unread").hidden = kept !== null;
    return kept;
  }

  /** @param {string} name @param {string} type @param {string} text */
  async #hand(name, type, text) {
    if (await handOver(new File([text], name, { type }))) {
      this.#say(fill(this.#guide.words.saved, { name }));
    }
  }

  /** @param {HTMLInputElement} field */
  async #open(field) {
    const [file] = field.files ?? [];
    // So that the same file can be chosen again.
    if (file) {
      await this.#taking.file(file);
      field.value = "";
    }
  }

  /** It has lost its name on the way. @param {Blob} file */
  file(file) {
    return this.#taking.file(new File([file], fileName(new Date())));
  }

  /** What came in a code. @param {string} hash */
  async take(hash) {
    const code = codeIn(hash);
    if (!code) {
      this.#taking.refuse();
      return;
    }
    const all = take(code, deviceStore(), Date.now());
    const rest = missing(all);
    if (rest > 0) {
      this.#taking.wait(all.of - rest, all.of);
      return;
    }
    forgetTaken(deviceStore());
    const text = await textIn(all);
    if (text === null) {
      this.#taking.refuse();
    } else {
      await this.#taking.text(text, this.#guide.words.codes);
    }
  }

  /** What was done, with its undoing where there is one. @param {string} words @param {() => unknown} [undo] */
  #say(words, undo) {
    const place = this.#part("device-said");
    write("undo-words", words, place);
    const button = part("undo", place);
    button.hidden = !undo;
    button.onclick = undo ?? null;
    place.hidden = false;
    if (undo) {
      button.focus();
    }
    this.show();
  }

  /** @param {string} name */
  #part(name) {
    return part(name, this.#section);
  }
}

/** What this device calls what was done. @param {Kept} kept @returns {(session: import("../../shared/journal.js").Entry) => string} */
function titles({ records: { own, opened: shared } }) {
  const names = {
    own: Object.fromEntries(own.map(({ id, routine }) => [id, routine.title])),
    shared: Object.fromEntries(shared.map(({ code, title }) => [code, title])),
  };
  return ({ kind, slug }) => (kind === "own" || kind === "shared" ? (names[kind][slug] ?? "") : "");
}

function today() {
  return isoTime(new Date()).slice(0, 10);
}

/** @param {string} text */
function row(text) {
  const line = Object.assign(document.createElement("li"), { className: "row" });
  line.append(
    Object.assign(document.createElement("span"), { textContent: text, className: "strong" }),
  );
  return line;
}
