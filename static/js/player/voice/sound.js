// The voice of this device for a language, as fast and as loud as the person wants it.

import { chosenVoice, speakerOf, toneGain } from "../../shared/voice.js";
import { fitting } from "./voices.js";

/** @typedef {import("../../shared/screen.js").Store} Store */

const SPEEDS = /** @type {Record<string, number>} */ ({ usual: 1, slower: 0.8, faster: 1.25 });
const VOLUMES = /** @type {Record<string, number>} */ ({ usual: 1, softer: 0.6, softest: 0.3 });
// So much is left of the tones while a voice speaks.
const SOFT = 0.4;
// Voices come late; where none has come by then, there is none.
const VOICES_MS = 3000;

/** @param {Store} store */
export function speedOf(store) {
  return SPEEDS[chosenVoice("speed", store)];
}

/** Tones are softer while a voice speaks. @param {{ gain: number }} tones @param {Store} store */
export function softens(tones, store) {
  return (/** @type {boolean} */ speaks) => {
    tones.gain = toneGain(store) * (speaks ? SOFT : 1);
  };
}

/** @param {string} tag @param {Store} store @returns {import("./speaker.js").Sound} */
export function soundOf(tag, store, world = globalThis) {
  const voices = voicesOf(tag, world);
  const wished = speakerOf(tag, store);
  return {
    voice: voices.find(({ voiceURI }) => voiceURI === wished) ?? voices[0] ?? null,
    rate: speedOf(store),
    volume: VOLUMES[chosenVoice("loudness", store)],
  };
}

/** Those of this device that may speak it, the best first. @param {string} tag */
export function voicesOf(tag, { speechSynthesis, navigator } = globalThis) {
  return fitting(speechSynthesis?.getVoices() ?? [], tag, navigator.languages);
}

/** Whether there is one, as soon as it is known. @param {string} tag @returns {Promise<boolean>} */
export async function hasVoice(tag, world = globalThis) {
  const { speechSynthesis } = world;
  if (!speechSynthesis || voicesOf(tag, world).length) {
    return Boolean(speechSynthesis);
  }
  await new Promise((resolve) => {
    speechSynthesis.addEventListener("voiceschanged", resolve, { once: true });
    setTimeout(resolve, VOICES_MS);
  });
  return voicesOf(tag, world).length > 0;
}
