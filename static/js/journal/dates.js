// Days, weeks and months as a reader names them; each form is made once, because making one is slow.

import { dateOf } from "./week.js";

/** @typedef {import("./series.js").Unit} Unit */

/** @type {Record<"short" | "long", Record<Unit, Intl.DateTimeFormatOptions>>} */
const FORMS = {
  short: {
    day: { day: "numeric", month: "short" },
    week: { day: "numeric", month: "short" },
    month: { month: "short", year: "2-digit" },
  },
  long: {
    day: { day: "numeric", month: "long", year: "numeric" },
    week: { day: "numeric", month: "long", year: "numeric" },
    month: { month: "long", year: "numeric" },
  },
};

export class Dates {
  #locale;
  /** @type {Map<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>} */
  #made = new Map();

  /** @param {{ locale: string }} reader */
  constructor({ locale }) {
    this.#locale = locale;
  }

  /** Below a bar. @param {number} day @param {Unit} unit */
  short(day, unit) {
    return this.#format(FORMS.short[unit]).format(dateOf(day));
  }

  /** In a table. @param {number} day @param {Unit} unit */
  long(day, unit) {
    return this.#format(FORMS.long[unit]).format(dateOf(day));
  }

  /** With the time of day on this device. @param {number} at */
  moment(at) {
    return this.#format(MOMENT, undefined).format(at);
  }

  /** @param {Intl.DateTimeFormatOptions} form @param {string | undefined} timeZone */
  #format(form, timeZone = "UTC") {
    const made =
      this.#made.get(form) ??
      new Intl.DateTimeFormat(this.#locale, form === MOMENT ? form : { ...form, timeZone });
    this.#made.set(form, made);
    return made;
  }
}

/** @type {Intl.DateTimeFormatOptions} */
const MOMENT = { dateStyle: "medium", timeStyle: "short" };
