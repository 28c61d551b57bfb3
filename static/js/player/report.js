// After a session: how it was, kept on this device at once and with every answer.

import { isBad } from "../shared/journal.js";
import { duration, number } from "../shared/numbers.js";
import { fill } from "../shared/words.js";

/**
 * @typedef {import("../shared/journal.js").Entry} Entry
 * @typedef {import("./player.js").Result} Result
 * @typedef {import("./screen.js").Screen} Screen
 * @typedef {import("./timeline.js").Session} Session
 */

// As long as somebody goes on writing.
const WRITING_MS = 400;
// Seconds that are lost between frames and reloads.
const TOLERANCE = 2;

/**
 * @param {string} value of a field
 * @returns {number | null} null where nothing was answered
 */
export function answer(value) {
  return value === "" ? null : Number(value);
}

export class Report {
  #screen;
  #session;
  #journal;
  #onBad;
  /** @type {Entry | null} */
  #entry = null;
  #moving = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {Screen} screen
   * @param {Session} session
   * @param {Pick<typeof import("../shared/journal.js"), "keepSession" | "dropSession">} journal
   * @param {() => void} onBad when it should not go on in any way
   */
  constructor(screen, session, journal, onBad) {
    this.#onBad = onBad;
    this.#screen = screen;
    this.#session = session;
    this.#journal = journal;
    this.#form("report").addEventListener("input", ({ target }) => this.#answered(target));
    this.#form("report").addEventListener("submit", (event) => event.preventDefault());
    this.#form("before").addEventListener("change", () => this.#askedBefore());
    screen.part("keep-again").addEventListener("click", () => this.#keep());
    addEventListener("pagehide", () => this.#timer && this.#keep());
  }

  /** The session ended. @param {Result} result */
  open({ begun, ended, seconds, moving, before, steps, of, early }) {
    const { kind, slug } = this.#session;
    const when = { id: begun, kind, slug, ended, seconds: Math.round(seconds) };
    this.#entry = { ...when, steps, of, early, before, after: null, signs: false, note: "" };
    this.#moving = moving;
    this.#form("report").reset();
    this.#say();
    this.#judge();
    this.#keep();
  }

  /** Pain before the session, as answered on the start screen. */
  get before() {
    return answer(value(this.#form("before"), "before"));
  }

  /** It goes on after all. */
  withdraw() {
    if (this.#entry) {
      this.#journal.dropSession(this.#entry.id);
      this.#entry = null;
    }
  }

  /** @param {EventTarget | null} target */
  #answered(target) {
    if (!this.#entry) {
      return;
    }
    const form = this.#form("report");
    const signs = /** @type {HTMLInputElement} */ (form.elements.namedItem("signs")).checked;
    const note = value(form, "note").trim();
    this.#entry = { ...this.#entry, after: answer(value(form, "after")), signs, note };
    this.#judge();
    clearTimeout(this.#timer);
    const wait = target instanceof HTMLTextAreaElement ? WRITING_MS : 0;
    this.#timer = setTimeout(() => this.#keep(), wait);
  }

  #askedBefore() {
    this.#screen.part("before-high").hidden = (this.before ?? 0) <= 3;
  }

  /** In words: how long, how many steps. */
  #say() {
    const { locale, words } = this.#session;
    const entry = /** @type {Entry} */ (this.#entry);
    const length = duration(entry.seconds, locale, words);
    const [n, total] = [entry.steps, entry.of].map((each) => number(each, locale));
    const result = entry.of > 1 ? fill(words.result, { length, n, total }) : length;
    this.#screen.write("result", result);
    this.#screen.part("early").hidden = !entry.early;
  }

  /** Bad answers, or too little movement before cold water: no way into the water, no more of it. */
  #judge() {
    const bad = isBad(/** @type {Entry} */ (this.#entry));
    const short = this.#moving < this.#session.leastMoving - TOLERANCE;
    const words = this.#screen.part("bad-words");
    const advice = /** @type {HTMLTemplateElement} */ (words).content.cloneNode(true);
    const place = this.#screen.part("bad");
    if (bad !== place.hasChildNodes()) {
      place.replaceChildren(...(bad ? [advice] : []));
    }
    this.#screen.part("short").hidden = bad || !short;
    this.#screen.part("after").hidden = bad || short;
    this.#screen.part("advice").hidden = this.#screen.part("again").hidden = bad;
    if (bad) {
      this.#onBad();
    }
  }

  async #keep() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const entry = this.#entry;
    if (entry) {
      const kept = await this.#journal.keepSession(entry);
      const { words } = this.#session;
      this.#screen.write("kept", kept ? words.kept : words.notKept);
      if (kept && this.#screen.part("keep-again") === document.activeElement) {
        this.#screen.part("kept").focus();
      }
      this.#screen.part("keep-again").hidden = kept;
    }
  }

  /** @param {"before" | "report"} name */
  #form(name) {
    return /** @type {HTMLFormElement} */ (this.#screen.part(name));
  }
}

/** @param {HTMLFormElement} form @param {string} name */
function value(form, name) {
  return /** @type {{ value: string }} */ (/** @type {unknown} */ (form.elements.namedItem(name)))
    .value;
}
