// The library: what is typed and chosen decides which exercises are seen.

import { fold } from "../shared/fold.js";
import { takeChoicesAlong } from "../shared/other_languages.js";
import { Address } from "./address.js";
import { Chips } from "./chips.js";
import { choose, counted, fitting, isNone, parse, tidy } from "./filters.js";
import { Rest, whenNear } from "./stills.js";

/**
 * @typedef {import("./filters.js").Exercise} Exercise
 * @typedef {import("./filters.js").Filter} Filter
 * @typedef {import("./stills.js").State} State
 * @typedef {{ locale: string, counts: Record<string, string>, fetching: string, failed: string }} Words
 */

// A run of letters is written into the address once; some browsers refuse more.
const TYPING_MS = 300;

export class Library {
  #words;
  #list = part("atlas");
  #form = /** @type {HTMLFormElement} */ (part("filters"));
  #typed = /** @type {HTMLInputElement} */ (this.#form.elements.namedItem("q"));
  #chips = new Chips(this.#form, part("all"), part("more"));
  #offered = this.#chips.offered;
  #items = /** @type {HTMLElement[]} */ ([...this.#list.children]);
  #exercises = this.#items.map((item) => readExercise(item, Object.keys(this.#offered)));
  #address = new Address(this.#offered);
  #filter = this.#address.filter;
  #rest = new Rest(this.#list.dataset.rest ?? "", this.#missing(), (state) => this.#tell(state));
  #timer = 0;

  /** @param {Words} words */
  constructor(words) {
    this.#words = words;
    this.#wireFilters();
    this.#wirePictures();
    this.#go(this.#filter);
    takeChoicesAlong();
    this.#form.dataset.ready = "";
  }

  #wireFilters() {
    this.#form.addEventListener("input", (event) => this.#onInput(event));
    this.#form.addEventListener("compositionend", () => this.#onTyped());
    this.#form.addEventListener("change", ({ target }) => this.#onChange(target));
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      lookAtCount();
    });
    for (const button of document.querySelectorAll("[data-clear]")) {
      button.addEventListener("click", () => this.#clear());
    }
    this.#address.watch(
      (filter) => this.#go(filter),
      () => this.#filter,
    );
  }

  #wirePictures() {
    whenNear(this.#missing(), () => this.#rest.fetch());
    part("retry").addEventListener("click", () => this.#rest.fetch({ asked: true }));
    addEventListener("online", () => this.#rest.fetch({ asked: true }));
  }

  /** To a filter that comes from elsewhere than chips and field. @param {Filter} filter */
  #go(filter) {
    clearTimeout(this.#timer);
    this.#typed.value = filter.q;
    this.#show(filter);
    this.#chips.pin();
  }

  /** @param {Event} event */
  #onInput(event) {
    // Letters on their way to become a word are not searched for yet.
    if (event.target === this.#typed && !(/** @type {InputEvent} */ (event).isComposing)) {
      this.#onTyped();
    }
  }

  #onTyped() {
    this.#show({ ...this.#filter, q: tidy(this.#typed.value) });
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#keepTyped(), TYPING_MS);
  }

  #keepTyped() {
    clearTimeout(this.#timer);
    this.#address.keep(this.#filter, { typing: true });
  }

  /** @param {EventTarget | null} target */
  #onChange(target) {
    if (target === this.#typed) {
      this.#keepTyped();
    } else if (target instanceof HTMLInputElement) {
      const { name: group, value, checked: on } = target;
      this.#show(choose(this.#filter, { group, value, on }, this.#offered));
      this.#address.keep(this.#filter);
    }
  }

  #clear() {
    this.#go(parse("", this.#offered));
    this.#address.keep(this.#filter);
    lookAtCount();
  }

  /** @param {Filter} filter */
  #show(filter) {
    this.#filter = filter;
    const fits = fitting(filter);
    for (const [i, item] of this.#items.entries()) {
      item.hidden = !fits(this.#exercises[i]);
    }
    this.#chips.mark(filter, this.#exercises, counted(0, this.#words));
    this.#tellCount(this.#seen().length);
    if (!isNone(filter) && this.#seen().some((item) => item.querySelector("[data-still]"))) {
      this.#rest.fetch();
    }
  }

  /** @param {number} count */
  #tellCount(count) {
    write(part("count"), counted(count, this.#words));
    part("found").toggleAttribute("data-filtered", !isNone(this.#filter));
    part("clear").hidden = isNone(this.#filter);
    part("none").hidden = count > 0;
    this.#list.hidden = count === 0;
  }

  /** @param {State} state of the pictures that are fetched */
  #tell(state) {
    const strip = part("strip");
    if (state === "here" && strip.contains(document.activeElement)) {
      // The button goes; what stands before it takes the focus.
      this.#seen().at(-1)?.querySelector("a")?.focus({ preventScroll: true });
    }
    strip.hidden = state === "here" || (state === "coming" && strip.hidden);
    const text = /** @type {Element} */ (strip.firstElementChild);
    write(text, state === "failed" ? this.#words.failed : this.#words.fetching);
  }

  #seen() {
    return this.#items.filter(({ hidden }) => !hidden);
  }

  /** The places of pictures that have not come yet. */
  #missing() {
    /** @type {NodeListOf<HTMLElement>} */
    const places = this.#list.querySelectorAll("[data-still]");
    return [...places];
  }
}

/** How many were found stands above them; on a phone the keys go away. */
function lookAtCount() {
  part("count").focus();
}

/** @param {HTMLElement} item @param {string[]} groups @returns {Exercise} */
function readExercise(item, groups) {
  const values = groups.map((group) => [group, (item.dataset[group] ?? "").split(" ")]);
  return { text: fold(item.dataset.text ?? ""), values: Object.fromEntries(values) };
}

/** Only what changed is said again. @param {Element} element @param {string} text */
function write(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** @param {string} name */
function part(name) {
  return /** @type {HTMLElement} */ (document.querySelector(`[data-${name}]`));
}
