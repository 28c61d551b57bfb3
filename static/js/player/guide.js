// What leads through a session beside its words and its figure: the lane, the breath, the voice, the screen
// that stays on, the buttons of a headset. Its script comes with the start, and is tried again with each step until it is here; a
// session waits for nothing of it.

/**
 * @typedef {import("./plan.js").Plan} Plan
 * @typedef {import("./timeline.js").Phase} Phase
 * @typedef {Pick<import("./later/guiding.js").Guiding, "plan" | "tell" | "show">} Guiding
 * @typedef {import("./media.js").Moment} MediaMoment
 * @typedef {[phase: Phase, seconds: number, elapsed: number]} Moment seconds since the phase began,
 *   and since the session did
 */

export class Guide {
  #load;
  /** @type {HTMLAudioElement | null} */
  #audio = null;
  /** @type {Guiding | null} */
  #guiding = null;
  /** @type {Plan | null} */
  #plan = null;
  /** @type {MediaMoment | null} */
  #told = null;
  /** The last that was shown. @type {Moment | null} */
  #moment = null;

  /** @param {(audio: HTMLAudioElement | null) => Promise<Guiding | null>} load null where it does not come */
  constructor(load) {
    this.#load = load;
  }

  /** In the start tap: what was loaded in a tap, some browsers let play later. */
  unlock() {
    if (!this.#audio) {
      this.#audio = new Audio();
      this.#audio.load();
    }
  }

  /** What is led through from now on. @param {Plan} plan */
  plan(plan) {
    this.#plan = plan;
    this.#guiding?.plan(plan);
  }

  /** For a lock screen; null once nobody is led any more. @param {MediaMoment | null} moment */
  tell(moment) {
    this.#told = moment;
    this.#guiding?.tell(moment);
  }

  /** Called for each frame. @param {Moment} moment */
  show(...moment) {
    const before = this.#moment?.[0].step;
    this.#moment = moment;
    if (this.#guiding) {
      this.#guiding.show(...moment);
    } else if (moment[0].step !== before) {
      this.#bring();
    }
  }

  async #bring() {
    const guiding = await this.#load(this.#audio);
    if (guiding && !this.#guiding && this.#plan && this.#moment) {
      this.#guiding = guiding;
      guiding.plan(this.#plan);
      guiding.tell(this.#told);
      guiding.show(...this.#moment);
    }
  }
}
