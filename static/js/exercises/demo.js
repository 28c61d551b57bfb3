// One repetition, or some parts of it, again and again, until somebody pauses it or looks elsewhere.

import { isOtherSide, START, withinLoop } from "../shared/figure.js";
import { fill } from "../shared/words.js";

/**
 * @typedef {import("../player/timeline.js").TempoPart} TempoPart
 * @typedef {import("../player/timeline.js").Dose} Dose
 * @typedef {{ tempo: TempoPart[], label: string, other_side: string, sides: Dose["sides"] }} Plan
 *   `label` and `other_side` are messages with the name and cue of a tempo part
 * @typedef {[from: number, to: number]} Loop tempo parts, both of them in it
 * @typedef {{
 *   part: number, playing: boolean, otherSide: boolean, halfSpeed: boolean, inMirror: boolean,
 *   loop: Loop | null,
 * }} State without a `loop` it is the whole repetition
 */

export const HALF = 0.5;

/** The tempo parts that are repeated. @param {TempoPart[]} tempo @param {Loop | null} loop */
export function loopOf(tempo, loop) {
  return loop ? tempo.slice(loop[0], loop[1] + 1) : tempo;
}

/** @param {TempoPart[]} tempo @param {number} part */
export function startOf(tempo, part) {
  return tempo.slice(0, part).reduce((sum, { seconds }) => sum + seconds, 0);
}

/**
 * What is repeated when a tempo part is tapped: this one alone, then all from one to the other, then
 * another alone; the only one, tapped once more, gives back the whole.
 * @param {Loop | null} loop
 * @param {number} part
 * @returns {Loop | null}
 */
export function looped(loop, part) {
  const [from, to] = loop ?? [-1, -1];
  if (from !== to || from < 0) {
    return [part, part];
  }
  return part === from ? null : [Math.min(from, part), Math.max(from, part)];
}

export class Demo {
  #figure;
  #plan;
  #changed;
  #frames;
  /** Since the first repetition of what is looped began; null before. @type {number | null} */
  #seconds = null;
  #playing = false;
  #seen = true;
  #otherSide = false;
  #inMirror = false;
  /** @type {Loop | null} */
  #loop = null;
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
    this.redraw();
  }

  /** As one sees oneself in a mirror, or as somebody who stands there. */
  switchMirror() {
    this.#seconds ??= 0;
    this.#inMirror = !this.#inMirror;
    this.redraw();
    this.#tell();
  }

  /** A tempo part was tapped: it goes on from its start, or stands there. @param {number} part */
  choose(part) {
    this.#loop = looped(this.#loop, part);
    this.#seconds = this.#loop ? 0 : startOf(this.#plan.tempo, part) / this.#pace;
    this.#tell();
    this.redraw();
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
    const isOther = isOtherSide(this.#plan.sides, turn) !== this.#otherSide;
    this.#figure.show({ ...turn, mirrored: isOther !== this.#inMirror });
    const seen = `${turn.part} ${isOther}`;
    if (seen !== this.#told) {
      this.#told = seen;
      const { name, cue } = this.#plan.tempo[turn.part];
      const message = isOther ? this.#plan.other_side : this.#plan.label;
      this.#figure.describe(fill(message, { name, cue }));
      this.#tell();
    }
  }

  #turn() {
    if (this.#seconds === null) {
      return { ...START, repetition: 1 };
    }
    const turn = withinLoop(loopOf(this.#plan.tempo, this.#loop), this.#seconds, this.#pace);
    // Of a part there is one side, until somebody asks for the other.
    return this.#loop ? { ...turn, part: turn.part + this.#loop[0], repetition: 1 } : turn;
  }

  #tell() {
    this.#changed({
      part: this.#turn().part,
      playing: this.#playing,
      otherSide: this.#otherSide,
      halfSpeed: this.#pace === HALF,
      inMirror: this.#inMirror,
      loop: this.#loop,
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
