// Drinks on Today: one tap logs one, if amounts are open to this person.

import { amount } from "../shared/amounts.js";
import { tellOthers } from "../shared/changes.js";
import { access, openUntil } from "../shared/doctor_first.js";
import { DrinkKeys } from "../shared/drink_keys.js";
import { DrinkLog } from "../shared/drink_log.js";
import { onDay, total } from "../shared/drinks.js";
import { part, write } from "../shared/parts.js";
import { chosen } from "../shared/screen.js";
import { fill } from "../shared/words.js";

/** @typedef {import("../shared/screen.js").Store} Store */

export class Drinks {
  #section;
  #guide;
  #store;
  #log;
  #keys;

  /** @param {HTMLElement} section @param {any} guide @param {Store} store */
  constructor(section, guide, store) {
    this.#section = section;
    this.#store = store;
    const unit = /** @type {import("../shared/amounts.js").Unit} */ (chosen("units", store));
    this.#guide = { ...guide, unit };
    this.#log = new DrinkLog({ changed: () => this.#show(), tell: () => tellOthers(store) });
    this.#keys = new DrinkKeys(part("keys", section), document, guide, {
      store,
      log: this.#log,
      unit,
      isOpen: () => this.isOpen,
      go: (address) => location.assign(address),
    });
    addEventListener("storage", () => this.load());
  }

  /** Whether one tap may log, and a reminder may ask. */
  get isOpen() {
    return access(this.#store, this.#guide.closing, Date.now()) === "open";
  }

  get openUntil() {
    return openUntil(this.#store, this.#guide.closing, Date.now());
  }

  async load() {
    if (chosen("units", this.#store) === this.#guide.unit) {
      await this.#log.load();
    } else {
      location.reload(); // chosen anew meanwhile
    }
  }

  #show() {
    part("keys", this.#section).hidden = !this.isOpen;
    const drunk = total(onDay(this.#log.drinks, Date.now())) / 1000;
    const words = fill(this.#guide.words.today, { amount: amount("litres", drunk, this.#guide) });
    write("today", drunk ? words : "", this.#section);
    this.#keys.show();
  }
}
