// One repetition again and again, until somebody pauses it or looks elsewhere.

import { isOtherSide, START, withinLoop } from "../shared/figure.js";
import { fill } from "../shared/words.js";

/**
 * @typedef {import("../player/timeline.js").TempoPart} TempoPart
 * @typedef {import("../player/timeline.js").Dose} Dose
 * @typedef {{ tempo: TempoPart[], label: string, other_side: string, sides: Dose["sides"] }} Plan
 *   `label` and `other_side` are messages with the name and cue of a tempo part
 * @typedef {{ part: number, playing: boolean, otherSide: boolean, halfSpeed: boolean }} State
 */

const HALF = 0.5;

/** @param {TempoPart[]} tempo @param {number} part */
export function startOf(tempo, part) {
  return tempo.slice(0, part).reduce((sum, { seconds }) => sum + seconds, 0);
}

export class Demo {
  #figure;
  #plan;
  #changed;
  #frames;
  /** Since the first repetition began; null before. @type {number | null} */
  #seconds = null;
  #playing = false;
  #seen = true;
  #otherSide = false;
  #pace = 1;
  #frame = 0;
  /** Milliseconds of the frame just before; null when there was none. @type {number | null} */
  #last = null;
  #told = "";

  /**
   * @param {Pick<import("../shared/figure.js").Figure, "show" | "describe" | "release">} figure
   * @param {Plan} plan
   * @param {(state: State) => void} changed told each time one of them may have changed
   * @param {Pick<typeof globalThis, "requestAnimationFrame" | "cancelAnimationFrame">} frames
   */
  constructor(figure, plan, changed, frames = globalThis) {
    this.#figure = figure;
    this.#plan = plan;
    this.#changed = changed;
    this.#frames = frames;
    this.redraw();
  }

  play() {
    this.#seconds ??= 0;
    this.#setPlaying(true);
  }

  pause() {
    this.#setPlaying(false);
  }

  playOrPause() {
    if (this.#playing) {
      this.pause();
    } else {
      this.play();
    }
  }

  /** The still shows one side only, so the other one begins with the first part. */
  switchSide() {
    this.#seconds ??= 0;
    this.#otherSide = !this.#otherSide;
    this.redraw();
    this.#tell();
  }

  /** Half as fast, or as fast as the tempo again; goes on from where it is. */
  switchSpeed() {
    const pace = this.#pace === 1 ? HALF : 1;
    this.#seconds = this.#seconds && (this.#seconds * this.#pace) / pace;
    this.#pace = pace;
    this.#tell();
  }

  /** To the start of a tempo part, and stays there. @param {number} part */
  seek(part) {
    this.#seconds = startOf(this.#plan.tempo, part) / this.#pace;
    this.pause();
  }

  /** Whether anybody can see it; while nobody can, no frame is asked for. @param {boolean} seen */
  setSeen(seen) {
    this.#seen = seen;
    this.#schedule();
  }

  /**
   * This moment once more, for when the wish for calm has changed; before the first one the still
   * that the figure came as, which shows start and end.
   */
  redraw() {
    if (this.#seconds === null) {
      this.#figure.release();
      return;
    }
    const turn = this.#turn();
    // What does one side and then the other shows one until somebody asks for the other.
    const mirrored = isOtherSide(this.#plan.sides, turn) !== this.#otherSide;
    this.#figure.show({ ...turn, mirrored });
    const seen = `${turn.part} ${mirrored}`;
    if (seen !== this.#told) {
      this.#told = seen;
      const { name, cue } = this.#plan.tempo[turn.part];
      const message = mirrored ? this.#plan.other_side : this.#plan.label;
      this.#figure.describe(fill(message, { name, cue }));
      this.#tell();
    }
  }

  #turn() {
    return this.#seconds === null
      ? { ...START, repetition: 1 }
      : withinLoop(this.#plan.tempo, this.#seconds, this.#pace);
  }

  #tell() {
    this.#changed({
      part: this.#turn().part,
      playing: this.#playing,
      otherSide: this.#otherSide,
      halfSpeed: this.#pace === HALF,
    });
  }

  /** @param {boolean} playing */
  #setPlaying(playing) {
    this.#playing = playing;
    this.#schedule();
    this.redraw();
    this.#tell();
  }

  #schedule() {
    const wanted = this.#playing && this.#seen;
    if (wanted && !this.#frame) {
      this.#frame = this.#frames.requestAnimationFrame(this.#step);
    } else if (!wanted) {
      this.#frames.cancelAnimationFrame(this.#frame);
      this.#frame = 0;
      this.#last = null;
    }
  }

  /** @param {number} now */
  #step = (now) => {
    this.#seconds = (this.#seconds ?? 0) + (now - (this.#last ?? now)) / 1000;
    this.#last = now;
    this.#frame = this.#frames.requestAnimationFrame(this.#step);
    this.redraw();
  };
}
