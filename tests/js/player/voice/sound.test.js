// There is no engine here: what a device would name is a list of the test's own.

import assert from "node:assert/strict";
import { test } from "node:test";

import { hasVoice, softens, soundOf, voicesOf } from "../../../../static/js/player/voice/sound.js";
import { KEY } from "../../../../static/js/shared/voice.js";
import { keeps } from "../../shared/device.js";

/** @param {unknown} kept */
const keeping = (kept) => keeps({ [KEY]: JSON.stringify(kept) });

/** A device with voices of these languages, and one that comes when asked for. @param {string[]} langs */
function world(...langs) {
  const voice = (/** @type {string} */ lang) => ({
    ...{ lang, name: lang, voiceURI: lang },
    ...{ localService: true, default: false },
  });
  const voices = langs.map(voice);
  const speechSynthesis = Object.assign(new EventTarget(), { getVoices: () => [...voices] });
  return {
    device: /** @type {any} */ ({ speechSynthesis, navigator: { languages: ["en-GB"] } }),
    come: (/** @type {string} */ lang) => {
      voices.push(voice(lang));
      speechSynthesis.dispatchEvent(new Event("voiceschanged"));
    },
  };
}

test("the voice that was chosen for the language, else the best one", () => {
  const { device } = world("en-US", "en-GB", "ar-SA");
  const chosen = (/** @type {unknown} */ kept) => soundOf("en", keeping(kept), device).voice?.lang;
  assert.equal(chosen({}), "en-GB");
  assert.equal(chosen({ speakers: { en: "en-US", ar: "ar-SA" } }), "en-US");
  assert.equal(chosen({ speakers: { en: "ar-SA" } }), "en-GB");
  assert.equal(soundOf("zh-Hans", keeps(), device).voice, null);
});

test("as fast and as loud as was chosen", () => {
  const { device } = world("en-US");
  const { rate, volume } = soundOf("en", keeping({ speed: "slower", loudness: "softest" }), device);
  assert.deepEqual([rate, volume], [0.8, 0.3]);
});

test("tones are softer while a voice speaks, and then as before", () => {
  const tones = { gain: 0.4 };
  const soften = softens(tones, keeping({ tones: "0.9" }));
  soften(true);
  const soft = tones.gain;
  soften(false);
  assert.ok(soft < 0.5 && soft > 0);
  assert.equal(tones.gain, 0.9);
});

test("voices come late: one is waited for, where there may be one at all", async () => {
  const { device, come } = world("de-DE");
  const found = hasVoice("en", device);
  come("en-AU");
  assert.equal(await found, true);
  assert.equal(await hasVoice("en", /** @type {any} */ ({ navigator: device.navigator })), false);
  const other = world("de-DE");
  const none = hasVoice("ar", other.device);
  other.come("fr-FR");
  assert.equal(await none, false);
  assert.deepEqual(voicesOf("en", /** @type {any} */ ({ navigator: device.navigator })), []);
});
