// The pictures that the list comes without: fetched together, once, when they are needed.

import { readFigure } from "../shared/trusted.js";

/**
 * @typedef {Map<string, Element>} Stills by slug
 * @typedef {"wanted" | "coming" | "failed" | "here"} State
 */

const FETCH_MS = 10_000;

/**
 * @param {string} address
 * @returns {Promise<Stills>} empty when they cannot be had
 */
export async function fetchStills(address, read = readFigure, { fetch } = globalThis) {
  try {
    const signal = AbortSignal.timeout(FETCH_MS);
    const answer = await fetch(address, { mode: "same-origin", signal });
    return answer.ok ? stillsOf(read(await answer.text())) : new Map();
  } catch {
    // No signal, or a server that hangs: the reader is told and may try again.
    return new Map();
  }
}

/** @param {SVGSVGElement | null} sheet @returns {Stills} */
function stillsOf(sheet) {
  /** @type {NodeListOf<SVGElement>} */
  const places = sheet?.querySelectorAll("[data-still]") ?? /** @type {any} */ ([]);
  return new Map(
    [...places].flatMap(({ dataset, firstElementChild: still }) =>
      still ? [[dataset.still ?? "", still]] : [],
    ),
  );
}

export class Rest {
  #address;
  #places;
  #changed;
  #load;
  /** @type {State} */
  #state;

  /**
   * @param {string} address
   * @param {HTMLElement[]} places each with the slug of its picture
   * @param {(state: State) => void} changed
   */
  constructor(address, places, changed, load = fetchStills) {
    this.#address = address;
    this.#places = places;
    this.#changed = changed;
    this.#load = load;
    this.#state = places.length ? "wanted" : "here";
  }

  /** Once; again only after it failed, and if that is `asked` for. */
  async fetch({ asked = false } = {}) {
    if (this.#state === "wanted" || (asked && this.#state === "failed")) {
      this.#become("coming");
      const stills = await this.#load(this.#address);
      this.#put(stills);
      this.#become(stills.size ? "here" : "failed");
    }
  }

  /** @param {Stills} stills */
  #put(stills) {
    for (const place of this.#places) {
      const still = stills.get(place.dataset.still ?? "");
      if (still) {
        place.replaceWith(still);
      }
    }
  }

  /** @param {State} state */
  #become(state) {
    this.#state = state;
    this.#changed(state);
  }
}

/**
 * Calls once when a place is seen, or the reader has begun to scroll and comes near to one.
 * @param {Element[]} places
 * @param {() => void} near
 */
export function whenNear(places, near, world = globalThis) {
  /** @param {string} margin */
  const watch = (margin) => {
    const observer = new world.IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) {
          observer.disconnect();
          near();
        }
      },
      { rootMargin: margin },
    );
    places.forEach((place) => observer.observe(place));
  };
  watch("0px");
  world.addEventListener("scroll", () => watch("100% 0px"), { once: true, passive: true });
}
