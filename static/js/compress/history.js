// The rounds of this device as rows, each of which can be deleted and brought back.

import { capital, day, dayOf } from "../shared/days.js";
import { duration, number } from "../shared/numbers.js";
import { fill } from "../shared/words.js";

const SHOWN = 7;

/**
 * @typedef {import("../shared/rounds.js").Entry} Entry
 * @typedef {{ locale: string, kinds: Record<Entry["kind"], string>, words: Record<string, string> }} Words
 * @typedef {{ round: string, when: string, how: string }} Row
 * @typedef {{
 *   keep: (entry: Entry) => Promise<boolean>, drop: (began: number) => Promise<boolean>,
 *   all: () => Promise<Entry[]>,
 * }} Device
 */

/** How many began on the day of a moment. @param {Entry[]} entries @param {number} now */
export function today(entries, now) {
  return entries.filter(({ began }) => dayOf(began) === dayOf(now)).length;
}

/** @param {Entry} entry @param {Words} page @param {number} now @returns {Row} */
export function row(entry, { locale, kinds, words }, now) {
  const length = duration(inMinutes(entry.seconds), locale, words);
  const time = new Intl.DateTimeFormat(locale, { hour: "numeric", minute: "2-digit" });
  const date = capital(day(entry.began, now, locale), locale);
  const skin = entry.skin === "not" && entry.end !== "skin" ? words.not : "";
  return {
    round: fill(words.round, { kind: kinds[entry.kind], length }),
    when: fill(words.when, { day: date, time: time.format(entry.began) }),
    how: `${words[entry.end]} ${skin}`.trim(),
  };
}

/** Under a minute the seconds, otherwise whole minutes. @param {number} seconds */
function inMinutes(seconds) {
  return seconds < 60 ? seconds : 60 * Math.floor(seconds / 60);
}

export class History {
  #section;
  #words;
  #device;
  #now;
  /** What the browser does not keep is here until the page is left. @type {Map<number, Entry>} */
  #unkept = new Map();

  /** @param {HTMLElement} section @param {Words} words @param {Device} device */
  constructor(section, words, device, now = Date.now) {
    this.#section = section;
    this.#words = words;
    this.#device = device;
    this.#now = now;
    this.show();
  }

  /** @param {Entry} entry */
  async keep(entry) {
    if (!(await this.#device.keep(entry))) {
      this.#unkept.set(entry.began, entry);
    }
    await this.show();
  }

  async show() {
    const entries = await this.#entries();
    const count = number(today(entries, this.#now()), this.#words.locale);
    this.#part("today").textContent = fill(this.#words.words.today, { count });
    const rows = entries.slice(0, SHOWN).map((entry) => this.#row(entry));
    this.#section.querySelector("ul")?.replaceChildren(...rows);
    this.#section.hidden = entries.length === 0 && this.#part("dropped").hidden;
  }

  async #entries() {
    const kept = await this.#device.all();
    const all = [...kept.filter(({ began }) => !this.#unkept.has(began)), ...this.#unkept.values()];
    return all.sort((one, other) => other.began - one.began);
  }

  /** @param {Entry} entry */
  #row(entry) {
    const template = /** @type {HTMLTemplateElement} */ (this.#section.querySelector("template"));
    const item = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    const texts = row(entry, this.#words, this.#now());
    for (const [name, text] of Object.entries(texts)) {
      const part = /** @type {HTMLElement} */ (item.querySelector(`[data-${name}]`));
      part.textContent = text;
    }
    const button = /** @type {HTMLElement} */ (item.querySelector("[data-delete]"));
    button.setAttribute("aria-label", fill(this.#words.words.delete, texts));
    button.addEventListener("click", () => this.#drop(entry, texts));
    return item;
  }

  /** @param {Entry} entry @param {Row} texts */
  async #drop(entry, texts) {
    this.#part("undropped").hidden = true;
    if (!(await this.#forget(entry.began))) {
      this.#part("dropped").hidden = true;
      this.#part("undropped").hidden = false;
      return;
    }
    this.#part("undo-words").textContent = fill(this.#words.words.deleted, texts);
    this.#part("undo").onclick = () => this.#undo(entry);
    this.#part("dropped").hidden = false;
    await this.show();
    this.#part("undo").focus();
  }

  /** What was never kept goes with what this page holds of it. @param {number} began */
  async #forget(began) {
    const isGone = (await this.#device.drop(began)) || (await this.#isOnlyHere(began));
    if (isGone) {
      this.#unkept.delete(began);
    }
    return isGone;
  }

  /** @param {number} began */
  async #isOnlyHere(began) {
    const kept = await this.#device.all();
    return this.#unkept.has(began) && !kept.some((entry) => entry.began === began);
  }

  /** @param {Entry} entry */
  async #undo(entry) {
    this.#part("dropped").hidden = true;
    await this.keep(entry);
    this.#section.focus();
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.#section.querySelector(`[data-${name}]`));
  }
}
