// There is no engine here: a list of what would be spoken, whose end the test tells.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Speaker } from "../../../../static/js/player/voice/speaker.js";
import { CUE, NAME, SAFETY } from "../../../../static/js/player/voice/spoken.js";

/** @param {string} text @param {Partial<import("../../../../static/js/player/voice/spoken.js").Saying>} more */
function saying(text, more = {}) {
  return { at: 0, until: 10, seconds: 1, rank: NAME, text, ...more };
}

class Utterance {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }
}

/** @param {any[]} queue @param {string[]} said */
function synthesizer(queue, said) {
  return {
    get speaking() {
      return queue.length > 0;
    },
    pending: false,
    speak: (/** @type {any} */ each) => {
      queue.push(each);
      said.push(each.text);
    },
    cancel: () => {
      if (queue.splice(0).length) {
        said.push("(cut)");
      }
    },
  };
}

function engine() {
  /** @type {any[]} */
  const queue = [];
  /** @type {string[]} */
  const said = [];
  /** @type {{ act: () => void, milliseconds: number }[]} */
  const later = [];
  const state = { voice: /** @type {any} */ ({ lang: "en-GB" }), speaks: [] };
  const speaker = new Speaker(
    () => ({ voice: state.voice, rate: 1.25, volume: 0.6 }),
    (speaks) => void (/** @type {boolean[]} */ (state.speaks).push(speaks)),
    {
      synthesis: synthesizer(queue, said),
      Utterance: /** @type {any} */ (Utterance),
      later: (act, milliseconds) => void later.push({ act, milliseconds }),
    },
  );
  return {
    ...{ speaker, queue, said, state },
    /** What is said has been said. */
    end: () => queue.shift().onend?.(),
    /** So many milliseconds pass. @param {number} most */
    pass: (most) => {
      const due = later.filter(({ milliseconds }) => milliseconds <= most);
      later.splice(0, later.length, ...later.filter((each) => !due.includes(each)));
      due.forEach(({ act }) => act());
    },
  };
}

test("it speaks with the voice, as fast and as loud as wanted, and tells while it does", () => {
  const { speaker, queue, state, end } = engine();
  speaker.say(saying("Bird dog."), 0);
  const [{ text, lang, voice, rate, volume }] = queue;
  assert.deepEqual([text, lang, rate, volume], ["Bird dog.", "en-GB", 1.25, 0.6]);
  assert.equal(voice, state.voice);
  assert.deepEqual(state.speaks, [true]);
  end();
  assert.deepEqual(state.speaks, [true, false]);
});

test("a newer saying cuts an older one, and is spoken a moment later", () => {
  const { speaker, said, pass } = engine();
  speaker.say(saying("Bird dog."), 0);
  speaker.say(saying("Switch sides."), 1);
  assert.deepEqual(said, ["Bird dog.", "(cut)"]);
  pass(100);
  assert.deepEqual(said, ["Bird dog.", "(cut)", "Switch sides."]);
});

test("words of safety are never cut; what comes after waits, or is too late", () => {
  const { speaker, said, end } = engine();
  speaker.say(saying("Take care.", { rank: SAFETY, until: Infinity }), 0);
  speaker.say(saying("3", { rank: CUE, until: 2 }), 1);
  speaker.say(saying("First side.", { until: 9 }), 3);
  speaker.look(20);
  assert.deepEqual(said, ["Take care."]);
  end();
  assert.deepEqual(said, ["Take care."]);
  speaker.say(saying("Take care.", { rank: SAFETY, until: Infinity }), 20);
  speaker.say(saying("First side.", { until: 30 }), 21);
  end();
  assert.deepEqual(said, ["Take care.", "Take care.", "First side."]);
});

test("what is not over when its time is, is cut", () => {
  const { speaker, said } = engine();
  speaker.say(saying("Bird dog.", { until: 5 }), 0);
  speaker.look(4.9);
  assert.deepEqual(said, ["Bird dog."]);
  speaker.look(5);
  assert.deepEqual(said, ["Bird dog.", "(cut)"]);
});

test("a pause is silent at once, and nothing is made up for", () => {
  const { speaker, said, pass } = engine();
  speaker.say(saying("Take care.", { rank: SAFETY, until: Infinity }), 0);
  speaker.say(saying("First side.", { until: 30 }), 1);
  speaker.hush();
  pass(60_000);
  speaker.look(2);
  assert.deepEqual(said, ["Take care.", "(cut)"]);
});

test("a voice that comes late speaks what is still of use", () => {
  const { speaker, said, state } = engine();
  const { voice } = state;
  state.voice = null;
  speaker.say(saying("Bird dog.", { until: 5 }), 0);
  speaker.look(2);
  assert.deepEqual(said, []);
  state.voice = voice;
  speaker.look(3);
  assert.deepEqual(said, ["Bird dog."]);
  state.voice = null;
  speaker.hush();
  speaker.say(saying("Bridge.", { until: 9 }), 5);
  state.voice = voice;
  speaker.look(8.9);
  assert.deepEqual(said, ["Bird dog.", "(cut)"]);
});

test("what the start tap began is cleared away first", () => {
  const { speaker, queue, said, pass } = engine();
  queue.push({ text: " " });
  speaker.say(saying("Bird dog."), 0);
  pass(100);
  assert.deepEqual(said, ["(cut)", "Bird dog."]);
});

test("an engine that never ends holds nothing up", () => {
  const { speaker, said, state, pass } = engine();
  speaker.say(saying("Take care.", { rank: SAFETY, until: Infinity }), 0);
  pass(8000);
  speaker.say(saying("Bridge."), 8);
  pass(100);
  assert.deepEqual(said, ["Take care.", "(cut)", "Bridge."]);
  assert.deepEqual(state.speaks, [true, false, true]);
});

test("without an engine nothing breaks", () => {
  const speaker = new Speaker(
    () => ({ voice: null, rate: 1, volume: 1 }),
    () => undefined,
    { synthesis: undefined, Utterance: /** @type {any} */ (undefined), later: () => undefined },
  );
  speaker.say(saying("Bird dog."), 0);
  speaker.look(1);
  speaker.hush();
});
