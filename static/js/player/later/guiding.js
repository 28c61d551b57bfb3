// What leads through a running session beside its words and its figure: where it stands on its lane,
// how one breathes, what is said, that the screen stays on, and what a headset or lock screen shows. Nobody needs it
// before the start.

import { isPaced } from "../breath.js";
import { BreathShape } from "../breath_shape.js";
import { drawLane } from "../lane.js";
import { Media } from "../media.js";
import { picture } from "../picture.js";
import { madeVoice } from "../voice/made.js";
import { WakeLock } from "../wake_lock.js";

export { foretell } from "../voice/made.js";

/**
 * @typedef {import("../plan.js").Plan} Plan
 * @typedef {import("../timeline.js").Phase} Phase
 * @typedef {import("../media.js").Moment} MediaMoment
 */

export class Guiding {
  #lane;
  #shape;
  #media;
  #voice;
  #wakeLock;
  #isLed = false;
  /** @type {Plan["session"] | null} */
  #session = null;
  /** @type {(elapsed: number) => void} */
  #markLane = () => undefined;

  /**
   * @param {Record<"lane" | "count" | "awake", HTMLElement>} parts the breath stands before the count
   * @param {Record<string, string>} words
   * @param {{ readonly matches: boolean }} motion whether the person wants it reduced
   * @param {ConstructorParameters<typeof Media>} media
   * @param {{ gain: number }} tones
   */
  constructor({ lane, count, awake }, words, motion, media, tones) {
    this.#lane = lane;
    this.#shape = new BreathShape(count, words, motion);
    this.#media = new Media(...media);
    this.#voice = madeVoice(media[0], tones);
    const sayings = { on: words.awake, lost: words.asleep, off: "" };
    this.#wakeLock = new WakeLock((now) => (awake.textContent = sayings[now]));
  }

  /** @param {Plan} plan */
  plan(plan) {
    this.#session = plan.session;
    this.#markLane = drawLane(this.#lane, plan.phases);
    this.#voice.plan(plan);
  }

  /** @param {MediaMoment | null} moment null once nobody is led any more */
  tell(moment) {
    this.#voice.tell(moment);
    if (moment && !this.#isLed) {
      this.#media.begin();
    }
    if (moment) {
      this.#media.show(moment);
    } else {
      this.#media.end();
    }
    if (moment?.running) {
      this.#wakeLock.hold();
    } else {
      this.#wakeLock.release();
    }
    this.#isLed = moment !== null;
  }

  /** @param {Phase} phase @param {number} seconds since it began @param {number} elapsed since the session did */
  show(phase, seconds, elapsed) {
    this.#voice.show(phase, elapsed);
    this.#markLane(elapsed);
    const step = this.#session?.steps[phase.step];
    if (step) {
      this.#shape.keepRoom(!step.tapped && isPaced(step.tempo));
      this.#shape.show(phase.waits ? [] : step.tempo, picture(step, phase, seconds));
    }
  }
}
