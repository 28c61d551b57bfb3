// The sheet in which a reminder is made or changed: only the fields of its kind are in sight.

import { opaque } from "../shared/reach.js";
import { EVERY, NOTHING } from "../shared/reminders.js";
import { part } from "../shared/parts.js";
import { fault, field, focusFault, take } from "../hydration/fields.js";
import { plainNumber } from "../shared/numbers.js";
import { hoursOf, inMinutes, local } from "../shared/due.js";
import { hourOf, weekday } from "./phrases.js";

/**
 * @typedef {import("../shared/reminders.js").Reminder} Reminder
 * @typedef {import("../shared/reminders.js").Kind} Kind
 * @typedef {import("./phrases.js").Guide} Guide
 */

/** @type {Record<string, string>} */
const FIRST = { from: "9", to: "18", every: "90", time: "07:30" };
/** Minutes, from and to. */
const SESSION = [60, 720];
const SOON = [1, 1440];

export class Sheet {
  #dialog;
  #guide;
  #now;
  /** @type {Partial<Reminder> | null} what is changed, or chosen already */
  #before = null;
  /** @type {Kind} */
  #kind = "drink";
  /** @type {(reminder: Reminder) => void} */
  #save = () => {};

  /** @param {HTMLDialogElement} dialog @param {Guide} guide */
  constructor(dialog, guide, now = Date.now) {
    this.#dialog = dialog;
    this.#guide = guide;
    this.#now = now;
    this.#name();
    this.#form.addEventListener("submit", (event) => this.#submit(event));
    this.#form.addEventListener("change", () => this.#limit());
  }

  /**
   * @param {Kind} kind
   * @param {Partial<Reminder> | null} before
   * @param {{ save: (reminder: Reminder) => void, drop?: () => void }} how
   */
  open(kind, before, { save, drop }) {
    this.#kind = kind;
    this.#before = before;
    this.#save = save;
    for (const each of this.#form.querySelectorAll("[data-for]")) {
      const fields = /** @type {HTMLElement} */ (each);
      fields.hidden = fields.dataset.for !== kind;
    }
    this.#fill(before);
    // When a gap is over the round has decided.
    /** @type {HTMLElement} */ (this.#form.querySelector("[type=submit]")).hidden =
      kind === "compress";
    const button = part("delete", this.#dialog);
    button.hidden = drop === undefined;
    button.onclick = () => {
      this.#dialog.close();
      drop?.();
    };
    this.#dialog.showModal();
  }

  /** A routine more to choose from, as its author has called it. @param {string} slug @param {string} title */
  offer(slug, title) {
    const option = new Option(title, slug);
    option.dir = "auto";
    this.#form.querySelector("#slug")?.append(option);
  }

  /** Hours and weekdays as the reader writes them. */
  #name() {
    const { locale } = this.#guide;
    for (const option of this.#form.querySelectorAll("#from option, #to option")) {
      option.textContent = hourOf(Number(option.getAttribute("value")), locale);
    }
    for (const box of this.#days) {
      const words = /** @type {HTMLElement} */ (box.nextElementSibling);
      words.textContent = weekday(Number(box.value), locale, "long");
    }
  }

  /** @param {Partial<Reminder> | null} before */
  #fill(before) {
    for (const name of /** @type {const} */ (["from", "to", "every", "time"])) {
      const value = before?.[name] ?? FIRST[name] ?? null;
      if (value !== null) {
        field(this.#form, name).value = String(value);
      }
    }
    this.#choose(before?.slug ?? null);
    this.#fillDays(before?.days ?? null);
    this.#limit();
    this.#fillSession(before);
    field(this.#form, "in").value = "";
    this.#forgive();
  }

  /** @param {number[] | null} days all of them where nothing is chosen */
  #fillDays(days) {
    for (const box of this.#days) {
      box.checked = !days || days.includes(Number(box.value));
    }
  }

  /** A routine, the first where it is unknown. @param {string | null} slug */
  #choose(slug) {
    const select = /** @type {HTMLSelectElement} */ (this.#form.querySelector("#slug"));
    const found = [...select.options].findIndex(({ value }) => value === slug);
    select.selectedIndex = Math.max(0, found);
  }

  /** Only hours in which it can ask at all, and never all day and night. */
  #limit() {
    const [from, every] = ["from", "every"].map((name) => Number(field(this.#form, name).value));
    const to = /** @type {HTMLSelectElement} */ (this.#form.querySelector("#to"));
    for (const option of to.options) {
      const hours = hoursOf(from, Number(option.value)).length;
      option.disabled = hours === 24 || hours * 60 < every;
    }
    if (to.selectedOptions[0]?.disabled) {
      to.value = [...to.options].find(({ disabled }) => !disabled)?.value ?? to.value;
    }
  }

  /** @param {Partial<Reminder> | null} before */
  #fillSession(before) {
    const { locale } = this.#guide;
    field(this.#form, "start").value = before?.at ? local(before.at).slice(0, 16) : "";
    field(this.#form, "minutes").value = before?.minutes ? plainNumber(before.minutes, locale) : "";
  }

  /** What was wrong before is nothing now. */
  #forgive() {
    for (const name of ["time", "start", "minutes", "in"]) {
      fault(this.#form, name, "");
    }
    this.#faultDays("");
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    const parts = this.#parts();
    if (parts === null) {
      focusFault(this.#form);
      return;
    }
    this.#dialog.close();
    this.#save({
      ...NOTHING,
      at: this.#now(),
      ...parts,
      kind: this.#kind,
      on: this.#before?.on ?? true,
      id: this.#before?.id ?? opaque(),
    });
  }

  /** What its kind needs; null where something is wrong. @returns {Partial<Reminder> | null} */
  #parts() {
    switch (this.#kind) {
      case "drink":
        return this.#drink();
      case "routine":
        return this.#routine();
      case "electrolytes":
        return this.#session();
      default:
        return this.#soon();
    }
  }

  #drink() {
    const [from, to, every] = ["from", "to", "every"].map((name) =>
      Number(field(this.#form, name).value),
    );
    return { from, to, every: Math.min(EVERY[1], Math.max(EVERY[0], every)) };
  }

  #routine() {
    const { words } = this.#guide;
    const days = this.#days.filter((box) => box.checked).map((box) => Number(box.value));
    const time = field(this.#form, "time").value;
    fault(this.#form, "time", time ? "" : words.time);
    this.#faultDays(days.length ? "" : words.days);
    return days.length && time ? { days, time, slug: field(this.#form, "slug").value } : null;
  }

  /** Beside all of them, told of the first. @param {string} words */
  #faultDays(words) {
    const place = /** @type {HTMLElement} */ (this.#form.querySelector("#days-fault"));
    place.hidden = words === "";
    /** @type {HTMLElement} */ (place.querySelector("span")).textContent = words;
    const [first] = this.#days;
    first.setAttribute("aria-describedby", "days-fault");
    first.setAttribute("aria-invalid", String(words !== ""));
  }

  #session() {
    const at = new Date(field(this.#form, "start").value).getTime();
    const isToCome = at > this.#now();
    fault(this.#form, "start", isToCome ? "" : this.#guide.words.start);
    const minutes = this.#number("minutes", SESSION);
    return isToCome && minutes !== null ? { at, minutes: Math.round(minutes) } : null;
  }

  #soon() {
    const minutes = this.#number("in", SOON);
    return minutes === null ? null : { at: inMinutes(minutes, this.#now()) };
  }

  /** @param {string} name @param {number[]} bounds */
  #number(name, [low, high]) {
    const reader = {
      locale: this.#guide.locale,
      unit: /** @type {const} */ ("metric"),
      names: /** @type {any} */ ({}),
    };
    return take(this.#form, name, { low, high, wrong: this.#guide.words[name] }, reader);
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (part("form", this.#dialog));
  }

  get #days() {
    return [...this.#form.querySelectorAll("input[name=days]")].map(
      (box) => /** @type {HTMLInputElement} */ (box),
    );
  }
}
