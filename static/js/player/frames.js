// When the next picture is drawn: with the next frame, or, where a slow phone would still be drawing
// when a phase ends, only at that end, so that the change is not late. What takes this phone a while to
// show is begun as much before it.

// So many frames tell how long one takes; a single slow one is soon forgotten.
const REMEMBERED = 8;
// The next one may take longer than each of them, by so much.
const MARGIN = 1.5;
// After a pause or a locked screen the time since the last frame tells nothing.
const LONGEST_MS = 300;
// Of so many changes the quickest tells how much earlier one may begin, and it is never more than this.
const TURNS = 2;
export const MOST_AHEAD_MS = 40;
// Before the first change a phone that draws fewer than 30 frames a second counts as slow.
const SLOW_FRAME_MS = 33;

export class Frames {
  /** @type {number[]} milliseconds */
  #took = [];
  /** When the last one began; not a number where nothing was drawn before. */
  #last = NaN;
  /** How long the last changes took to be shown, in milliseconds. @type {number[]} */
  #turns = [];

  /** A frame begins. @param {number} now milliseconds */
  note(now) {
    const took = now - this.#last;
    this.#last = now;
    if (took > 0 && took <= LONGEST_MS) {
      this.#took = [...this.#took, took].slice(-REMEMBERED);
    }
  }

  /** Nothing is drawn for a while. */
  rest() {
    this.#last = NaN;
  }

  /** A change was shown. @param {number} took milliseconds since it was to begin */
  turned(took) {
    this.#turns = [...this.#turns, took].slice(-TURNS);
  }

  /** So many milliseconds before the end of a phase its change begins. */
  get ahead() {
    const turns = this.#turns.length ? this.#turns : [Math.max(...this.#took) - SLOW_FRAME_MS];
    return Math.max(0, Math.min(MOST_AHEAD_MS, ...turns));
  }

  /**
   * Whether what would be drawn now would keep the page busy beyond the end of a phase.
   * @param {number} left milliseconds to that end
   */
  wouldBeLate(left) {
    return left > 0 && left < MARGIN * Math.max(0, ...this.#took);
  }
}
