// A paced breath: a word and a bar, out longer than in, never a hold. The bar is still for who wants
// less movement; the word changes all the same.

const TICK_MS = 100;

/**
 * Where a breath is after some seconds.
 * @param {number} seconds since it began
 * @param {{ inward: number, outward: number }} breath its seconds
 * @returns {{ way: "in" | "out", full: number }} `full` from 0, empty, to 1
 */
export function breathAt(seconds, { inward, outward }) {
  const within = seconds % (inward + outward);
  return within < inward
    ? { way: "in", full: within / inward }
    : { way: "out", full: 1 - (within - inward) / outward };
}

export class Breathing {
  #place;
  #words;
  #now;

  /** @param {HTMLElement} place @param {Record<string, string>} words */
  constructor(place, words, now = () => performance.now()) {
    this.#place = place;
    this.#words = words;
    this.#now = now;
  }

  start() {
    const { dataset } = this.#place;
    const breath = { inward: Number(dataset.in), outward: Number(dataset.out) };
    const began = this.#now();
    this.#place.hidden = false;
    this.#show(breathAt(0, breath));
    setInterval(() => this.#show(breathAt((this.#now() - began) / 1000, breath)), TICK_MS);
  }

  /** @param {ReturnType<typeof breathAt>} breath */
  #show({ way, full }) {
    const word = /** @type {HTMLElement} */ (this.#place.querySelector("[data-breath]"));
    const bar = /** @type {HTMLElement} */ (this.#place.querySelector("[data-bar]"));
    if (word.textContent !== this.#words[way]) {
      word.textContent = this.#words[way];
    }
    bar.style.setProperty("--full", String(full));
  }
}
