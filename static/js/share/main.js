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
import { forgetOldest } from "./forget.js";
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
    hear((summary) => this.#heed(summary));
    if (isSupported()) {
      ask("open", { path: location.pathname });
    }
    part("keep").addEventListener("click", () => this.#keep(true));
    part("unkeep").addEventListener("click", () => this.#keep(false));
    part("changes-seen").addEventListener("click", () => this.#seen());
    addEventListener("pageshow", ({ persisted }) => persisted && this.#look());
    document.addEventListener("visibilitychange", () => !document.hidden && this.#look());
    await this.#open();
    part("scripted").removeAttribute("data-awaits-script");
    this.#show();
    await this.#look();
  }

  /** What could not be read is not written over: it holds whether it is kept, and what was seen. */
  async #open() {
    const all = await allOpened();
    const before = all?.find(({ code }) => code === this.#found.code);
    const opened = openedAgain(before, this.#found, Date.now());
    // Nothing that is shown has changed: there is nothing to understand.
    const isSame = hasNews(opened) && this.#lines(opened).length === 0;
    this.#opened = isSame ? changesSeen(opened, this.#found.routine) : opened;
    if (all) {
      await keepOpened(this.#opened);
      forgetOldest([this.#opened, ...all.filter((each) => each !== before)]);
    }
  }

  /** What has changed since, in words. @param {import("../shared/opened.js").Opened} opened */
  #lines(opened) {
    return hasNews(opened) ? changes(opened.seen, this.#found.routine, this.#guide) : [];
  }

  /** What its author has taken back calls nobody any longer. @param {import("../offline/bridge.js").Summary | null} summary */
  async #heed(summary) {
    this.#copy.show(summary);
    if (this.#copy.isWithdrawn && (await this.#remind.stop())) {
      part("stopped").hidden = false;
    }
  }

  /** Sessions and reminders come from other pages. */
  async #look() {
    this.#telling.show(await lastSessions(LOOKED_AT));
    await this.#remind.show();
  }

  #show() {
    const { kept } = this.#opened;
    const lines = this.#lines(this.#opened);
    part("news").hidden = lines.length === 0;
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
