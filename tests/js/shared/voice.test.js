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
    ["names", "usual", "usual", "usual"],
  );
  assert.equal(wantsVoice(keeps()), true);
});

test("what is chosen is kept, all of it together", () => {
  const store = keeps();
  assert.equal(chooseVoice("voice", "all", store), true);
  chooseSpeaker("en", "Daniel", store);
  chooseSpeaker("ar", "Majed", store);
  chooseVoice("tones", "softer", store);
  assert.deepEqual([chosenVoice("voice", store), speakerOf("en", store)], ["all", "Daniel"]);
  assert.deepEqual([speakerOf("ar", store), speakerOf("zh-Hans", store)], ["Majed", ""]);
});

test("tones only, or sounds off, and nobody speaks", () => {
  assert.equal(wantsVoice(keeping({ voice: "tones" })), false);
  assert.equal(wantsVoice(keeps({ [SCREEN]: '{"sound":"off"}' })), false);
});

test("tones are louder, softer or off, and as usual for whatever else is kept", () => {
  const gains = ["louder", "usual", "softer", "off"].map((tones) => toneGain(keeping({ tones })));
  assert.deepEqual(
    gains.toSorted((a, b) => b - a),
    gains,
  );
  assert.equal(gains[3], 0);
  for (const tones of ["constructor", "__proto__", null, {}, 7]) {
    assert.equal(toneGain(keeping({ tones })), gains[1]);
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
