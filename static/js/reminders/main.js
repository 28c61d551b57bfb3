// Reminders: what one is asked when, how it reaches this device, and what a notification leads to.

import "../frame/main.js";
import { tellOthers } from "../shared/changes.js";
import { access } from "../shared/doctor_first.js";
import { DrinkKeys } from "../shared/drink_keys.js";
import { DrinkLog } from "../shared/drink_log.js";
import { inMinutes } from "../shared/due.js";
import { part, write, copy } from "../shared/parts.js";
import { opaque } from "../shared/reach.js";
import { heedDrinks } from "../shared/reminder_rules.js";
import {
  ABOUT_DRINKS,
  KINDS,
  allReminders,
  dropReminder,
  keepReminder,
} from "../shared/reminders.js";
import { portions } from "../shared/portions.js";
import { allRounds } from "../shared/rounds.js";
import { HOUR_MS, MINUTE_MS } from "../shared/time.js";
import { fill } from "../shared/words.js";
import { readGuide, store, whenBack } from "../hydration/reader.js";
import { calendar } from "./calendar.js";
import { nameOf, nextOf, whenOf } from "./phrases.js";
import { Sheet } from "./sheet.js";
import { Ways } from "./ways.js";

const LATER_MINUTES = 30;

/** @typedef {import("../shared/reminders.js").Reminder} Reminder */
/** @typedef {import("../shared/reminders.js").Kind} Kind */

class Reminders {
  #guide = readGuide();
  #ways = new Ways(this.#guide, () => this.#show());
  #sheet = new Sheet(
    /** @type {HTMLDialogElement} */ (document.getElementById("reminder")),
    this.#guide,
  );
  #log = new DrinkLog({ changed: () => this.#show(), tell: () => this.#drank() });
  #drinks = readGuide("drinks-guide");
  #keys = new DrinkKeys(part("keys"), document, this.#drinks, {
    store,
    log: this.#log,
    unit: this.#drinks.unit,
    isOpen: () => this.#isOpen,
    go: (address) => location.assign(address),
  });
  /** @type {Reminder[]} */
  #reminders = [];

  async start() {
    part("without-script").remove();
    for (const button of document.querySelectorAll("[data-add]")) {
      const { add } = /** @type {HTMLElement} */ (button).dataset;
      button.addEventListener("click", () => this.#add(/** @type {Kind} */ (add)));
    }
    part("file").addEventListener("click", () => this.#save());
    part("later").addEventListener("click", () => this.#later());
    part("enough").addEventListener("click", () => this.#enough());
    addEventListener("hashchange", () => this.#arrive());
    whenBack(() => this.#load(), this.#guide.unit);
    await this.#load();
    part("yours").hidden = false;
    part("ways").hidden = false;
    this.#arrive();
    await heedDrinks(this.#isOpen);
    await this.#ways.start();
  }

  async #load() {
    const found = await allReminders();
    part("unread").hidden = found !== null;
    this.#reminders = found ?? this.#reminders;
    await this.#log.load();
  }

  /** Whether a doctor does not decide first about drinks. */
  get #isOpen() {
    return access(store, this.#drinks.closing, Date.now()) === "open";
  }

  get #lastDrink() {
    return this.#log.drinks[0]?.at ?? null;
  }

  #show() {
    this.#keys.show();
    part("keys").hidden = false;
    part("list").replaceChildren(...this.#reminders.map((each) => this.#row(each)));
    part("empty").hidden = this.#reminders.length > 0;
    for (const button of document.querySelectorAll("[data-add]")) {
      const { add } = /** @type {HTMLElement} */ (button).dataset;
      /** @type {HTMLButtonElement} */ (button).disabled = this.#isClosed(String(add));
    }
    part("drinks-first").hidden = this.#isOpen;
    this.#showDue();
  }

  /** @param {string} kind */
  #isClosed(kind) {
    return ABOUT_DRINKS.includes(kind) && !this.#isOpen;
  }

  /** @param {Reminder} reminder */
  #row(reminder) {
    const row = copy("reminder");
    const shown = { ...reminder, on: reminder.on && !this.#isClosed(reminder.kind) };
    const { words } = this.#guide;
    const name = nameOf(reminder, this.#guide);
    write("name", name, row);
    const next = nextOf(shown, this.#lastDrink, this.#guide, Date.now());
    const when = whenOf(reminder, this.#guide, Date.now());
    write("when", next.includes(when) ? "" : when, row); // what is for a moment says it once
    write("next", next, row);
    const box = /** @type {HTMLInputElement} */ (part("on", row));
    box.checked = shown.on;
    box.disabled = this.#isClosed(reminder.kind);
    box.setAttribute("aria-label", fill(words.switch, { name }));
    box.addEventListener("change", () => this.#put({ ...reminder, on: box.checked }));
    const edit = part("edit", row);
    edit.setAttribute("aria-label", fill(words.edit, { name }));
    edit.addEventListener("click", () => this.#edit(reminder));
    return row;
  }

  /** @param {Kind} kind @param {Partial<Reminder> | null} before what is chosen already */
  async #add(kind, before = null) {
    if (kind === "compress") {
      await this.#addGap();
    } else {
      this.#sheet.open(kind, before, { save: (reminder) => this.#put(reminder) });
    }
  }

  /** When the gap after the last round of cold or heat is over. */
  async #addGap() {
    const [round] = await allRounds();
    const at = round ? round.ended + this.#guide.gap * HOUR_MS : 0;
    if (at > Date.now()) {
      await this.#putMoment("compress", at);
    } else {
      this.#say(this.#guide.words.noRound);
    }
  }

  /** @param {Reminder} reminder */
  #edit(reminder) {
    this.#sheet.open(reminder.kind, reminder, {
      save: (changed) => this.#put(changed),
      drop: () => this.#drop(reminder),
    });
  }

  /** @param {Reminder} reminder */
  async #put(reminder) {
    const others = this.#reminders.filter(({ id }) => id !== reminder.id);
    this.#reminders = [...others, reminder].sort((one, other) => one.at - other.at);
    part("unkept-reminder").hidden = await keepReminder(reminder);
    await this.#told();
  }

  /** @param {Reminder} reminder */
  async #drop(reminder) {
    if (await dropReminder(reminder.id)) {
      this.#reminders = this.#reminders.filter(({ id }) => id !== reminder.id);
      const words = fill(this.#guide.words.deleted, { name: nameOf(reminder, this.#guide) });
      this.#say(words, () => this.#put(reminder));
      await this.#told();
    }
  }

  /** One that is for a moment, with its undoing. @param {Kind} kind @param {number} at */
  async #putMoment(kind, at) {
    const reminder = moment(kind, at);
    const put = this.#put(reminder);
    const words = nextOf(reminder, this.#lastDrink, this.#guide, Date.now());
    this.#say(words, () => this.#drop(reminder));
    await put;
  }

  /** @param {string} words @param {(() => void) | null} undo */
  #say(words, undo = null) {
    const place = part("dropped");
    write("undo-words", words, place);
    part("undo", place).hidden = undo === null;
    part("undo", place).onclick = () => {
      place.hidden = true;
      undo?.();
    };
    place.hidden = false;
  }

  async #told() {
    this.#show();
    tellOthers(store);
    await this.#ways.tell();
  }

  /** The next question counts from this drink. */
  #drank() {
    tellOthers(store);
    this.#ways.tell();
  }

  /** After # stands the id of a reminder and what to do about it, or what is to be a new one. */
  async #arrive() {
    const [id, what, chosen] = location.hash.slice(1).split(".");
    this.#show();
    if (what) {
      // Once: not again when the page is loaded anew.
      history.replaceState(history.state, "", id === "new" ? location.pathname : `#${id}`);
    }
    if (id === "new") {
      await this.#addNew(what, chosen);
    } else if (this.#due && what === "later") {
      await this.#later();
    } else if (this.#due?.kind === "drink" && what === "did") {
      await this.#keys.put(this.#log.drunk(this.#usual));
    }
  }

  /** As the last time; the first time the first size. */
  get #usual() {
    return this.#log.drinks[0] ?? portions(store, this.#drinks.unit)[0];
  }

  /** @param {string} kind @param {string | undefined} slug of a routine */
  async #addNew(kind, slug) {
    const known = KINDS.find((each) => each === kind);
    if (known && !this.#isClosed(known)) {
      await this.#add(known, slug ? { slug } : null);
    }
  }

  /** What a notification has led to. */
  #showDue() {
    const reminder = this.#due;
    part("due").hidden = !reminder;
    if (reminder) {
      write("due-title", nameOf(reminder, this.#guide));
      for (const each of document.querySelectorAll("[data-due-for]")) {
        const element = /** @type {HTMLElement} */ (each);
        element.hidden = element.dataset.dueFor !== reminder.kind;
      }
      part("due-start").setAttribute("href", this.#guide.start + (reminder.slug ?? ""));
    }
  }

  get #due() {
    const [id] = location.hash.slice(1).split(".");
    return this.#reminders.find((each) => each.id === id && !this.#isClosed(each.kind)) ?? null;
  }

  async #later() {
    await this.#putMoment("once", inMinutes(LATER_MINUTES, Date.now()));
    this.#enough();
  }

  #enough() {
    history.replaceState(history.state, "", location.pathname);
    this.#show();
    part("yours").querySelector("h2")?.focus();
  }

  /** As a file for the calendar of the device. */
  async #save() {
    const says = {
      title: () => this.#guide.notifications.neutral,
      address: (/** @type {Reminder} */ { id }) => `${location.origin}${this.#guide.page}#${id}`,
    };
    const state = { now: Date.now(), lastDrink: this.#lastDrink };
    const open = this.#reminders.filter(({ kind, on }) => on && !this.#isClosed(kind));
    const text = calendar(open, says, state);
    if (!text.includes("BEGIN:VEVENT")) {
      write("filed", this.#guide.words.nothing);
      return;
    }
    const file = new File([text], "limber.ics", { type: "text/calendar" });
    await handOver(file);
    write("filed", this.#guide.words.filed);
  }
}

/** One that is for a moment. @param {Kind} kind @param {number} at @returns {Reminder} */
function moment(kind, at) {
  const nothing = {
    from: null,
    to: null,
    every: null,
    time: null,
    days: null,
    slug: null,
    minutes: null,
  };
  return { ...nothing, id: opaque(), kind, at, on: true };
}

/** By the share sheet where it takes files, as on phones whose apps cannot save; else saved. @param {File} file */
async function handOver(file) {
  const isStandalone = matchMedia("(display-mode: standalone)").matches;
  if (isStandalone && navigator.canShare?.({ files: [file] })) {
    await navigator.share({ files: [file] }).catch(() => undefined);
    return;
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), MINUTE_MS);
}

new Reminders().start();
