// Hands sayings to the device's engine, one at a time: a newer one takes the place of an older one unless
// that has a higher rank, and what cannot be said in time is not said.

import { SAFETY } from "./spoken.js";
import { pieces } from "./speech.js";

/**
 * @typedef {import("./spoken.js").Saying} Saying
 * @typedef {{ voice: SpeechSynthesisVoice | null, rate: number, volume: number }} Sound without a voice
 *   nothing is said
 * @typedef {{
 *   synthesis: Pick<SpeechSynthesis, "speak" | "cancel" | "speaking" | "pending"> | undefined,
 *   Utterance: new (text: string) => SpeechSynthesisUtterance,
 *   later: (act: () => void, milliseconds: number) => unknown,
 * }} Edge
 */

// Some browsers drop what is spoken in the same breath as another is cut off.
const CLEARING_MS = 60;
// By so much the plan is careful.
const SLACK_SECONDS = 0.25;
// Where no voice has come yet, it is looked for again after so long.
const AGAIN_SECONDS = 0.5;
// Some engines never tell that they have ended.
const PATIENCE = 3;
const PATIENCE_MS = 4000;

/** @returns {Edge} */
function device({ speechSynthesis, SpeechSynthesisUtterance, setTimeout } = globalThis) {
  return {
    synthesis: speechSynthesis,
    Utterance: SpeechSynthesisUtterance,
    later: (act, milliseconds) => setTimeout(act, milliseconds),
  };
}

export class Speaker {
  #sound;
  #speaks;
  #edge;
  /** What is being said, with its utterances: an engine may forget those that nobody holds. @type {{ saying: Saying, parts: SpeechSynthesisUtterance[] } | null} */
  #current = null;
  /** What is to be said next. @type {Saying | null} */
  #next = null;
  #isClearing = false;
  /** When no voice was found, in seconds of the session. */
  #missed = -Infinity;
  /** Seconds of the session at the last look. */
  #now = 0;

  /**
   * @param {() => Sound} sound as it is now: voices come late
   * @param {(speaks: boolean) => void} speaks told when a voice begins and ends
   * @param {Edge} edge
   */
  constructor(sound, speaks, edge = device()) {
    this.#sound = sound;
    this.#speaks = speaks;
    this.#edge = edge;
  }

  /** @param {Saying} saying @param {number} now seconds of the session */
  say(saying, now) {
    this.#now = now;
    const held = this.#current?.saying ?? this.#next;
    if (held && held.rank > saying.rank) {
      this.#next = this.#current ? saying : held;
    } else {
      this.#stop();
      this.#next = saying;
    }
    this.#go();
  }

  /** @param {number} now seconds of the session */
  look(now) {
    this.#now = now;
    const { saying } = this.#current ?? {};
    if (saying && saying.rank < SAFETY && now >= saying.until) {
      this.#stop();
    }
    this.#go();
  }

  /** Silent at once, and nothing is made up for. */
  hush() {
    this.#next = null;
    this.#stop();
  }

  #go() {
    const saying = this.#next;
    if (!saying || this.#current || this.#isClearing) {
      return;
    }
    const isLate = this.#now + saying.seconds > saying.until + SLACK_SECONDS;
    if (isLate || !this.#edge.synthesis) {
      this.#next = null;
    } else if (Math.abs(this.#now - this.#missed) >= AGAIN_SECONDS) {
      this.#try(saying, this.#edge.synthesis);
    }
  }

  /** @param {Saying} saying @param {Pick<SpeechSynthesis, "speaking" | "pending">} synthesis */
  #try(saying, synthesis) {
    const sound = this.#sound();
    this.#missed = sound.voice ? -Infinity : this.#now;
    if (sound.voice && (synthesis.speaking || synthesis.pending)) {
      this.#clear(); // what the start tap began, or an engine that hangs
    } else if (sound.voice) {
      this.#speak(saying, sound);
    }
  }

  /** @param {Saying} saying @param {Sound} sound */
  #speak(saying, { voice, rate, volume }) {
    const { synthesis, Utterance, later } = this.#edge;
    const lang = voice?.lang;
    const parts = pieces(saying.text).map((text) =>
      Object.assign(new Utterance(text), { voice, lang, rate, volume }),
    );
    const current = { saying, parts };
    const ended = () => this.#end(current);
    this.#next = null;
    this.#current = current;
    this.#speaks(true);
    for (const part of parts) {
      part.onerror = ended;
      part.onend = part === parts.at(-1) ? ended : null;
      synthesis?.speak(part);
    }
    later(ended, saying.seconds * 1000 * PATIENCE + PATIENCE_MS);
  }

  /** @param {object} which was said */
  #end(which) {
    if (this.#current === which) {
      this.#current = null;
      this.#speaks(false);
      this.#go();
    }
  }

  #stop() {
    if (this.#current) {
      this.#current = null;
      this.#speaks(false);
      this.#clear();
    }
  }

  #clear() {
    this.#isClearing = true;
    this.#edge.synthesis?.cancel();
    this.#edge.later(() => {
      this.#isClearing = false;
      this.#go();
    }, CLEARING_MS);
  }
}
