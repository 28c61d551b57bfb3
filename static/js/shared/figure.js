// A baked figure: an SVG whose animation never runs by itself but is sought to a moment.

/**
 * @typedef {{ part: number, progress: number }} Moment `part` is the index of the tempo part, -1
 *   before the first one begins; `progress` through it goes from 0 to 1
 */

export const REDUCED_MOTION = "(prefers-reduced-motion: reduce)";

// At the very end of its loop SMIL shows the beginning again.
const BEFORE_END = 0.001;

/** Before anything has moved. @type {Moment} */
export const START = { part: -1, progress: 0 };

/**
 * Seconds in the file for a moment; who wants calm sees each part's last picture all through it.
 * @param {number[]} bounds where the tempo parts begin in the file, and where the last one ends
 * @param {Moment} moment
 * @param {boolean} calm
 */
export function figureTime(bounds, { part, progress }, calm = false) {
  if (part < 0) {
    return 0;
  }
  const time = bounds[part] + (bounds[part + 1] - bounds[part]) * (calm ? 1 : progress);
  return Math.min(time, bounds[bounds.length - 1] - BEFORE_END);
}

/**
 * Where a repetition stands that is done again and again.
 * @param {{ seconds: number }[]} tempo
 * @param {number} seconds since the first one began
 * @param {number} pace 0.5 is half as fast
 * @returns {Moment & { repetition: number }} the first repetition is 1
 */
export function withinLoop(tempo, seconds, pace = 1) {
  const length = tempo.reduce((sum, part) => sum + part.seconds, 0);
  const done = Math.max(0, seconds * pace);
  const repetition = Math.floor(done / length) + 1;
  let left = done % length;
  let part = 0;
  while (part < tempo.length - 1 && left >= tempo[part].seconds) {
    left -= tempo[part].seconds;
    part += 1;
  }
  return { part, progress: left / tempo[part].seconds, repetition };
}

/**
 * Whether the other side is shown: the second of two, or every second turn.
 * @param {"none" | "each" | "alternate" | undefined} sides
 * @param {{ side?: number, repetition: number }} turn both count from 1
 */
export function isOtherSide(sides, { side = 1, repetition }) {
  return sides === "each"
    ? side === 2
    : sides === "alternate" && repetition % 2 === 0 && repetition > 0;
}

export class Figure {
  #svg;
  #motion;
  /** @type {number[]} */
  #bounds;
  #time = NaN;
  #mirrored = false;
  #driven = false;

  /**
   * @param {SVGSVGElement} svg that stands in the page
   * @param {{ readonly matches: boolean }} motion whether the person wants it reduced, at any time
   */
  constructor(svg, motion) {
    this.#svg = svg;
    this.#motion = motion;
    this.#bounds = svg.dataset.phases?.split(",").map(Number) ?? [];
    svg.setAttribute("role", "img");
    if (this.moves) {
      svg.pauseAnimations();
      this.#drive(true);
    }
  }

  get moves() {
    return this.#bounds.length > 1;
  }

  /**
   * Called for each frame, so it touches only what changed.
   * @param {Moment & { mirrored: boolean }} moment
   */
  show(moment) {
    if (moment.mirrored !== this.#mirrored) {
      this.#mirrored = moment.mirrored;
      this.#svg.classList.toggle("mirrored", moment.mirrored);
    }
    if (this.moves) {
      this.#drive(!(this.#motion.matches && this.#endsWhereItBegins));
      this.#seek(figureTime(this.#bounds, moment, this.#motion.matches));
    }
  }

  /** A loop of one part has no picture between: calm, its still with an arrow tells more. */
  get #endsWhereItBegins() {
    return this.#bounds.length === 2;
  }

  /** Moving, or the still it came as. @param {boolean} driven */
  #drive(driven) {
    if (driven !== this.#driven) {
      this.#driven = driven;
      this.#svg.classList.toggle("driven", driven);
    }
  }

  /** What the picture shows, for those who do not see it. @param {string} text */
  describe(text) {
    if (this.#svg.getAttribute("aria-label") !== text) {
      this.#svg.setAttribute("aria-label", text);
    }
  }

  /** Leaves the still picture that it came as; the animation stays paused. */
  release() {
    this.#drive(false);
    this.#svg.classList.remove("mirrored");
  }

  /** @param {number} time */
  #seek(time) {
    if (time !== this.#time) {
      this.#time = time;
      this.#svg.setCurrentTime(time);
    }
  }
}
