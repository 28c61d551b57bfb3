import assert from "node:assert/strict";
import { test } from "node:test";

import { AS_WRITTEN } from "../../../../static/js/player/adjust.js";
import { withAsking } from "../../../../static/js/player/asking.js";
import { at } from "../../../../static/js/player/clock.js";
import { planned } from "../../../../static/js/player/plan.js";
import { Voice } from "../../../../static/js/player/voice/voice.js";
import { KEY } from "../../../../static/js/shared/voice.js";
import { keeps } from "../../shared/device.js";
import { SHORT } from "../sessions.js";
import { ENGLISH } from "./spoken_words.js";

const settled = () => new Promise((resolve) => setTimeout(resolve));
const RUNS = { running: true };

/** A voice whose words come with one of these answers after another. */
async function voiced({ session = SHORT, chosen = {}, answers = [true] } = {}) {
  /** @type {string[]} */
  const heard = [];
  const speaker = {
    say: (/** @type {{ text: string }} */ { text }) => void heard.push(text),
    look: () => undefined,
    hush: () => void (heard.at(-1) === "-" || heard.push("-")),
  };
  const page = { hidden: false, turn: () => undefined };
  const listens = {
    get hidden() {
      return page.hidden;
    },
    addEventListener: (/** @type {string} */ _, /** @type {any} */ act) => void (page.turn = act),
  };
  const store = keeps({ [KEY]: JSON.stringify(chosen) });
  const load = async () => (answers.shift() ? ENGLISH : null);
  const voice = new Voice(store, speaker, load, /** @type {any} */ (listens));
  const plan = planned(session, AS_WRITTEN);
  const show = (/** @type {number} */ elapsed) => {
    const moment = at(plan.phases, elapsed);
    assert.ok(moment);
    voice.show(moment.phase, elapsed);
  };
  voice.plan(plan);
  voice.tell(RUNS);
  show(0);
  await settled();
  return { voice, heard, show, page, plan };
}

/** @param {(elapsed: number) => void} show @param {number} from @param {number} to */
function run(show, from, to) {
  for (let elapsed = from; elapsed < to; elapsed += 0.25) {
    show(elapsed);
  }
}

test("it says each thing once, as time goes on", async () => {
  const { heard, show } = await voiced();
  run(show, 0, 142);
  assert.deepEqual(heard.slice(1), [
    "March. 1 minute and 30 seconds.",
    "Next: Bird dog. 2 times each side, 2 sets.",
    "First side.",
    "Switch sides.",
    "The other side.",
  ]);
});

test("words that come late still say what is on, and are asked for again with the next step", async () => {
  const { heard, show } = await voiced({ answers: [false, true] });
  show(1);
  await settled();
  assert.deepEqual(heard, []);
  show(100);
  await settled();
  show(104);
  assert.deepEqual(heard, ["-", "Next: Bird dog. 2 times each side, 2 sets."]);
});

test("a pause is silent at once; going on says where one is", async () => {
  const { voice, heard, show } = await voiced();
  run(show, 0, 3);
  voice.tell({ running: false });
  assert.equal(heard.at(-1), "-");
  show(3);
  assert.equal(heard.length, 3);
  voice.tell(RUNS);
  show(3);
  assert.equal(heard.at(-1), "March. 1 minute and 30 seconds.");
  show(50);
  assert.deepEqual(heard.slice(-2), ["-", "March"]);
});

test("a skip and a step back are heard, what lay between is not", async () => {
  const { heard, show } = await voiced();
  run(show, 0, 3);
  show(100);
  assert.deepEqual(heard.slice(-2), ["-", "Next: Bird dog. 2 times each side, 2 sets."]);
  show(0);
  assert.deepEqual(heard.slice(-2), ["-", "March. 1 minute and 30 seconds."]);
});

test("while the page is hidden nothing is said, and then where one is", async () => {
  const { heard, show, page } = await voiced();
  show(0);
  page.hidden = true;
  page.turn();
  const before = heard.length;
  run(show, 1, 120);
  assert.equal(heard.length, before);
  page.hidden = false;
  page.turn();
  show(120);
  assert.equal(heard.at(-1), "Bird dog");
});

test("a caution goes on when the person does", async () => {
  const [march, birdDog] = SHORT.steps;
  const steps = [{ ...march, cautions: { knees: "Small steps." } }, birdDog];
  const session = withAsking({ ...SHORT, steps }, ["knees"]);
  const { heard, show } = await voiced({ session, chosen: { voice: "all" } });
  show(0);
  show(2);
  assert.match(heard.at(-1) ?? "", /Take care\. Small steps\./);
  show(10);
  assert.equal(heard.at(-1), "March. Light steps.");
  assert.equal(heard.filter((each) => each === "-").length, 2);
});

test("the end is said when it comes by itself, not when somebody leaves", async () => {
  const ended = await voiced();
  run(ended.show, 220, 227);
  ended.voice.tell(null);
  assert.equal(ended.heard.at(-1), "The session is over.");
  const left = await voiced();
  run(left.show, 0, 50);
  left.voice.tell(null);
  assert.equal(left.heard.at(-1), "-");
});

test("tones only, or no sound at all, asks for no words and says none", async () => {
  const { heard, show } = await voiced({ chosen: { voice: "tones" } });
  run(show, 0, 10);
  assert.deepEqual(heard, []);
});
