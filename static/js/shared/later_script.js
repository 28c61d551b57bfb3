// A script that comes later than its page, when it is first asked for.

export class LaterScript {
  #address;
  #load;
  #tries = 0;
  /** @type {Promise<any> | undefined} */
  #coming;

  /** @param {string} address @param {(address: string) => Promise<any>} load */
  constructor(address, load = (from) => import(from)) {
    this.#address = address;
    this.#load = load;
  }

  /** Its module; null where it does not come, which the next time is tried again. */
  async load() {
    try {
      // A browser may remember for ever that an address failed.
      this.#coming ??= this.#load(`${this.#address}?${(this.#tries += 1)}`);
      return await this.#coming;
    } catch {
      // No signal, and not kept here.
      this.#coming = undefined;
      return null;
    }
  }
}
