// The strip that says that somebody is in the water; "I am out", which begins to get them warm; and
// telling whoever waits.

import { clockTime, timeOfDay } from "./numbers.js";
import { beginRewarming } from "./rewarming.js";
import { saying, share } from "./share.js";
import { endSwim, forgetSwim, isLate, swimNow } from "./swimming.js";
import { fill } from "./words.js";

const MINUTE_MS = 60_000;

/**
 * @typedef {import("./screen.js").Store} Store
 * @typedef {import("./swimming.js").Swim} Swim
 * @typedef {{ locale: string, rewarm: string } & Record<string, string>} Guide
 */

export class InWater {
  #strip;
  #store;
  #leave;
  #now;
  /** @type {Guide} */
  #guide;

  /** @param {HTMLElement} strip @param {{ store: Store, leave: (address: string) => void }} edge */
  constructor(strip, { store, leave }, now = Date.now) {
    this.#strip = strip;
    this.#store = store;
    this.#leave = leave;
    this.#now = now;
    this.#guide = JSON.parse(this.#part("guide").textContent ?? "");
    this.#part("out").addEventListener("click", () => this.#out());
    this.#part("tell").addEventListener("click", () => this.#tell());
    this.#part("done").addEventListener("click", () => this.#done());
    this.show();
  }

  /** As this device keeps it; again each minute, because it may get late. */
  watch(page = document) {
    const show = () => this.show();
    setInterval(show, MINUTE_MS);
    addEventListener("pageshow", show);
    addEventListener("storage", show);
    page.addEventListener("visibilitychange", show);
  }

  show() {
    const swim = swimNow(this.#store, this.#now());
    this.#strip.hidden = swim === null;
    if (swim) {
      const isOut = swim.ended !== null;
      const words = isOut ? this.#message(swim) : this.#state(swim);
      this.#part("words").textContent = words;
      this.#part("in").hidden = isOut;
      this.#part("after").hidden = !isOut;
      this.#part("sms").setAttribute("href", `sms:?&body=${encodeURIComponent(words)}`);
    }
  }

  /** What comes next is read from here. */
  focus() {
    this.#strip.focus();
  }

  /** @param {Swim} swim */
  #state(swim) {
    const late = isLate(swim, this.#now());
    this.#strip.classList.toggle("swimming-late", late);
    const values = { where: swim.where, out: timeOfDay(swim.out, this.#guide.locale) };
    return fill(late ? this.#guide.late : this.#guide.by, values);
  }

  /** @param {Swim} swim */
  #message({ ended }) {
    this.#strip.classList.remove("swimming-late");
    return fill(this.#guide.out, { time: clockTime(Number(ended), this.#guide.locale) });
  }

  #out() {
    const cold = swimNow(this.#store, this.#now())?.cold;
    endSwim(this.#store, this.#now());
    this.show();
    if (cold) {
      beginRewarming(this.#store, this.#now());
      this.#leave(this.#guide.rewarm);
    } else {
      this.focus();
    }
  }

  async #tell() {
    const done = await share(this.#part("words").textContent ?? "");
    this.#part("told").textContent = saying(done, this.#guide);
    if (done === "shared") {
      this.#done();
    }
  }

  #done() {
    forgetSwim(this.#store);
    this.show();
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.#strip.querySelector(`[data-swimming-${name}]`));
  }
}

/** Of the page, if it has one. @param {{ store: Store, leave?: (address: string) => void }} edge */
export function watchSwim({ store, leave = (address) => location.assign(address) }) {
  const strip = document.querySelector("[data-swimming]");
  const shown = strip instanceof HTMLElement ? new InWater(strip, { store, leave }) : null;
  shown?.watch();
  return shown;
}
