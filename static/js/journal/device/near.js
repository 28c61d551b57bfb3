// Brings the script of what is on this device once somebody gets near it, or has come for it. Of a page
// that nobody has touched yet it comes not: a first visit is to be small.

import { takeUp } from "../../shared/handed.js";
import { LaterScript } from "../../shared/later_script.js";
import { readPage } from "../../shared/trusted.js";

const NEAR = "600px";
const TOUCHES = ["scroll", "pointermove", "pointerdown", "keydown"];
const SECTION = "#device";
const CODE = "#take=";

/** The section of a page that has one. */
export function heedDevice(page = document) {
  const section = page.querySelector("[data-device]");
  return section instanceof HTMLElement ? new Near(section) : null;
}

class Near {
  #section;
  #script;
  /** Codes that wait for the script. @type {string[]} */
  #codes = [];
  /** A file that was opened with Limber waits for it too. @type {Blob | null} */
  #file = null;

  /** @param {HTMLElement} section */
  constructor(section) {
    this.#section = section;
    this.#script = new LaterScript(section.dataset.script ?? "");
    this.#part("device-without-script").hidden = true;
    this.#part("device-closed").hidden = false;
    for (const name of ["device-open", "device-again"]) {
      this.#part(name).addEventListener("click", () => this.#bring());
    }
    this.#watch();
    addEventListener("hashchange", () => this.#heed());
    this.#heed();
  }

  #watch() {
    const touched = new AbortController();
    const begin = () => {
      touched.abort();
      new IntersectionObserver(
        (seen) => seen.some((each) => each.isIntersecting) && this.#bring(),
        {
          rootMargin: NEAR,
        },
      ).observe(this.#section);
    };
    for (const touch of TOUCHES) {
      addEventListener(touch, begin, { signal: touched.signal, passive: true });
    }
  }

  /** What a code holds stands in the address no longer than it has to. */
  async #heed() {
    const { hash, pathname } = location;
    this.#file = (await takeUp().catch(() => null)) ?? this.#file;
    if (hash.startsWith(CODE)) {
      history.replaceState(history.state, "", pathname);
      this.#codes.push(hash);
    }
    if (hash.startsWith(CODE) || hash === SECTION || this.#file) {
      this.#bring();
    }
  }

  async #bring() {
    const script = await this.#script.load();
    this.#part("device-unloaded").hidden = script !== null;
    this.#part("device-closed").hidden = true;
    if (script) {
      const [codes, file] = [this.#codes.splice(0), this.#file];
      this.#file = null;
      await script.open(this.#section, { codes, file }, readPage);
    }
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.#section.querySelector(`[data-${name}]`));
  }
}
