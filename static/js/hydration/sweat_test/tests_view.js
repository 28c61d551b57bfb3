// The sweat tests of this device by kind, with the range of each; each can be deleted and brought back.

import { amount } from "../../shared/amounts.js";
import { capital, day } from "../../shared/days.js";
import { number } from "../../shared/numbers.js";
import { copy, part, write } from "../../shared/parts.js";
import { SESSIONS } from "../../shared/sweat_tests.js";
import { fill } from "../../shared/words.js";
import { weighing } from "../ceiling.js";
import { sweatRate } from "../sums.js";
import { perHour } from "./sums_view.js";

/**
 * @typedef {import("../../shared/sweat_tests.js").SweatTest} SweatTest
 * @typedef {import("./wizard.js").Guide & { sessions: Record<string, string> }} Guide
 * @typedef {{
 *   keep: (test: SweatTest) => Promise<boolean>, drop: (at: number) => Promise<boolean>,
 *   all: () => Promise<SweatTest[] | null>,
 * }} Device
 */

export class TestsView {
  #section;
  #guide;
  #device;
  #now;

  /** @param {HTMLElement} section @param {Guide} guide @param {Device} device */
  constructor(section, guide, device, now = Date.now) {
    this.#section = section;
    this.#guide = guide;
    this.#device = device;
    this.#now = now;
  }

  async show() {
    const found = await this.#device.all();
    part("unread", this.#section).hidden = found !== null;
    const tests = found ?? [];
    const kinds = SESSIONS.filter((kind) => tests.some((test) => test.kind === kind));
    const groups = kinds.map((kind) => this.#group(tests.filter((test) => test.kind === kind)));
    part("groups", this.#section).replaceChildren(...groups);
    part("no-tests", this.#section).hidden = found === null || kinds.length > 0;
  }

  /** @param {SweatTest[]} tests of one kind */
  #group(tests) {
    const group = copy("group", this.#section);
    write("kind", this.#guide.sessions[tests[0].kind], group);
    write("tested", this.#range(tests), group);
    group.querySelector("ul")?.append(...tests.map((test) => this.#row(test)));
    return group;
  }

  /** Between which temperatures, and between which rates. @param {SweatTest[]} tests */
  #range(tests) {
    const degrees = this.#span(
      "degrees",
      tests.map(({ celsius }) => celsius),
    );
    const rates = this.#span(
      "litres",
      tests.map((test) => sweatRate(weighing(test))),
    );
    return fill(this.#guide.words.tested, { degrees, rates });
  }

  /** From the least to the most, or the one there is. @param {"degrees" | "litres"} quantity @param {number[]} values */
  #span(quantity, values) {
    const [low, high] = [Math.min(...values), Math.max(...values)].map((each) =>
      amount(quantity, each, this.#guide),
    );
    return low === high ? low : fill(this.#guide.words.range, { low, high });
  }

  /** @param {SweatTest} test */
  #row(test) {
    const row = copy("test", this.#section);
    const words = this.#words(test);
    write("rate", perHour(sweatRate(weighing(test)), this.#guide), row);
    write("how", words, row);
    const button = part("delete", row);
    button.setAttribute("aria-label", fill(this.#guide.words.delete, { test: words }));
    button.addEventListener("click", () => this.#drop(test, words));
    return row;
  }

  /** @param {SweatTest} test */
  #words({ at, celsius, minutes }) {
    const { locale, words } = this.#guide;
    return fill(words.test, {
      day: capital(day(at, this.#now(), locale), locale),
      degrees: amount("degrees", celsius, this.#guide),
      minutes: number(minutes, locale),
    });
  }

  /** @param {SweatTest} test @param {string} words */
  async #drop(test, words) {
    const isGone = await this.#device.drop(test.at);
    part("undropped", this.#section).hidden = isGone;
    part("dropped", this.#section).hidden = !isGone;
    if (isGone) {
      part("undo-words", this.#section).textContent = fill(this.#guide.words.deleted, {
        test: words,
      });
      part("undo", this.#section).onclick = () => this.#undo(test);
      await this.show();
      part("undo", this.#section).focus();
    }
  }

  /** @param {SweatTest} test */
  async #undo(test) {
    const isKept = await this.#device.keep(test);
    part("unrestored", this.#section).hidden = isKept;
    part("dropped", this.#section).hidden = isKept;
    await this.show();
    this.#section.focus();
  }
}
