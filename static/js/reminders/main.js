// Reminders: what one is asked when, how it reaches this device, and what a notification leads to.

import "../frame/main.js";
import { opensAt } from "../compress/round.js";
import { tellPages } from "../shared/changes.js";
import { openUntil } from "../shared/doctor_first.js";
import { DrinkKeys } from "../shared/drink_keys.js";
import { DrinkLog } from "../shared/drink_log.js";
import { inMinutes, nextDue } from "../shared/due.js";
import { handOver } from "../shared/hand_over.js";
import { hear } from "../shared/heard.js";
import { isLocked } from "../shared/lock.js";
import { allOpened } from "../shared/opened.js";
import { part, write, copy } from "../shared/parts.js";
import { opaque } from "../shared/reach.js";
import { heedDrinks, kindOf } from "../shared/reminder_rules.js";
import {
  KINDS,
  MOST,
  NOTHING,
  allReminders,
  codeOfShared,
  dropReminder,
  isClosed,
  keepReminder,
  slugOfShared,
} from "../shared/reminders.js";
import { portions } from "../shared/portions.js";
import { allRounds } from "../shared/rounds.js";
import { DAY_MS, MINUTE_MS } from "../shared/time.js";
import { fill } from "../shared/words.js";
import { readGuide, store, whenBack } from "../hydration/reader.js";
import { calendar } from "./calendar.js";
import { nameOf, nextOf, whenOf } from "./phrases.js";
import { Sheet } from "./sheet.js";
import { Ways } from "./ways.js";

const LATER_MINUTES = 30;
// What a notification that is only a test calls itself.
const TEST = "test";

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
  #keeping = Promise.resolve(true);

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
    addEventListener("online", () => this.#look());
    whenBack(() => this.#look(), this.#guide.unit);
    await this.#nameShared();
    await this.#load();
    part("yours").hidden = false;
    part("ways").hidden = false;
    await this.#arrive();
    await this.#ways.start();
  }

  /** Routines that somebody shared are named by this device only. */
  async #nameShared() {
    for (const { code, title } of (await allOpened()) ?? []) {
      this.#guide.routines[slugOfShared(code)] = title;
      this.#sheet.offer(slugOfShared(code), title);
    }
  }

  /** Other pages, and the settings of the browser, may have changed anything meanwhile. */
  async #look() {
    await this.#load();
    await this.#ways.look();
  }

  async #load() {
    await this.#keeping; // what was read before it would be older than what is shown
    const found = await allReminders();
    part("unread").hidden = found !== null;
    this.#reminders = found ? await withoutOver(found, Date.now()) : this.#reminders;
    await heedDrinks(openUntil(store, this.#drinks.closing, Date.now()));
    await this.#log.load();
  }

  /** Whether a doctor does not decide first about drinks. */
  get #isOpen() {
    return openUntil(store, this.#drinks.closing, Date.now()) > 0;
  }

  get #lastDrink() {
    return this.#log.drinks[0]?.at ?? null;
  }

  #show() {
    this.#keys.show();
    part("keys").hidden = false;
    this.#list();
    part("empty").hidden = this.#reminders.length > 0;
    for (const button of document.querySelectorAll("[data-add]")) {
      const { add } = /** @type {HTMLElement} */ (button).dataset;
      /** @type {HTMLButtonElement} */ (button).disabled = this.#isClosed({
        kind: /** @type {Kind} */ (add),
        slug: null,
      });
    }
    part("drinks-first").hidden = this.#isOpen;
    this.#showDue();
  }

  /** Anew, with the focus where it was. */
  #list() {
    const { activeElement } = document;
    const row = /** @type {HTMLElement | undefined} */ (activeElement?.closest("[data-of]"));
    const held = activeElement?.matches("input") ? "on" : "edit";
    part("list").replaceChildren(...this.#reminders.map((each) => this.#row(each)));
    const again = row && part("list").querySelector(`[data-of="${row.dataset.of}"]`);
    if (again) {
      part(held, again).focus();
    }
  }

  /** @param {Pick<Reminder, "kind" | "slug">} reminder */
  #isClosed(reminder) {
    return isClosed(reminder, { drinks: this.#isOpen, locked: isLocked() });
  }

  /** @param {Reminder} reminder */
  #row(reminder) {
    const row = copy("reminder");
    /** @type {HTMLElement} */ (row.firstElementChild).dataset.of = reminder.id;
    const shown = { ...reminder, on: reminder.on && !this.#isClosed(reminder) };
    const { words } = this.#guide;
    const name = nameOf(reminder, this.#guide);
    write("name", name, row);
    const next = nextOf(shown, this.#lastDrink, this.#guide, Date.now());
    const when = whenOf(reminder, this.#guide, Date.now());
    write("when", next.includes(when) ? "" : when, row); // what is for a moment says it once
    write("next", next, row);
    const box = /** @type {HTMLInputElement} */ (part("on", row));
    box.checked = shown.on;
    box.disabled = this.#isClosed(reminder);
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

  /** When the gap after the last round of cold or heat is over, as the coach has it. */
  async #addGap() {
    const { gap, words } = this.#guide;
    const [round] = await allRounds();
    if (round?.skin === "not") {
      this.#say(words.skin);
      return;
    }
    const at = round ? opensAt(/** @type {any} */ ({ ...round, gap }), gap) : 0;
    if (at <= Date.now()) {
      this.#say(words.noRound);
      return;
    }
    // In the place of an earlier one: there is one gap at a time.
    const before = this.#reminders.find(({ kind }) => kind === "compress");
    const whole = MINUTE_MS * Math.ceil(at / MINUTE_MS);
    await this.#putMoment({ ...moment("compress", whole), minutes: gap * 60, ...named(before) });
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
    const isNew = this.#reminders.every(({ id }) => id !== reminder.id);
    if (isNew && this.#reminders.length >= MOST) {
      this.#say(this.#guide.words.most);
      return;
    }
    const others = this.#reminders.filter(({ id }) => id !== reminder.id);
    this.#reminders = [...others, reminder].sort((one, other) => one.at - other.at);
    this.#keeping = keepReminder(reminder);
    part("unkept-reminder").hidden = await this.#keeping;
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

  /** With its undoing. @param {Reminder} reminder @param {Reminder | null} before in whose place it comes */
  async #putMoment(reminder, before = null) {
    const put = this.#put(reminder);
    const words = nextOf(reminder, this.#lastDrink, this.#guide, Date.now());
    this.#say(words, () => (before ? this.#put(before) : this.#drop(reminder)));
    await put;
  }

  /** @param {string} words @param {(() => unknown) | null} undo */
  #say(words, undo = null) {
    const place = part("dropped");
    write("undo-words", words, place);
    part("undo", place).hidden = undo === null;
    part("undo", place).onclick = async () => {
      await undo?.();
      write("undo-words", this.#drinks.words.undone, place);
      part("undo", place).hidden = true;
      part("undo-words", place).focus();
    };
    place.hidden = false;
  }

  async #told() {
    this.#show();
    await this.#drank();
  }

  /** The next question counts from this drink. */
  async #drank() {
    tellPages(store);
    await this.#ways.tell();
  }

  /** After # stands the id of a reminder and what to do about it, or what is to be a new one. */
  async #arrive() {
    const [id, what, chosen] = location.hash.slice(1).split(".");
    await this.#load(); // another page may have made it
    this.#show();
    if (what) {
      // Once: not again when the page is loaded anew.
      history.replaceState(history.state, "", id === "new" ? location.pathname : `#${id}`);
    }
    if (id === "new") {
      await this.#addNew(what, chosen);
    } else if (this.#due) {
      part("due-title").focus();
      await this.#answer(what);
    } else if (id && !this.#reminders.some((each) => each.id === id) && id !== TEST) {
      this.#say(this.#guide.words.gone);
    }
  }

  /** By a button of the notification. @param {string | undefined} what */
  async #answer(what) {
    if (what === "later") {
      await this.#later();
    } else if (what === "did" && this.#due?.kind === "drink" && !isLocked()) {
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
    if (known && !this.#isClosed({ kind: known, slug: null })) {
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
        element.hidden = !element.dataset.dueFor?.split(" ").includes(kindOf(reminder));
      }
      part("later").hidden = reminder.kind === "electrolytes"; // a session does not wait
      part("due-start").setAttribute("href", this.#addressOf(reminder.slug));
    }
  }

  /** Of a routine's page. @param {string | null} slug */
  #addressOf(slug) {
    const { start, shared, routines } = this.#guide;
    const code = codeOfShared(slug);
    if (code) {
      return shared + code;
    }
    return (slug ?? "") in routines ? start + slug : start;
  }

  get #due() {
    const [id] = location.hash.slice(1).split(".");
    return this.#reminders.find((each) => each.id === id && !this.#isClosed(each)) ?? null;
  }

  async #later() {
    const due = /** @type {Reminder} */ (this.#due);
    const at = inMinutes(LATER_MINUTES, Date.now());
    this.#enough();
    if (due.kind === "drink") {
      await this.#putMoment({ ...due, at: at - Number(due.every) * MINUTE_MS }, due);
    } else {
      const kind = due.kind === "compress" ? due.kind : "once";
      await this.#putMoment({ ...moment(kind, at), slug: due.slug, minutes: due.minutes });
    }
  }

  /** About this moment nothing more is asked. */
  #enough() {
    if (this.#due) {
      hear(this.#due.id, store, Date.now());
    }
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
    const open = this.#reminders.filter((each) => each.on && !this.#isClosed(each));
    const text = calendar(open, says, state);
    if (!text.includes("BEGIN:VEVENT")) {
      write("filed", this.#guide.words.nothing);
      return;
    }
    const file = new File([text], "limber.ics", { type: "text/calendar" });
    write("filed", (await handOver(file)) ? this.#guide.words.filed : "");
  }
}

/** One that is for a moment. @param {Kind} kind @param {number} at @returns {Reminder} */
function moment(kind, at) {
  return { ...NOTHING, id: opaque(), kind, at, on: true };
}

/** What is over is no longer asked, and a day later it is in nobody's way. @param {Reminder[]} reminders @param {number} now */
async function withoutOver(reminders, now) {
  const over = reminders.filter(
    (each) => nextDue({ ...each, on: true }, null, now - DAY_MS) === null,
  );
  await Promise.all(over.map(({ id }) => dropReminder(id)));
  return reminders.filter((each) => !over.includes(each));
}

/** The place of another. @param {Reminder | undefined} before */
function named(before) {
  return before ? { id: before.id } : {};
}

new Reminders().start();
