// Drinks: logs what was drunk with one tap, shows the day, and what a plan of today allows.

import "../frame/main.js";
import { amount } from "../shared/amounts.js";
import { tellOthers } from "../shared/changes.js";
import { showDate } from "../shared/days.js";
import { DrinkKeys } from "../shared/drink_keys.js";
import { DrinkLog } from "../shared/drink_log.js";
import { onDay, total } from "../shared/drinks.js";
import { lastSessions } from "../shared/journal.js";
import { part, write } from "../shared/parts.js";
import { keepPortions, portions } from "../shared/portions.js";
import { allTests } from "../shared/sweat_tests.js";
import { fill } from "../shared/words.js";
import { shownCeiling } from "./ceiling.js";
import { Day } from "./day.js";
import { showUnits } from "./fields.js";
import { Gate } from "./gate.js";
import { Limit } from "./limit.js";
import { planOf } from "./plan/kept.js";
import { readGuide, store, whenBack } from "./reader.js";
import { sessionsOf } from "./sessions.js";
import { Sheet } from "./sheet.js";

// So many sessions can be of two days.
const LOOKED_AT = 60;

/** @typedef {import("../shared/drinks.js").Drink} Drink */

class Drinks {
  #guide = { ...readGuide(), naming: readGuide("sessions") };
  #log = new DrinkLog({ changed: () => this.#show(), tell: () => tellOthers(store) });
  #keys = new DrinkKeys(part("keys"), document, this.#guide, {
    store,
    log: this.#log,
    unit: this.#guide.unit,
    isOpen: () => this.#gate.access === "open",
    go: (address) => location.assign(address),
  });
  #sheet = new Sheet(
    /** @type {HTMLDialogElement} */ (document.getElementById("portion")),
    this.#guide,
    this.#guide.words,
  );
  #day = new Day(document, this.#guide, (drink) => this.#change(drink));
  #limit = new Limit(/** @type {HTMLFormElement} */ (part("limit")), this.#guide, {
    store,
    changed: () => this.#gate.show(),
  });
  #gate = new Gate(document, this.#guide.closing, { store, changed: () => this.#show() });
  /** @type {import("./day.js").Session[]} */
  #sessions = [];
  /** @type {import("../shared/sweat_tests.js").SweatTest[]} */
  #tests = [];

  async start() {
    showUnits(document, this.#guide);
    this.#today.checked = true;
    part("other").addEventListener("click", () => this.#add());
    part("add").addEventListener("click", () => this.#add());
    document.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement && target.name === "day") {
        this.#show();
      }
    });
    this.#own().forEach((button, i) => button.addEventListener("click", () => this.#resize(i)));
    whenBack(() => this.load(), this.#guide.unit);
    await this.load();
    if (location.hash === "#other" && this.#gate.access === "open") {
      history.replaceState(history.state, "", location.pathname);
      this.#add();
    }
  }

  async load() {
    this.#gate.show();
    const [entries, tests] = await Promise.all([
      lastSessions(LOOKED_AT),
      allTests(),
      this.#log.load(),
    ]);
    this.#tests = tests ?? [];
    this.#sessions = sessionsOf(entries, this.#tests, this.#guide);
    this.#show();
  }

  #show() {
    const { access } = this.#gate;
    const isLimited = access === "closed" && this.#limit.ml !== null;
    showDate();
    part("log").hidden = access !== "open" && !isLimited;
    part("keys").hidden = access !== "open" && !isLimited;
    part("own").hidden = access !== "open";
    part("limit").hidden = access !== "closed";
    part("how-much").hidden = access === "closed";
    this.#keys.show();
    this.#limit.show();
    this.#showOwn();
    this.#showDay(isLimited);
    this.#showCeiling(access === "open");
  }

  /** @param {boolean} isLimited */
  #showDay(isLimited) {
    const now = Date.now();
    const day = this.#shownDay();
    const { drinks, isUnread } = this.#log;
    this.#day.show(drinks, this.#sessions, { day, now });
    const place = part("of-limit");
    place.hidden = !isLimited || isUnread;
    this.#limit.showAgainst(place, total(onDay(drinks, day)));
  }

  /** A moment of the day that is shown, at this time of it. */
  #shownDay() {
    const day = new Date();
    if (!this.#today.checked) {
      day.setDate(day.getDate() - 1);
    }
    return day.getTime();
  }

  /** Only of a plan made today, and not after too much. @param {boolean} isOpen */
  #showCeiling(isOpen) {
    const plan = planOf(store, Date.now());
    const shows = plan !== null && isOpen && this.#log.tooMuch === null;
    const ceiling = shows ? shownCeiling(this.#tests, plan) : null;
    part("ceiling").hidden = !ceiling;
    if (plan && ceiling) {
      const { words, sessions } = this.#guide;
      const most = amount("litres", ceiling, this.#guide, "down");
      write("ceiling-amount", fill(words.ceiling, { amount: most }));
      const degrees = amount("degrees", plan.celsius, this.#guide);
      write("ceiling-day", fill(words.day, { kind: sessions[plan.kind], degrees }));
    }
  }

  #showOwn() {
    const own = portions(store, this.#guide.unit);
    this.#own().forEach((button, i) => {
      const row = /** @type {HTMLElement} */ (button.closest("li"));
      write("own-amount", amount("volume", own[i].ml, this.#guide), row);
      write("own-kind", this.#guide.kinds[own[i].kind], row);
    });
  }

  /** A drink of any amount, now or earlier. */
  #add() {
    const at = this.#shownDay();
    this.#sheet.open(null, {
      at,
      save: ({ portion, at: when }) => this.#keys.put(this.#log.drunk(portion, when ?? at)),
    });
  }

  /** @param {Drink} drink */
  #change(drink) {
    this.#sheet.open(drink, {
      at: drink.at,
      save: ({ portion, at }) =>
        this.#keys.put({ ...drink, ...portion, at: at ?? drink.at }, drink),
      drop: () => this.#keys.drop(drink),
    });
  }

  /** One of the three sizes. @param {number} i */
  #resize(i) {
    const own = portions(store, this.#guide.unit);
    this.#sheet.open(own[i], {
      at: null,
      save: ({ portion }) => {
        const now = own.map((each, j) => (j === i ? portion : each));
        part("unkept-size").hidden = keepPortions(now, store);
        this.#show();
      },
    });
  }

  get #today() {
    return /** @type {HTMLInputElement} */ (document.querySelector("[name=day]"));
  }

  #own() {
    return [...document.querySelectorAll("[data-own-edit]")];
  }
}

new Drinks().start();
