// What is read out to who does not see it, also when the same was said before.

// A screen reader that sees a text go reads it anew when it comes again.
const SAY_MS = 100;

export class Announcer {
  #place;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #saying;

  /** @param {HTMLElement} place that a screen reader follows */
  constructor(place) {
    this.#place = place;
  }

  /** @param {string} text nothing, where nothing is to be said any longer */
  say(text) {
    clearTimeout(this.#saying);
    if (this.#place.textContent) {
      this.#place.textContent = "";
    }
    if (text) {
      this.#saying = setTimeout(() => (this.#place.textContent = text), SAY_MS);
    }
  }
}
