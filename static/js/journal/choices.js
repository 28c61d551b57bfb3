// The fields by which sessions are chosen, and what is chosen after `#` of the address.

import { part, write } from "../shared/parts.js";
import { ALL, dayOfText, format, isFilter, nameOf, parse } from "./filters.js";
import { nameOf as called } from "./rows.js";
import { dateOf } from "./week.js";

/**
 * @typedef {import("../shared/journal.js").Entry} Entry
 * @typedef {import("./filters.js").Filter} Filter
 * @typedef {import("./rows.js").Guide} Guide
 */

export class Choices {
  #root;
  #guide;
  #changed;
  #filter = parse(location.hash);

  /** @param {HTMLElement} root @param {Guide} guide @param {(isNew: boolean) => void} changed `isNew`: chosen here, and not gone back to */
  constructor(root, guide, changed) {
    this.#root = root;
    this.#guide = guide;
    this.#changed = changed;
    this.#details.open = format({ ...this.#filter, day: "" }) !== "";
    part("fields", root).addEventListener("change", () => this.#choose());
    part("fields", root).addEventListener("submit", (event) => event.preventDefault());
    part("clear", root).addEventListener("click", () => this.#clear());
    addEventListener("popstate", () => this.#go());
  }

  get filter() {
    return this.#filter;
  }

  /** One day alone, or no longer. @param {string} day */
  chooseDay(day) {
    this.#keep({ ...this.#filter, day: this.#filter.day === day ? "" : day });
  }

  /** Fields as they are chosen, names of what there is. @param {Entry[]} entries */
  show(entries) {
    this.#offerNames(entries);
    for (const name of /** @type {const} */ (["kind", "name", "period"])) {
      this.#field(name).value = this.#filter[name];
    }
    /** @type {HTMLInputElement} */ (this.#field("pain")).checked = this.#filter.pain !== "";
    const { day } = this.#filter;
    const { words, locale } = this.#guide;
    const date = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
    const said = day && words.onlyDay.replace("%(day)s", date.format(dateOf(dayOfText(day))));
    write("only-day", said, this.#root);
    part("only-day", this.#root).hidden = !day;
    part("clear", this.#root).hidden = format(this.#filter) === "";
  }

  /** @param {Entry[]} entries */
  #offerNames(entries) {
    const select = /** @type {HTMLSelectElement} */ (this.#field("name"));
    const { kinds, locale } = this.#guide;
    const known = entries.filter(({ kind, slug }) => Object.hasOwn(kinds[kind].names, slug));
    const names = new Map(known.map((entry) => [nameOf(entry), called(entry, this.#guide)]));
    const sorted = [...names].sort(([, one], [, other]) => one.localeCompare(other, locale));
    select.replaceChildren(
      select.options[0],
      ...sorted.map(([value, text]) => new Option(text, value)),
    );
  }

  #choose() {
    const { checked } = /** @type {HTMLInputElement} */ (this.#field("pain"));
    const [kind, name, period] = /** @type {const} */ (["kind", "name", "period"]).map(
      (each) => this.#field(each).value,
    );
    this.#keep({ ...this.#filter, kind, name, period, pain: checked ? "1" : "" });
  }

  #clear() {
    this.#keep(ALL);
    part("found", this.#root).focus({ preventScroll: true });
  }

  /** @param {Filter} filter */
  #keep(filter) {
    this.#filter = filter;
    history.pushState(null, "", this.#address());
    this.#changed(true);
  }

  #go() {
    if (isFilter(location.hash)) {
      this.#filter = parse(location.hash);
      this.#changed(false);
    } else {
      // A place on this page, such as of the skip link: the filter stays as it was.
      history.replaceState(history.state, "", this.#address());
    }
  }

  #address() {
    const hash = format(this.#filter);
    return location.pathname + location.search + (hash && `#${hash}`);
  }

  get #details() {
    return /** @type {HTMLDetailsElement} */ (part("filters", this.#root));
  }

  /** @param {string} name */
  #field(name) {
    const form = /** @type {HTMLFormElement} */ (part("fields", this.#root));
    return /** @type {HTMLInputElement | HTMLSelectElement} */ (form.elements.namedItem(name));
  }
}
