import assert from "node:assert/strict";
import { test } from "node:test";

import { adjusted, AS_WRITTEN } from "../../../../static/js/player/adjust.js";
import { withAsking } from "../../../../static/js/player/asking.js";
import { planned } from "../../../../static/js/player/plan.js";
import { seconds } from "../../../../static/js/player/voice/speech.js";
import { ending, SAFETY, sayings, whereabouts } from "../../../../static/js/player/voice/spoken.js";
import { randomSession, SHORT } from "../sessions.js";
import { manner } from "./spoken_words.js";

/** @typedef {import("../../../../static/js/player/timeline.js").Session} Session */

/** @param {Session} session */
const plan = (session) => planned(session, AS_WRITTEN);

/** @param {Session} session @param {string} much */
function said(session, much, speed = 1) {
  return sayings(plan(session), manner(much, speed)).map(({ at, text }) => `${at} ${text}`);
}

const MARCH = { ...SHORT, steps: SHORT.steps.slice(0, 1) };
const BIRD_DOG = { ...SHORT, steps: SHORT.steps.slice(1) };

test("names and sides: what comes, how much of it, sides, rests", () => {
  assert.deepEqual(said(SHORT, "names"), [
    "0 March. 1 minute and 30 seconds.",
    "100 Next: Bird dog. 2 times each side, 2 sets.",
    "115 First side.",
    "135 Switch sides.",
    "141 The other side.",
    "161 Rest. Then set 2 of 2.",
    "181 First side.",
    "201 Switch sides.",
    "207 The other side.",
  ]);
});

test("everything: how to begin, the parts once, then counts, halfway and the last three seconds", () => {
  assert.deepEqual(said(MARCH, "all"), [
    "0 March. 1 minute and 30 seconds. Stand tall.",
    "7 3",
    "8 2",
    "9 1",
    "10 March. Light steps.",
    "55 Halfway.",
    "97 3",
    "98 2",
    "99 1",
  ]);
  assert.deepEqual(said(BIRD_DOG, "all").slice(4, 12), [
    "15 First side. Reach.",
    "18 Stay. Keep breathing.",
    "22 Lower. Breathe in.",
    "25 2",
    "35 Switch sides.",
    "41 The other side.",
    "51 2",
    "61 Rest. Then set 2 of 2.",
  ]);
});

test("a session that repeats says which round comes, and its first step is then the next", () => {
  assert.deepEqual(said({ ...MARCH, rounds: 2, rest: 30 }, "names"), [
    "0 March. 1 minute and 30 seconds.",
    "100 Rest. Then round 2 of 2.",
    "130 Next: March. 1 minute and 30 seconds.",
  ]);
});

test("a step that is left out is not announced", () => {
  const [march, birdDog] = SHORT.steps;
  const session = { ...SHORT, steps: [{ ...march, leftOut: true }, birdDog] };
  assert.equal(said(session, "names")[0], "0 Bird dog. 2 times each side, 2 sets.");
});

test("what applies to the person is said whole, waits for them, and gives way to nothing", () => {
  const [march] = MARCH.steps;
  const long = `Ask a doctor before you train or go into cold water. ${"Go slowly. ".repeat(20)}`;
  const careful = { ...march, cautions: { heart: long.trim() } };
  const asks = withAsking({ ...MARCH, steps: [careful] }, ["heart"]);
  const [first] = sayings(plan(asks), manner("names"));
  assert.deepEqual([first.rank, first.until], [SAFETY, Infinity]);
  assert.equal(
    first.text,
    `March. 1 minute and 30 seconds. Take care. ${long.trim()} ` +
      "Easier: Lift your heels only. Tap “Go on” when you are ready.",
  );
});

test("in one's own time it says how much there is to do, and how to go on", () => {
  const tapped = adjusted(BIRD_DOG, { ...AS_WRITTEN, count: "tap" });
  const [, first, change, other] = sayings(plan(tapped), manner("names"));
  const done = "In your own time: 2 times. Tap “Done” when you have done them all.";
  assert.deepEqual([first.text, first.until], [`First side. ${done}`, Infinity]);
  assert.deepEqual([change.text, other.text], ["Switch sides.", `The other side. ${done}`]);
});

test("the slower the voice, the less it says", () => {
  const cue = "Breathe out. One arm forward, the opposite leg back.";
  const [reach, ...rest] = BIRD_DOG.steps[0].tempo;
  const step = { ...BIRD_DOG.steps[0], tempo: [{ ...reach, cue, seconds: 6 }, ...rest] };
  const session = { ...BIRD_DOG, steps: [step] };
  const opening = (/** @type {number} */ speed) => said(session, "all", speed)[4];
  assert.equal(opening(1.25), `15 First side. Reach. ${cue}`);
  assert.equal(opening(0.8), "15 First side. Reach. Breathe out.");
});

test("of random sessions nothing lasts into what is said next, and all of it ends in its phase", () => {
  for (let seed = 0; seed < 200; seed += 1) {
    for (const speed of [0.8, 1, 1.25]) {
      const all = sayings(plan(randomSession(seed)), manner("all", speed));
      for (const [i, each] of all.entries()) {
        const next = all[i + 1]?.at ?? Infinity;
        assert.ok(each.text && each.at + each.seconds <= Math.min(each.until, next), `${seed}`);
        assert.equal(each.seconds, seconds(each.text) / speed);
      }
    }
  }
});

test("notes and names of another tongue are not spoken", () => {
  const native = { characters: "云手", pinyin: "Yúnshǒu" };
  const session = {
    ...SHORT,
    steps: SHORT.steps.map((step) => ({ ...step, native, note: "Note." })),
  };
  assert.doesNotMatch(said(session, "all").join(), /云手|Yúnshǒu|Note/);
});

test("who comes back hears where they are; at the end it says so", () => {
  const { session, phases } = plan(SHORT);
  const here = whereabouts(session, phases[1], 50, manner("names"));
  assert.deepEqual([here.text, here.at, here.until], ["March", 50, 100]);
  const end = ending(phases, manner("names"));
  assert.deepEqual([end.text, end.at, end.until], ["The session is over.", 227, Infinity]);
});
