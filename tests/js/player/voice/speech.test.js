import assert from "node:assert/strict";
import { test } from "node:test";

import { fitting, pieces, seconds, sentences } from "../../../../static/js/player/voice/speech.js";

test("sentences of each language, with their signs", () => {
  assert.deepEqual(sentences("Breathe out. One arm forward."), [
    "Breathe out.",
    "One arm forward.",
  ]);
  assert.deepEqual(sentences("الآن ازفر. هل أنت مستعد؟ نعم"), [
    "الآن ازفر.",
    "هل أنت مستعد؟",
    "نعم",
  ]);
  assert.deepEqual(sentences("呼气。一手向前。"), ["呼气。", "一手向前。"]);
  assert.deepEqual(sentences("Wait 2.5 seconds. Go"), ["Wait 2.5 seconds.", "Go"]);
  assert.deepEqual(sentences(""), []);
});

test("as many sentences as there is time for, and never half of one", () => {
  const all = ["One arm forward.", "The opposite leg back."];
  const [one, both] = [seconds(all[0]), seconds(all.join(" "))];
  assert.equal(fitting(all, both), all.join(" "));
  assert.equal(fitting(all, both - 0.01), all[0]);
  assert.equal(fitting(all, one - 0.01), "");
  assert.equal(fitting([], 10), "");
});

test("Chinese says more with a sign, and a number is a word", () => {
  assert.ok(seconds("抬起一只手") > seconds("lift a"));
  assert.ok(seconds("3") > 0.5 && seconds("3") < 0.75);
  assert.equal(seconds(""), 0);
});

test("what is long comes in pieces of whole sentences", () => {
  const long = "Keep your feet close to the ground. ".repeat(12).trim();
  const found = pieces(long);
  assert.ok(found.length > 2);
  assert.ok(found.every((each) => seconds(each) <= 10 && each.endsWith(".")));
  assert.equal(found.join(" "), long);
  assert.deepEqual(pieces("Bird dog"), ["Bird dog"]);
});
