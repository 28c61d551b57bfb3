import assert from "node:assert/strict";
import { test } from "node:test";

import { fitting } from "../../../../static/js/player/voice/voices.js";

/** @param {string} lang @param {Partial<SpeechSynthesisVoice>} more */
function voice(lang, more = {}) {
  const name = more.name ?? lang;
  return { lang, name, voiceURI: name, localService: true, default: false, ...more };
}

/** @param {string[]} langs @param {string} tag @param {string[]} languages */
function fit(langs, tag, languages = []) {
  return fitting(
    langs.map((lang) => voice(lang)),
    tag,
    languages,
  ).map(({ lang }) => lang);
}

test("only a voice of the device: another asks the network", () => {
  const voices = [voice("en-US", { localService: false }), voice("en-GB")];
  assert.deepEqual(fitting(voices, "en", ["en-US"]), [voices[1]]);
});

test("only the page's own language, however its tag is written", () => {
  assert.deepEqual(fit(["de-DE", "en_US", "en", "eng", "ar-SA", ""], "en"), ["en_US", "en", "eng"]);
  assert.deepEqual(fit(["en-US", "ar-001", "ar_SA", "fa-IR"], "ar"), ["ar-001", "ar_SA"]);
});

test("Simplified Chinese is read by Mandarin of the mainland or Singapore alone", () => {
  const right = [
    "zh-CN",
    "zh_CN_#Hans",
    "cmn-Hans-CN",
    "zh-SG",
    "cmn",
    "zh-cmn-Hans-CN",
    "zh-Hans",
  ];
  const wrong = ["zh-TW", "zh-HK", "yue-HK", "zh-yue", "zh_TW_#Hant", "cmn-Hant-TW", "wuu-CN"];
  const odd = ["zh-Hans-HK", "zho-TWN", "zh-MO", "nan-TW", "ja-JP"];
  assert.deepEqual(fit([...wrong, ...right, ...odd], "zh-Hans").toSorted(), right.toSorted());
});

test("the person's region first, then the device's own choice, a joke last", () => {
  assert.deepEqual(fit(["en-US", "en-AU", "en-GB"], "en", ["de-DE", "en-GB", "en-AU"]), [
    "en-GB",
    "en-AU",
    "en-US",
  ]);
  const albert = voice("en-US", { name: "Albert", default: true });
  const samantha = voice("en-US", { name: "Samantha" });
  const croak = voice("en-US", { voiceURI: "com.apple.speech.synthesis.voice.Zarvox" });
  assert.deepEqual(fitting([albert, croak, samantha], "en", ["en-US"])[0], samantha);
  const chosen = voice("en-ZA", { default: true });
  assert.deepEqual(fitting([voice("en-IE"), chosen], "en", ["fr"])[0], chosen);
});

test("without a voice there is none", () => {
  assert.deepEqual(fit([], "en"), []);
  assert.deepEqual(fit(["fr-FR", "x", "en--", "1"], "ar"), []);
});
