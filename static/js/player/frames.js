// When the next picture is drawn: with the next frame, or, where a slow phone would still be drawing
// when a phase ends, only at that end, so that the change is not late.

// So many frames tell how long one takes; a single slow one is soon forgotten.
const REMEMBERED = 8;
// The next one may take longer than each of them, by so much.
const MARGIN = 1.5;
// After a pause or a locked screen the time since the last frame tells nothing.
const LONGEST_MS = 300;

export class Frames {
  /** @type {number[]} milliseconds */
  #took = [];
  /** @type {number | null} */
  #last = null;

  /** A frame begins. @param {number} now milliseconds */
  note(now) {
    const took = now - (this.#last ?? now);
    this.#last = now;
    if (took > 0 && took <= LONGEST_MS) {
      this.#took = [...this.#took, took].slice(-REMEMBERED);
    }
  }

  /** Nothing is drawn for a while. */
  rest() {
    this.#last = null;
  }

  /**
   * Whether what would be drawn now would keep the page busy beyond the end of a phase.
   * @param {number} left milliseconds to that end
   */
  wouldBeLate(left) {
    return left > 0 && left < MARGIN * Math.max(0, ...this.#took);
  }
}
