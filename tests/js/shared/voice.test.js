import assert from "node:assert/strict";
import { test } from "node:test";

import { KEY as SCREEN } from "../../../static/js/shared/screen.js";
import {
  CHOICES,
  chooseSpeaker,
  chooseVoice,
  chosenVoice,
  isTold,
  isVoicePart,
  keepTold,
  KEY,
  speakerOf,
  toneGain,
  wantsVoice,
} from "../../../static/js/shared/voice.js";
import { keeps, REFUSES } from "./device.js";

/** @param {unknown} kept */
const keeping = (kept) => keeps({ [KEY]: JSON.stringify(kept) });

test("without a choice, names and sides are said as usual", () => {
  const parts = /** @type {(keyof typeof CHOICES)[]} */ (Object.keys(CHOICES));
  assert.deepEqual(
    parts.map((part) => chosenVoice(part, keeps())),
    ["names", "usual", "usual", "0.4"],
  );
  assert.equal(wantsVoice(keeps()), true);
});

test("what is chosen is kept, all of it together", () => {
  const store = keeps();
  assert.equal(chooseVoice("voice", "all", store), true);
  chooseSpeaker("en", "Daniel", store);
  chooseSpeaker("ar", "Majed", store);
  chooseVoice("tones", "0.15", store);
  assert.deepEqual([chosenVoice("voice", store), speakerOf("en", store)], ["all", "Daniel"]);
  assert.deepEqual([speakerOf("ar", store), speakerOf("zh-Hans", store)], ["Majed", ""]);
});

test("tones only, or sounds off, and nobody speaks", () => {
  assert.equal(wantsVoice(keeping({ voice: "tones" })), false);
  assert.equal(wantsVoice(keeps({ [SCREEN]: '{"sound":"off"}' })), false);
});

test("tones are as loud as chosen, and nothing that is kept makes them louder than can be", () => {
  const gains = CHOICES.tones.map((tones) => toneGain(keeping({ tones })));
  assert.deepEqual(gains, [0.4, 0.9, 0.15, 0]);
  assert.deepEqual([toneGain(keeps()), toneGain(keeping(null))], [0.4, 0.4]);
  for (const tones of ["constructor", {}, 7, "1e999", [[]]]) {
    const gain = toneGain(keeping({ tones }));
    assert.ok(gain >= 0 && gain <= 1, String(tones));
  }
});

test("what cannot have been chosen is as without a choice", () => {
  const store = keeping({ voice: "loud", speed: 3, speakers: "all", told: 1 });
  assert.deepEqual([chosenVoice("voice", store), chosenVoice("speed", store)], ["names", "usual"]);
  assert.deepEqual([speakerOf("en", store), isTold("en", store)], ["", false]);
  assert.deepEqual(["voice", "toString"].map(isVoicePart), [true, false]);
});

test("that there is no voice is told once for each language", () => {
  const store = keeps();
  assert.equal(isTold("en", store), false);
  keepTold("en", store);
  assert.deepEqual([isTold("en", store), isTold("ar", store)], [true, false]);
});

test("a browser that keeps nothing says so and speaks as usual", () => {
  assert.equal(chooseVoice("voice", "all", REFUSES), false);
  assert.equal(chosenVoice("voice", REFUSES), "names");
});
