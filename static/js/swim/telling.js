// The form of the message: a draft that stays, what is wrong beside its field, and three ways on.

import { dayOf } from "../shared/days.js";
import { hourAndMinute, timeOfDay } from "../shared/numbers.js";
import { record } from "../shared/screen.js";
import { saying, share } from "../shared/share.js";
import { write } from "../shared/store.js";
import { beginSwim } from "../shared/swimming.js";
import { faults, FIELDS, message } from "./message.js";

const KEY = "limber.message";

/**
 * @typedef {import("../shared/screen.js").Store} Store
 * @typedef {{ locale: string, cold: boolean, words: Record<string, string> }} Guide
 */

export class Telling {
  #form;
  #guide;
  #store;
  #gone;
  #now;

  /** @param {HTMLFormElement} form @param {Guide} guide @param {{ store: Store, gone: () => void }} edge */
  constructor(form, guide, { store, gone }, now = Date.now) {
    this.#form = form;
    this.#guide = guide;
    this.#store = store;
    this.#gone = gone;
    this.#now = now;
    this.#restore();
    form.addEventListener("input", () => this.#typed());
    form.addEventListener("submit", (event) => this.#share(event));
    this.#part("go").addEventListener("click", () => this.#go());
    this.#show(false);
  }

  /** The draft; times of another day are none of today's. */
  #restore() {
    const kept = record(KEY, this.#store);
    const isToday = kept.day === dayOf(this.#now());
    for (const name of FIELDS) {
      const value = isToday || name === "where" ? kept[name] : "";
      this.#field(name).value = typeof value === "string" ? value : "";
    }
  }

  get #plan() {
    const [where, start, turn, out] = FIELDS.map((name) => this.#field(name).value);
    return { where, in: start, turn, out };
  }

  get #faults() {
    return faults(this.#plan, hourAndMinute(this.#now()));
  }

  #typed() {
    write(this.#store, KEY, JSON.stringify({ ...this.#plan, day: dayOf(this.#now()) }));
    this.#part("shared").textContent = "";
    this.#show(false);
  }

  /** @param {boolean} asked whether somebody wants to go on, so that what is missing is said */
  #show(asked) {
    const wrong = this.#faults;
    for (const name of FIELDS) {
      this.#fault(name, asked && wrong.includes(name) ? this.#guide.words[name] : "");
    }
    const ready = wrong.length === 0;
    const text = ready ? message(this.#plan, this.#guide) : "";
    this.#put("preview", text);
    this.#part("sms").hidden = !ready;
    this.#part("sms-link").setAttribute("href", `sms:?&body=${encodeURIComponent(text)}`);
    const hasTurn = !wrong.includes("turn");
    this.#part("turn").hidden = !hasTurn;
    this.#part("turn-time").textContent = hasTurn
      ? timeOfDay(this.#plan.turn, this.#guide.locale)
      : "";
    return ready ? text : null;
  }

  /** Whether all is there; otherwise the first field that is wrong gets the focus. */
  #ask() {
    const text = this.#show(true);
    if (text === null) {
      this.#field(this.#faults[0]).focus();
    }
    return text;
  }

  /** @param {Event} event */
  async #share(event) {
    event.preventDefault();
    const text = this.#ask();
    if (text !== null) {
      this.#part("shared").textContent = saying(await share(text), this.#guide.words);
    }
  }

  #go() {
    if (this.#ask() !== null) {
      const { where, out } = this.#plan;
      const swim = { since: this.#now(), where: where.trim(), out, cold: this.#guide.cold };
      if (beginSwim(swim, this.#store)) {
        this.#gone();
      } else {
        this.#part("shared").textContent = this.#guide.words.unkept;
      }
    }
  }

  /** @param {typeof FIELDS[number]} name @param {string} words */
  #fault(name, words) {
    const place = /** @type {HTMLElement} */ (document.getElementById(`${name}-fault`));
    /** @type {HTMLElement} */ (place.querySelector("span")).textContent = words;
    place.hidden = !words;
    this.#field(name).setAttribute("aria-invalid", String(words !== ""));
  }

  /** @param {string} name @param {string} text */
  #put(name, text) {
    this.#part(name).textContent = text;
    this.#part(name).hidden = !text;
  }

  /** @param {typeof FIELDS[number]} name */
  #field(name) {
    return /** @type {HTMLInputElement} */ (this.#form.elements.namedItem(name));
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.#form.querySelector(`[data-${name}]`));
  }
}
