// Taking away all that is on this device: said what goes, asked twice, done, and looked at anew.

import { ask, isSupported } from "../../offline/bridge.js";
import { SESSION } from "../../player/only.js";
import { part, write } from "../../shared/parts.js";
import { changeReach, reach } from "../../shared/reach.js";
import { pageWorld, sync } from "../../shared/reminder_sync.js";
import { counts, lines } from "./inventory.js";
import { clear, everything, left } from "./keeping.js";

/** @typedef {import("./inventory.js").Guide} Guide */

/** Where the worker lays down what another app hands over. */
const HANDED = "handed";
// So long the worker may take to let go of its copies.
const PATIENCE_MS = 20_000;
const LOOK_MS = 200;
const TRIES = 5;

export class Erasing {
  #sheet;
  #guide;
  #isDone = false;

  /** @param {HTMLDialogElement} sheet @param {Guide} guide @param {{ save: () => unknown }} edge */
  constructor(sheet, guide, { save }) {
    this.#sheet = sheet;
    this.#guide = guide;
    part("erase-save", sheet).addEventListener("click", save);
    part("erase-ask", sheet).addEventListener("click", () => this.#show("sure"));
    part("erase", sheet).addEventListener("click", () => this.#begin());
    part("erase-anyway", sheet).addEventListener("click", () => this.#erase());
    part("erase-retry", sheet).addEventListener("click", () => this.#begin());
    for (const each of sheet.querySelectorAll("[data-erase-not]")) {
      each.addEventListener("click", () => sheet.close());
    }
    // What the page shows is no longer there.
    sheet.addEventListener("close", () => this.#isDone && location.reload());
  }

  async open() {
    const kept = await everything().catch(() => null);
    const all = kept ? lines(kept, this.#guide) : [];
    const what = all.length > 0 ? all : [this.#guide.words.nothing];
    part("erase-what", this.#sheet).replaceChildren(...what.map(item));
    part("erase-published", this.#sheet).hidden = !kept?.records.published.length;
    this.#show("ask");
    this.#sheet.showModal();
  }

  /** The server first: afterwards nobody could tell it any more. */
  async #begin() {
    if (await isInSession()) {
      this.#show("session");
    } else if (await stopReminding()) {
      await this.#erase();
    } else {
      this.#show("server");
    }
  }

  async #erase() {
    this.#show("working");
    const { checked } = /** @type {HTMLInputElement} */ (part("erase-app", this.#sheet));
    const rest = await eraseAll(checked).catch(() => 1);
    this.#isDone = true;
    const { counts: forms, locale } = this.#guide;
    write("erase-rest", rest ? counts(rest, forms.left, locale) : "", this.#sheet);
    this.#show(rest ? "rest" : "done");
  }

  /** @param {string} view */
  #show(view) {
    for (const each of this.#sheet.querySelectorAll("[data-view]")) {
      const element = /** @type {HTMLElement} */ (each);
      element.hidden = element.dataset.view !== view;
    }
    /** @type {HTMLElement | null} */ (
      this.#sheet.querySelector(`[data-view="${view}"] [tabindex]`)
    )?.focus();
  }
}

/** @param {string} text */
function item(text) {
  return Object.assign(document.createElement("li"), { textContent: text });
}

/** @param {boolean} withApp whether the app itself goes as well @returns {Promise<number>} so much is still here */
async function eraseAll(withApp) {
  const copies = await dropCopies(withApp);
  await caches?.delete(HANDED).catch(() => false);
  await clearFor(TRIES);
  return copies + (await left());
}

/** What the worker, or another page, was about to write comes after the first time. @param {number} tries */
async function clearFor(tries) {
  await clear();
  dispatchEvent(new StorageEvent("storage"));
  await pause();
  if (tries > 1 && (await left()) > 0) {
    await clearFor(tries - 1);
  }
}

function pause() {
  return new Promise((resolve) => setTimeout(resolve, LOOK_MS));
}

/** Copies of shared routines, which say something of whom they are for; and of the app, if it is to go. @param {boolean} withApp @returns {Promise<number>} so many are still here */
async function dropCopies(withApp) {
  if (!isSupported() || !navigator.serviceWorker.controller) {
    return 0;
  }
  if (withApp) {
    await ask("drop");
  }
  for (const path of await copies()) {
    await ask("drop", { path });
  }
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end && (await copies()).length > 0;) {
    await pause();
  }
  return (await copies()).length;
}

/** @returns {Promise<string[]>} paths of their pages */
async function copies() {
  return Object.keys((await ask("state")).opened ?? {});
}

/** No notification comes any more, and the server forgets this device. @returns {Promise<boolean>} whether it does */
async function stopReminding() {
  const ways = await reach();
  const world = pageWorld();
  await (await world.subscription())?.unsubscribe().catch(() => false);
  if (!ways.push && !ways.calendar && !ways.synced) {
    return true;
  }
  await changeReach({ push: false, calendar: false, waiting: true });
  return ["done", "none"].includes(await sync(world));
}

/** What it keeps at its end would be here again. */
async function isInSession() {
  const held = (await navigator.locks?.query())?.held ?? [];
  return held.some(({ name }) => name === SESSION);
}
