// Headset and lock-screen buttons. A browser gives them only to a page that plays something, so a
// silence is played; it may pause other music, and can be switched off in the settings.

import { chosen } from "../shared/screen.js";

/**
 * @typedef {import("../shared/screen.js").Store} Store
 * @typedef {{ name: string, running: boolean, elapsed: number, seconds: number }} Moment
 */

// Chromium shows its buttons only for what lasts longer than five seconds.
const SILENCE_SECONDS = 10;
const RATE = 8000;
const HEADER_BYTES = 44;
const QUIET = 128;

export class Media {
  #store;
  #title;
  #actions;
  #session;
  #silent;
  /** @type {Pick<HTMLAudioElement, "play" | "pause"> | null} */
  #audio = null;
  #sounds = false;

  /**
   * @param {Store} store what the person has chosen
   * @param {string} title of the routine
   * @param {Partial<Record<MediaSessionAction, () => void>>} actions
   * @param {HTMLAudioElement} audio that a tap has unlocked
   */
  constructor(store, title, actions, audio, { session = mediaSession(), silent = silenced } = {}) {
    this.#store = store;
    this.#title = title;
    this.#actions = actions;
    this.#session = session;
    this.#silent = () => silent(audio);
  }

  begin() {
    if (!this.#session || chosen("buttons", this.#store) !== "on") {
      return;
    }
    this.#audio ??= this.#silent();
    this.#sound(true);
    for (const [action, act] of Object.entries(this.#actions)) {
      listen(this.#session, /** @type {MediaSessionAction} */ (action), act);
    }
  }

  /** @param {Moment} moment */
  show({ name, running, elapsed, seconds }) {
    if (!this.#session || !this.#audio) {
      return;
    }
    this.#session.metadata = new MediaMetadata({ title: name, artist: this.#title });
    // What plays decides which of the two a button means, whatever the state says.
    this.#sound(running);
    this.#session.playbackState = running ? "playing" : "paused";
    const position = Math.min(seconds, Math.max(0, elapsed));
    this.#session.setPositionState?.({ duration: seconds, position, playbackRate: 1 });
  }

  /** @param {boolean} running */
  #sound(running) {
    if (running && this.#sounds !== running) {
      this.#audio?.play().catch(() => undefined);
    } else if (!running) {
      this.#audio?.pause();
    }
    this.#sounds = running;
  }

  end() {
    if (this.#session && this.#audio) {
      this.#sound(false);
      this.#session.metadata = null;
      this.#session.playbackState = "none";
      for (const action of Object.keys(this.#actions)) {
        listen(this.#session, /** @type {MediaSessionAction} */ (action), null);
      }
    }
  }
}

/** Not every browser knows every action. @param {MediaSession} session @param {MediaSessionAction} action @param {(() => void) | null} act */
function listen(session, action, act) {
  try {
    session.setActionHandler(action, act);
  } catch {
    // One button less; the screen has them all.
  }
}

/** @returns {MediaSession | null} */
function mediaSession({ navigator } = globalThis) {
  return navigator.mediaSession ?? null;
}

/** Made in memory: no file is fetched. @param {HTMLAudioElement} audio */
function silenced(audio) {
  audio.src = URL.createObjectURL(new Blob([silence()], { type: "audio/wav" }));
  audio.loop = true;
  return audio;
}

/** A sound file of eight bits a sample, one channel, in which nothing is to be heard. */
export function silence() {
  const samples = SILENCE_SECONDS * RATE;
  const file = new Uint8Array(HEADER_BYTES + samples).fill(QUIET, HEADER_BYTES);
  const view = new DataView(file.buffer);
  const words = { 0: "RIFF", 8: "WAVE", 12: "fmt ", 36: "data" };
  for (const [at, word] of Object.entries(words)) {
    file.set(new TextEncoder().encode(word), Number(at));
  }
  view.setUint32(4, file.length - 8, true);
  view.setUint32(16, 16, true); // bytes of the format that follow
  view.setUint16(20, 1, true); // not compressed
  view.setUint16(22, 1, true); // one channel
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE, true); // bytes a second
  view.setUint16(32, 1, true); // bytes a sample
  view.setUint16(34, 8, true); // bits a sample
  view.setUint32(40, samples, true);
  return file;
}
