// What one chooses of voice and tones, heard at once: each choice says a few words that way, or sounds.

import { Tones } from "../player/tones.js";
import { spokenDose } from "../player/voice/doses.js";
import { hasVoice, softens, soundOf, speedOf, voicesOf } from "../player/voice/sound.js";
import { seconds } from "../player/voice/speech.js";
import { Speaker } from "../player/voice/speaker.js";
import { NAME } from "../player/voice/spoken.js";
import { part } from "../shared/parts.js";
import { chosen } from "../shared/screen.js";
import {
  chooseSpeaker,
  chooseVoice,
  chosenVoice,
  isVoicePart,
  speakerOf,
  toneGain,
} from "../shared/voice.js";
import { fill } from "../shared/words.js";

/**
 * @typedef {import("../shared/screen.js").Store} Store
 * @typedef {import("../player/voice/doses.js").Spoken & {
 *   doses: import("../shared/doses.js").Forms,
 *   example: { name: string, dose: import("../player/timeline.js").Dose, cue: string },
 * }} Example
 */

export class VoiceSettings {
  #form;
  #store;
  #example;
  #tones;
  #speaker;
  #isUnlocked = false;

  /** @param {HTMLFormElement} form @param {Store} store @param {Example} example */
  constructor(form, store, example) {
    this.#form = form;
    this.#store = store;
    this.#example = example;
    this.#tones = new Tones();
    this.#speaker = new Speaker(() => soundOf(example.tag, store), softens(this.#tones, store));
    part("listen", form).addEventListener("click", () => this.#listen("voice"));
    globalThis.speechSynthesis?.addEventListener("voiceschanged", () => this.#showVoices());
    addEventListener("pagehide", () => this.#speaker.hush());
    this.#show();
  }

  /** What was chosen, heard at once. @param {EventTarget | null} target @returns {boolean} whether it could be kept */
  keep(target) {
    const { name = "", value = "" } = /** @type {Partial<HTMLInputElement>} */ (target ?? {});
    let kept = true;
    if (isVoicePart(name)) {
      kept = chooseVoice(name, value, this.#store);
    } else if (target === this.#select) {
      kept = chooseSpeaker(this.#example.tag, value, this.#store);
    }
    if (isVoicePart(name) || target === this.#select || name === "sound") {
      this.#showSounding();
      this.#listen(name);
    }
    return kept;
  }

  async #show() {
    for (const input of this.#form.querySelectorAll("input")) {
      if (isVoicePart(input.name)) {
        input.checked = input.value === chosenVoice(input.name, this.#store);
      }
    }
    this.#showSounding();
    this.#showVoices();
    await hasVoice(this.#example.tag);
    this.#showVoices(true);
  }

  /** What cannot be heard is not chosen. */
  #showSounding() {
    part("sounding", this.#form).hidden = !this.#sounds;
  }

  get #sounds() {
    return chosen("sound", this.#store) === "on";
  }

  /** @param {boolean} isKnown whether the device has had its time to name its voices */
  #showVoices(isKnown = false) {
    const voices = voicesOf(this.#example.tag);
    const wished = speakerOf(this.#example.tag, this.#store);
    const { voice } = soundOf(this.#example.tag, this.#store);
    this.#select.replaceChildren(
      ...voices.map(({ name, voiceURI }) => new Option(name, voiceURI, false, wished === voiceURI)),
    );
    this.#select.value = voice?.voiceURI ?? "";
    part("speakers", this.#form).hidden = voices.length < 2;
    part("speaking", this.#form).hidden = isKnown && !voice;
    part("voiceless", this.#form).hidden = !isKnown || Boolean(voice);
  }

  /** @param {string} what was chosen */
  #listen(what) {
    this.#speaker.hush();
    if (!this.#sounds) {
      return;
    }
    const much = chosenVoice("voice", this.#store);
    if (!["tones", "sound"].includes(what) && much !== "tones") {
      this.#speak(much);
    } else {
      this.#sound();
    }
  }

  /** @param {string} much */
  #speak(much) {
    const { words, doses, example } = this.#example;
    const { name, dose, cue } = example;
    const announced = fill(words.next, { name, dose: spokenDose(dose, doses, this.#example) });
    const text = [announced, words.firstSide, much === "all" ? cue : ""].filter(Boolean).join(" ");
    const length = seconds(text) / speedOf(this.#store);
    this.#speaker.say({ at: 0, until: Infinity, seconds: length, rank: NAME, text }, 0);
  }

  /** Sound is unlocked in this tap. */
  #sound() {
    if (!this.#isUnlocked) {
      this.#tones.unlock();
      this.#isUnlocked = true;
    }
    this.#tones.gain = toneGain(this.#store);
    this.#tones.play("switch");
  }

  get #select() {
    return /** @type {HTMLSelectElement} */ (this.#form.elements.namedItem("speaker"));
  }
}
