// One repetition again and again, until somebody pauses it or looks elsewhere.

import { isOtherSide, START, withinLoop } from "../shared/figure.js";
import { fill } from "../shared/words.js";

/**
 * @typedef {import("../player/timeline.js").TempoPart} TempoPart
 * @typedef {import("../player/timeline.js").Dose} Dose
 * @typedef {{ tempo: TempoPart[], label: string, sides: Dose["sides"] }} Plan `label` is a message
 *   with the name and cue of a tempo part
 * @typedef {{ part: number, playing: boolean, otherSide: boolean }} State
 */

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
  #frame = 0;
  /** Milliseconds of the frame just before; null when there was none. @type {number | null} */
  #last = null;
  #part = START.part;

  /**
   * @param {Pick<import("../shared/figure.js").Figure, "show" | "describe">} figure
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

  switchSide() {
    this.#otherSide = !this.#otherSide;
    this.redraw();
    this.#tell();
  }

  /** To the start of a tempo part, and stays there. @param {number} part */
  seek(part) {
    this.#seconds = startOf(this.#plan.tempo, part);
    this.pause();
  }

  /** Whether anybody can see it; while nobody can, no frame is asked for. @param {boolean} seen */
  setSeen(seen) {
    this.#seen = seen;
    this.#schedule();
  }

  /** This moment once more, for when the wish for calm has changed. */
  redraw() {
    const turn = this.#turn();
    // What does one side and then the other shows one until somebody asks for the other.
    const mirrored = isOtherSide(this.#plan.sides, turn) !== this.#otherSide;
    this.#figure.show({ ...turn, mirrored });
    if (turn.part !== this.#part) {
      this.#part = turn.part;
      const { name, cue } = this.#plan.tempo[turn.part];
      this.#figure.describe(fill(this.#plan.label, { name, cue }));
      this.#tell();
    }
  }

  #turn() {
    return this.#seconds === null
      ? { ...START, repetition: 1 }
      : withinLoop(this.#plan.tempo, this.#seconds);
  }

  #tell() {
    this.#changed({ part: this.#part, playing: this.#playing, otherSide: this.#otherSide });
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
