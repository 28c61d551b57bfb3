// A paced breath, for as long as one wants it: a word and a bar, out longer than in, never a hold.
// The bar is still for who wants less movement; the word changes all the same.

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
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #ticking;

  /** @param {HTMLElement} place @param {Record<string, string>} words */
  constructor(place, words, now = () => performance.now()) {
    this.#place = place;
    this.#words = words;
    this.#now = now;
    place.hidden = false;
    this.#part("pace").addEventListener("click", () => this.#toggle());
  }

  #toggle() {
    const paced = this.#ticking === undefined;
    this.#part("pace").setAttribute("aria-pressed", String(paced));
    this.#part("paced").hidden = !paced;
    if (paced) {
      this.#start();
    } else {
      this.#stop();
    }
  }

  #start() {
    const { dataset } = this.#place;
    const breath = { inward: Number(dataset.in), outward: Number(dataset.out) };
    const began = this.#now();
    const tick = () => {
      if (this.#place.getClientRects().length > 0) {
        this.#show(breathAt((this.#now() - began) / 1000, breath));
      } else {
        this.#toggle(); // another step is shown: nobody breathes by it
      }
    };
    this.#ticking = setInterval(tick, TICK_MS);
    tick();
  }

  #stop() {
    clearInterval(this.#ticking);
    this.#ticking = undefined;
  }

  /** @param {ReturnType<typeof breathAt>} breath */
  #show({ way, full }) {
    const word = this.#part("breath");
    if (word.textContent !== this.#words[way]) {
      word.textContent = this.#words[way];
    }
    this.#part("bar").style.setProperty("--full", String(full));
  }

  /** @param {string} name */
  #part(name) {
    return /** @type {HTMLElement} */ (this.#place.querySelector(`[data-${name}]`));
  }
}
