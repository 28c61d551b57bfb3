// The page of a shared routine on the patient's device: kept there with its player, what has changed
// since it was last opened, its times as reminders, and how it went for whom the person chooses.

import "../frame/main.js";
import { ask, isSupported } from "../offline/bridge.js";
import { hear } from "../offline/start.js";
import { watchStars } from "../shared/favourites.js";
import { lastSessions } from "../shared/journal.js";
import {
  allOpened,
  changesSeen,
  dropOpened,
  hasNews,
  keepOpened,
  openedAgain,
} from "../shared/opened.js";
import { part } from "../shared/parts.js";
import { changes } from "./changes.js";
import { Copy } from "./copy.js";
import { Remind } from "./remind.js";
import { Telling } from "./telling.js";

// A journal of more than this within two weeks is nobody's.
const LOOKED_AT = 500;

class Shared {
  #guide = read("guide");
  #found = read("routine");
  #copy = new Copy(location.pathname, () => location.reload());
  #remind = new Remind(this.#found, this.#guide);
  #telling = new Telling(this.#found, this.#guide);
  /** @type {import("../shared/opened.js").Opened} */
  #opened = openedAgain(undefined, this.#found, Date.now());

  async start() {
    watchStars();
    hear((summary) => this.#copy.show(summary));
    if (isSupported()) {
      this.#ask();
    }
    part("keep").addEventListener("click", () => this.#keep(true));
    part("unkeep").addEventListener("click", () => this.#keep(false));
    part("changes-seen").addEventListener("click", () => this.#seen());
    addEventListener("pageshow", ({ persisted }) => persisted && this.#look());
    document.addEventListener("visibilitychange", () => !document.hidden && this.#look());
    const before = (await allOpened()).find(({ code }) => code === this.#found.code);
    this.#opened = openedAgain(before, this.#found, Date.now());
    await keepOpened(this.#opened);
    part("scripted").hidden = false;
    this.#show();
    await this.#look();
  }

  /** And once more of a worker that comes in the place of one of before. */
  #ask() {
    const { serviceWorker } = navigator;
    const open = () => ask("open", { path: location.pathname });
    open();
    if (serviceWorker.controller) {
      serviceWorker.addEventListener("controllerchange", open);
    }
  }

  /** Sessions and reminders come from other pages. */
  async #look() {
    this.#telling.show(await lastSessions(LOOKED_AT));
    await this.#remind.show();
  }

  #show() {
    const { seen, kept } = this.#opened;
    const isNew = hasNews(this.#opened);
    part("news").hidden = !isNew;
    const lines = isNew ? changes(seen, this.#found.routine, this.#guide) : [];
    part("changes").replaceChildren(...lines.map(item));
    part("keep").hidden = kept;
    part("kept").hidden = !kept;
  }

  #seen() {
    this.#change(changesSeen(this.#opened, this.#found.routine));
    document.getElementById("main")?.focus();
  }

  /** @param {boolean} kept */
  async #keep(kept) {
    if (!kept && this.#copy.isLast && (await dropOpened(this.#found.code))) {
      await this.#leave();
      return;
    }
    await this.#change({ ...this.#opened, kept });
    (this.#opened.kept ? part("unkeep") : part("keep")).focus();
  }

  /** Of what is no longer there the copy is the last: it goes, and this page with it. */
  async #leave() {
    await ask("drop", { path: location.pathname });
    location.replace(part("kept").querySelector("a")?.href ?? "/");
  }

  /** Shown as it is kept. @param {import("../shared/opened.js").Opened} opened */
  async #change(opened) {
    const isDone = await keepOpened(opened);
    part("unkept").hidden = isDone;
    this.#opened = isDone ? opened : this.#opened;
    this.#show();
  }
}

/** @param {string} text */
function item(text) {
  const element = document.createElement("li");
  element.textContent = text;
  return element;
}

/** What the page says to its script. @param {string} id */
function read(id) {
  return JSON.parse(document.getElementById(id)?.textContent ?? "");
}

new Shared().start();
