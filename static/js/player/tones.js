// Calls as tones, made by the browser: no file is fetched, and nothing sounds before the start tap.

/** @typedef {import("./cues.js").Call} Call */

/** Hertz and seconds, one after the other: high begins, low ends, two notes mean a change. */
export const NOTES = /** @type {Record<Call, [number, number][]>} */ ({
  begin: [[880, 0.18]],
  part: [[660, 0.08]],
  ready: [[440, 0.18]],
  rest: [
    [660, 0.14],
    [440, 0.2],
  ],
  switch: [
    [660, 0.12],
    [880, 0.12],
    [660, 0.12],
  ],
  half: [
    [550, 0.1],
    [550, 0.1],
  ],
  count: [[740, 0.07]],
  end: [
    [880, 0.16],
    [660, 0.16],
    [440, 0.3],
  ],
});

// A note begins and ends softly, or it would click.
const EDGE_SECONDS = 0.01;

export class Tones {
  /** How loud they are, of 1. */
  gain = 0.4;
  #make;
  /** @type {AudioContext | null} */
  #context = null;
  /** The context's clock when it was last used, to see whether it stands still. */
  #heard = -1;

  /** @param {() => AudioContext} make throws where there is no sound */
  constructor(make = () => new AudioContext()) {
    this.#make = make;
  }

  /** In the start tap: no browser lets sound begin by itself. */
  unlock() {
    this.#build();
  }

  /** @param {Call} call */
  play(call) {
    if (this.#isStuck()) {
      this.#build();
    }
    const context = this.#context;
    if (!context) {
      return;
    }
    if (context.state !== "running") {
      context.resume().catch(() => undefined);
    }
    this.#heard = context.currentTime;
    let at = context.currentTime;
    for (const [hertz, seconds] of NOTES[call]) {
      sound(context, this.gain, hertz, at, seconds);
      at += seconds;
    }
  }

  /** Some phones say "running" after a lock while their clock no longer moves. */
  #isStuck() {
    const context = this.#context;
    return !context || context.state === "closed" || context.currentTime === this.#heard;
  }

  #build() {
    this.#context?.close().catch(() => undefined);
    this.#heard = -1;
    try {
      this.#context = this.#make();
    } catch {
      this.#context = null; // no sound here: the screen says the same
    }
  }
}

/** @param {AudioContext} context @param {number} loud @param {number} hertz @param {number} at @param {number} seconds */
function sound(context, loud, hertz, at, seconds) {
  const tone = new OscillatorNode(context, { frequency: hertz });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(loud, at + EDGE_SECONDS);
  gain.gain.setValueAtTime(loud, at + seconds - EDGE_SECONDS);
  gain.gain.linearRampToValueAtTime(0, at + seconds);
  tone.connect(gain).connect(context.destination);
  tone.start(at);
  tone.stop(at + seconds);
}
