// The gauge: a temperature in the reader's unit, typed or stepped, and at once what it means.

import { celsius, fahrenheit } from "../shared/degrees.js";
import { number, parseNumber } from "../shared/numbers.js";
import { fill } from "../shared/words.js";
import { bandAt, RANGE, step } from "./bands.js";
import { keepChoice, withSaid } from "./choice.js";

// Where the steps begin as long as nothing was said, in degrees Celsius.
const FIRST = 15;

/**
 * @typedef {import("../shared/screen.js").Store} Store
 * @typedef {import("./choice.js").Choice} Choice
 * @typedef {"metric" | "us"} Unit
 * @typedef {import("./bands.js").Edges & {
 *   address: string, verdict: string, title: string, say: string, name: Record<Unit, string>,
 * }} Band
 * @typedef {{ locale: string, scale: [number, number], units: Record<Unit, string>, bands: Band[], words: Record<string, string> }} Guide
 */

export class Gauge {
  #page;
  #guide;
  #store;
  #said;
  #now;
  /** @type {Unit} */
  #unit;

  /** @param {ParentNode} page @param {Guide} guide @param {{ store: Store, choice: Choice, unit: Unit }} edge */
  constructor(page, guide, { store, choice, unit }, now = Date.now) {
    this.#page = page;
    this.#guide = guide;
    this.#store = store;
    this.#said = choice;
    this.#unit = unit;
    this.#now = now;
    this.#field.addEventListener("input", () => this.#typed());
    this.#field.addEventListener("change", () => this.#isWrong || this.#write());
    this.#part("colder").addEventListener("click", () => this.#step(-1));
    this.#part("warmer").addEventListener("click", () => this.#step(1));
    this.#write();
  }

  /** @param {Unit} unit */
  useUnit(unit) {
    this.#unit = unit;
    if (this.#isWrong) {
      this.#typed(); // it may have been the unit
    } else {
      this.#write();
    }
  }

  /** @param {Partial<Choice>} said */
  say(said) {
    this.#said = withSaid(this.#said, said);
    keepChoice(this.#said, this.#store, this.#now());
    this.#show();
  }

  /** In the reader's unit; null as long as nothing was said. */
  get #shown() {
    const { celsius: degrees } = this.#said;
    return degrees === null
      ? null
      : Math.round(10 * (this.#unit === "us" ? fahrenheit(degrees) : degrees)) / 10;
  }

  /** @param {1 | -1} way */
  #step(way) {
    const from = this.#shown ?? Number(this.#unit === "us" ? fahrenheit(FIRST) : FIRST) - way;
    this.#take(step(from, way));
    this.#write();
  }

  #typed() {
    const value = parseNumber(this.#field.value);
    const fault = value === null ? this.#guide.words.wrong : this.#take(value);
    const example = { example: number(this.#unit === "us" ? 60 : 15, this.#guide.locale) };
    this.#fault(fill(fault, example));
  }

  /** Keeps what can be water, to the colder tenth; otherwise says what to do. @param {number} typed @returns {string} */
  #take(typed) {
    const shown = Math.floor(Math.round(typed * 1000) / 100) / 10;
    const degrees = this.#unit === "us" ? celsius(shown) : shown;
    if (degrees < RANGE[0] || degrees > RANGE[1]) {
      const ends = RANGE.map((each) => (this.#unit === "us" ? fahrenheit(each) : each));
      const [low, high] = ends.map((each) => number(each, this.#guide.locale));
      return fill(this.#guide.words.outside, { low, high });
    }
    this.say({ celsius: degrees });
    return "";
  }

  /** What is wrong stands beside the field, and there is no way on from it. @param {string} words */
  #fault(words) {
    const fault = this.#part("fault");
    /** @type {HTMLElement} */ (fault.querySelector("span")).textContent = words;
    fault.hidden = !words;
    this.#field.setAttribute("aria-invalid", String(words !== ""));
    this.#show();
  }

  #write() {
    const shown = this.#shown;
    this.#field.value = shown === null ? "" : number(shown, this.#guide.locale);
    this.#fault("");
  }

  /** What stands there is no water; nothing but a step or another unit writes over it. */
  get #isWrong() {
    return this.#field.getAttribute("aria-invalid") === "true";
  }

  #show() {
    const { celsius: degrees, unsure, experience } = this.#said;
    this.#part("unit").textContent = this.#guide.units[this.#unit];
    for (const input of this.#page.querySelectorAll("input[name=experience]")) {
      const radio = /** @type {HTMLInputElement} */ (input);
      radio.checked = radio.value === experience;
    }
    const known = degrees !== null && !this.#isWrong;
    for (const name of ["verdict", "plan"]) {
      this.#part(name).hidden = !known;
    }
    this.#part("mark").toggleAttribute("hidden", !known);
    if (known) {
      this.#mean(degrees, this.#guide.bands[bandAt(degrees, unsure, this.#guide.bands)]);
    }
  }

  /** @param {number} degrees @param {Band} band */
  #mean(degrees, band) {
    const [low, high] = this.#guide.scale;
    const at = 10 * (high - Math.min(high, Math.max(low, degrees)));
    this.#part("mark").setAttribute("transform", `translate(0 ${at})`);
    this.#part("verdict").dataset.verdict = band.verdict;
    this.#put("title", band.title);
    this.#put("say", band.say);
    const plan = this.#part("plan-link");
    plan.setAttribute("href", band.address);
    const { plan: onward, safety } = this.#guide.words;
    const said = band.verdict === "no" ? safety : fill(onward, { range: band.name[this.#unit] });
    /** @type {HTMLElement} */ (plan.querySelector("span")).textContent = said;
  }

  /** Only what is new, or a screen reader would read it again. @param {string} name @param {string} text */
  #put(name, text) {
    if (this.#part(name).textContent !== text) {
      this.#part(name).textContent = text;
    }
  }

  get #field() {
    return /** @type {HTMLInputElement} */ (this.#page.querySelector("[name=degrees]"));
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.#page.querySelector(`[data-${name}]`));
  }
}
