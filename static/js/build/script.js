// A script that comes later: what it brings is made once, and one that could not be loaded is asked
// for again the next time.

/** @template T */
export class Script {
  #place;
  #make;
  #tries = 0;
  /** @type {Promise<T | null> | null} */
  #coming = null;
  /** What it brought, once it is there. @type {T | null} */
  made = null;

  /** @param {Element} sheet that says its address @param {(module: any) => T} make */
  constructor(sheet, make) {
    this.#place = /** @type {HTMLElement} */ (sheet.querySelector("[data-script]"));
    this.#make = make;
  }

  /** Before it is needed: the signal may be gone by then. */
  prepare() {
    if (this.#tries === 0) {
      this.load();
    }
  }

  /** @returns {Promise<T | null>} null where there is no signal, and it is not kept here */
  load() {
    this.#coming ??= this.#import();
    return this.#coming;
  }

  async #import() {
    this.#tries += 1;
    // A browser may remember for ever that an address failed.
    const module = await import(`${this.#place.dataset.script}?${this.#tries}`).catch(() => null);
    if (module) {
      this.made = this.#make(module);
    } else {
      this.#coming = null;
    }
    return this.made;
  }
}
