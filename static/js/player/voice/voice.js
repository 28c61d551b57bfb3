// Says what a session has to say while it runs, beside its tones: silent at once when it stands still or
// when the page is hidden, and silent where the words or a voice for them do not come.

import { chosenVoice, wantsVoice } from "../../shared/voice.js";
import { GAP_SECONDS } from "../cues.js";
import { totalSeconds } from "../timeline.js";
import { speedOf } from "./sound.js";
import { ending, sayings, whereabouts } from "./spoken.js";

/**
 * @typedef {import("../plan.js").Plan} Plan
 * @typedef {import("../timeline.js").Phase} Phase
 * @typedef {import("../../shared/screen.js").Store} Store
 * @typedef {import("./doses.js").Spoken} Spoken
 * @typedef {import("./spoken.js").Saying} Saying
 * @typedef {import("./spoken.js").Manner} Manner
 */

// Slower paces give thirds of seconds, whose sums are not exact.
const ROUNDING = 1e-6;

export class Voice {
  #store;
  #speaker;
  #load;
  #document;
  /** @type {Plan | null} */
  #plan = null;
  /** @type {Spoken | null} */
  #spoken = null;
  /** @type {Manner | null} */
  #manner = null;
  #isWanted = false;
  /** @type {Saying[]} */
  #sayings = [];
  #isRunning = false;
  /** Seconds of the session at the last look; null when what is on now is still to be said. @type {number | null} */
  #seen = null;
  /** @type {Phase | null} */
  #phase = null;
  #askedIn = -1;

  /**
   * @param {Store} store
   * @param {Pick<import("./speaker.js").Speaker, "say" | "look" | "hush">} speaker
   * @param {() => Promise<Spoken | null>} load the words; null where they do not come
   * @param {Pick<Document, "hidden" | "addEventListener">} page
   */
  constructor(store, speaker, load, page = document) {
    this.#store = store;
    this.#speaker = speaker;
    this.#load = load;
    this.#document = page;
    page.addEventListener("visibilitychange", () => this.#hush());
  }

  /** @param {Plan} plan */
  plan(plan) {
    this.#plan = plan;
    this.#write();
  }

  /** Whether it runs; null once nobody is led any more. @param {{ running: boolean } | null} moment */
  tell(moment) {
    const running = Boolean(moment?.running);
    if (!moment && this.#isAtEnd) {
      this.#sayEnd();
    } else if (!running) {
      this.#hush();
    } else if (!this.#isRunning) {
      this.#write();
    }
    this.#isRunning = running;
  }

  /** Called for each frame. @param {Phase} phase @param {number} elapsed since the session began */
  show(phase, elapsed) {
    if (!this.#isRunning || this.#document.hidden || !this.#isWanted) {
      return;
    }
    if (this.#manner) {
      this.#look(phase, elapsed);
    } else if (phase.step !== this.#askedIn) {
      this.#askedIn = phase.step;
      this.#bring();
    }
  }

  async #bring() {
    this.#spoken ??= await this.#load();
    this.#write();
  }

  /** As it is wanted now: the settings may have been changed since. */
  #write() {
    const spoken = this.#spoken;
    const [much, speed] = [chosenVoice("voice", this.#store), speedOf(this.#store)];
    this.#isWanted = wantsVoice(this.#store);
    this.#manner = spoken && { spoken, much, speed };
    this.#sayings = this.#plan && this.#manner ? sayings(this.#plan, this.#manner) : [];
  }

  /** @param {Phase} phase @param {number} elapsed */
  #look(phase, elapsed) {
    const hasJumped = this.#hasJumped(phase, elapsed);
    if (hasJumped) {
      this.#speaker.hush();
    }
    const said = hasJumped ? this.#here(phase, elapsed) : this.#due(elapsed);
    this.#seen = elapsed;
    this.#phase = phase;
    if (said) {
      this.#speaker.say(said, elapsed);
    } else {
      this.#speaker.look(elapsed);
    }
  }

  /** Whether time did not simply go on; a step that waited for the person ends with a leap that is none. @param {Phase} phase @param {number} elapsed */
  #hasJumped(phase, elapsed) {
    const before = this.#seen;
    const last = this.#phase;
    if (before === null || elapsed < before) {
      return true;
    }
    const waited = last?.waits && Math.abs(last.start + last.seconds - phase.start) < ROUNDING;
    return !waited && elapsed - before > GAP_SECONDS;
  }

  /** @param {number} elapsed */
  #due(elapsed) {
    const [from, to] = [Number(this.#seen) + ROUNDING, elapsed + ROUNDING];
    return this.#sayings.findLast(({ at }) => at > from && at <= to);
  }

  /** What is on now: as it would have been said, if there is time for it, else the name. @param {Phase} phase @param {number} elapsed */
  #here(phase, elapsed) {
    const last = this.#sayings.findLast(({ at }) => at <= elapsed + ROUNDING);
    const isOf = last && last.at >= phase.start - ROUNDING;
    if (isOf && elapsed + last.seconds <= last.until) {
      return last;
    }
    const { session } = /** @type {Plan} */ (this.#plan);
    return whereabouts(session, phase, elapsed, /** @type {Manner} */ (this.#manner));
  }

  get #isAtEnd() {
    const total = totalSeconds(this.#plan?.phases ?? []);
    return this.#isRunning && this.#seen !== null && total - this.#seen <= GAP_SECONDS;
  }

  #sayEnd() {
    const { phases } = /** @type {Plan} */ (this.#plan);
    const manner = /** @type {Manner} */ (this.#manner);
    this.#seen = null;
    this.#speaker.say(ending(phases, manner), totalSeconds(phases));
  }

  #hush() {
    this.#seen = null;
    this.#speaker.hush();
  }
}
