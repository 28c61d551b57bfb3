// The calendar of a month: its days, each with a bar of what was done; arrows lead through it.

import { part, write } from "../shared/parts.js";
import { fill } from "../shared/words.js";
import { number } from "../shared/numbers.js";
import { firstDay, later, monthOf, weeks } from "./month.js";
import { counted, lengthOf } from "./rows.js";
import { dateOf, dayNumber, WEEK, weekStart } from "./week.js";

/**
 * @typedef {import("./month.js").Day} Day
 * @typedef {import("./month.js").Month} Month
 * @typedef {import("./rows.js").Guide} Guide
 * @typedef {{ done: Map<number, import("./month.js").Sum>, today: number, chosen: number | null }} State
 */

// Longer ones do not fit above a day of a phone.
const SHORT_NAME = 4;

export class Calendar {
  #root;
  #guide;
  #first;
  #choose;
  /** @type {State} */
  #state = { done: new Map(), today: dayNumber(Date.now()), chosen: null };
  #month = monthOf(this.#state.today);
  /** The one day to which Tab leads. */
  #stop = this.#state.today;

  /** @param {HTMLElement} root @param {Guide} guide @param {{ first: number, choose: (day: number) => void }} edge */
  constructor(root, guide, { first, choose }) {
    this.#root = root;
    this.#guide = guide;
    this.#first = first;
    this.#choose = choose;
    part("earlier", root).addEventListener("click", () => this.#turn(-1));
    part("later", root).addEventListener("click", () => this.#turn(1));
    this.#grid.addEventListener("click", ({ target }) => this.#press(target));
    this.#grid.addEventListener("keydown", (event) => this.#key(event));
    this.#names();
  }

  /** @param {State} state */
  show(state) {
    if (state.chosen !== null && state.chosen !== this.#state.chosen) {
      this.#month = monthOf(state.chosen);
      this.#stop = state.chosen;
    }
    this.#state = state;
    this.#draw();
  }

  #draw() {
    const { done, today, chosen } = this.#state;
    const hadFocus = this.#grid.contains(document.activeElement);
    const found = weeks(this.#month, done, { today, first: this.#first });
    this.#stop = this.#stopOf(found.flat());
    const rows = found.map((week) => {
      const line = document.createElement("tr");
      line.append(...week.map((day) => this.#cell(day, day.day === chosen)));
      return line;
    });
    part("days", this.#root).replaceChildren(...rows);
    this.#say();
    if (hadFocus) {
      this.#focus();
    }
  }

  /** Where it was if it is in sight, else today, else the last day. @param {Day[]} days */
  #stopOf(days) {
    const open = days.filter(({ isOfMonth, isFuture }) => isOfMonth && !isFuture);
    const found = open.find(({ day }) => day === this.#stop) ?? open.at(-1);
    return found?.day ?? this.#stop;
  }

  #say() {
    const { locale, words } = this.#guide;
    const form = { month: "long", year: "numeric", timeZone: "UTC" };
    const format = new Intl.DateTimeFormat(locale, /** @type {any} */ (form));
    const month = format.format(dateOf(firstDay(this.#month)));
    write("month", month, this.#root);
    write("caption", fill(words.caption, { month }), this.#root);
    const oldest = Math.min(this.#state.today, ...this.#state.done.keys());
    this.#ends("earlier", firstDay(this.#month) <= oldest);
    this.#ends("later", firstDay(later(this.#month, 1)) > this.#state.today);
  }

  /** @param {string} name @param {boolean} ended */
  #ends(name, ended) {
    part(name, this.#root).setAttribute("aria-disabled", String(ended));
  }

  #names() {
    const { locale } = this.#guide;
    const days = [...Array(WEEK).keys()].map((i) => dateOf(weekStart(0, this.#first) + i));
    const [long, short, narrow] = ["long", "short", "narrow"].map((weekday) => {
      const form = /** @type {any} */ ({ weekday, timeZone: "UTC" });
      const format = new Intl.DateTimeFormat(locale, form);
      return days.map((day) => format.format(day));
    });
    const shown = short.every((name) => name.length <= SHORT_NAME) ? short : narrow;
    part("weekdays", this.#root).replaceChildren(...long.map((name, i) => head(name, shown[i])));
  }

  /** @param {Day} day @param {boolean} isChosen */
  #cell(day, isChosen) {
    const cell = document.createElement("td");
    if (day.isOfMonth) {
      cell.append(day.isFuture ? this.#number(day) : this.#button(day, isChosen));
    }
    return cell;
  }

  /** @param {Day} day @param {boolean} isChosen */
  #button(day, isChosen) {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.day = String(day.day);
    button.tabIndex = day.day === this.#stop ? 0 : -1;
    button.setAttribute("aria-pressed", String(isChosen));
    button.setAttribute("aria-label", this.#label(day));
    if (day.isToday) {
      button.setAttribute("aria-current", "date");
    }
    button.append(this.#number(day), bar(day));
    return button;
  }

  /** @param {Day} day */
  #number({ day }) {
    const shown = document.createElement("span");
    shown.textContent = number(dateOf(day).getUTCDate(), this.#guide.locale);
    return shown;
  }

  /** @param {Day} day */
  #label({ day, seconds, sessions }) {
    const { locale, words } = this.#guide;
    const form = new Intl.DateTimeFormat(locale, {
      day: "numeric",
      month: "long",
      timeZone: "UTC",
    });
    return fill(sessions ? words.day : words.dayWithout, {
      day: form.format(dateOf(day)),
      length: lengthOf(seconds, this.#guide),
      sessions: counted(sessions, this.#guide),
    });
  }

  /** @param {EventTarget | null} target */
  #press(target) {
    const button = target instanceof Element ? target.closest("button") : null;
    if (button) {
      this.#stop = Number(button.dataset.day);
      this.#choose(this.#stop);
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const onward = document.dir === "rtl" ? -1 : 1;
    const start = weekStart(this.#stop, this.#first);
    /** @type {Record<string, () => number>} */
    const moves = {
      ArrowLeft: () => this.#stop - onward,
      ArrowRight: () => this.#stop + onward,
      ArrowUp: () => this.#stop - WEEK,
      ArrowDown: () => this.#stop + WEEK,
      Home: () => start,
      End: () => start + WEEK - 1,
      PageUp: () => this.#sameDay(-1),
      PageDown: () => this.#sameDay(1),
    };
    const move = moves[event.key];
    if (move && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.#move(move());
    }
  }

  /** As far as today. @param {number} day */
  #move(day) {
    this.#stop = Math.min(day, this.#state.today);
    this.#month = monthOf(this.#stop);
    this.#draw();
    this.#focus();
  }

  /** The day of the same number in another month, or its last. @param {number} count of months */
  #sameDay(count) {
    const month = later(this.#month, count);
    const last = firstDay(later(month, 1)) - 1;
    return Math.min(last, firstDay(month) + dateOf(this.#stop).getUTCDate() - 1);
  }

  /** @param {number} count of months */
  #turn(count) {
    const button = part(count < 0 ? "earlier" : "later", this.#root);
    if (button.getAttribute("aria-disabled") !== "true") {
      this.#month = later(this.#month, count);
      this.#draw();
    }
  }

  #focus() {
    /** @type {HTMLElement | null} */ (this.#grid.querySelector('[tabindex="0"]'))?.focus();
  }

  get #grid() {
    return part("grid", this.#root);
  }
}

/** @param {string} name @param {string} shown */
function head(name, shown) {
  const made = document.createElement("th");
  made.scope = "col";
  const [seen, said] = [document.createElement("span"), document.createElement("span")];
  seen.textContent = shown;
  seen.ariaHidden = "true";
  said.textContent = name;
  said.className = "hidden-text";
  made.append(seen, said);
  return made;
}

/** @param {Day} day */
function bar({ seconds, part }) {
  const made = document.createElement("span");
  made.className = "calendar-bar";
  if (seconds) {
    made.style.setProperty("--part", String(part));
  } else {
    made.hidden = true;
  }
  return made;
}
