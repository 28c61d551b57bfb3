import assert from "node:assert/strict";
import { test } from "node:test";

import { Media, silence } from "../../../static/js/player/media.js";
import { keeps, REFUSES } from "../shared/device.js";

const MOMENT = { name: "March", running: true, elapsed: 5, seconds: 60 };

globalThis.MediaMetadata = /** @type {any} */ (
  class {
    /** @param {object} parts */
    constructor(parts) {
      Object.assign(this, parts);
    }
  }
);

/** A browser's buttons, and what was done with them. */
function browser() {
  /** @type {Map<string, (() => void) | null>} */
  const actions = new Map();
  /** @type {string[]} */
  const done = [];
  /** @type {any} */
  const session = {
    setActionHandler: (/** @type {string} */ action, /** @type {any} */ act) => {
      if (action === "nexttrack") {
        throw new TypeError("unknown");
      }
      actions.set(action, act);
    },
    setPositionState: ({ position = 0 }) => void done.push(`at ${position}`),
  };
  const silent = () => ({
    play: () => Promise.resolve(void done.push("play")),
    pause: () => void done.push("pause"),
  });
  return { actions, done, edge: /** @type {any} */ ({ session, silent }), session };
}

const noop = () => undefined;
const AUDIO = /** @type {any} */ ({});

test("the buttons are there from the beginning on, with the step's name, until the end", () => {
  const { actions, done, edge, session } = browser();
  const media = new Media(keeps(), "Warm-up", { pause: noop, nexttrack: noop }, AUDIO, edge);
  assert.deepEqual(done, []);
  media.begin();
  media.show(MOMENT);
  assert.deepEqual({ ...session.metadata }, { title: "March", artist: "Warm-up" });
  assert.equal(session.playbackState, "playing");
  assert.equal(actions.get("pause"), noop);
  media.show({ ...MOMENT, running: false, elapsed: 99 });
  assert.equal(session.playbackState, "paused");
  media.end();
  assert.deepEqual(done, ["play", "at 5", "pause", "at 60", "pause"]);
  assert.equal(actions.get("pause"), null);
});

test("who does not want them hears and sees nothing of it", () => {
  const { done, edge } = browser();
  const media = new Media(
    keeps({ "limber.screen": '{"buttons":"off"}' }),
    "",
    { pause: noop },
    AUDIO,
    edge,
  );
  media.begin();
  media.show(MOMENT);
  media.end();
  assert.deepEqual(done, []);
});

test("a browser without them leads on", () => {
  const { edge, done } = browser();
  const media = new Media(REFUSES, "", { pause: noop }, AUDIO, { ...edge, session: null });
  media.begin();
  media.show(MOMENT);
  media.end();
  assert.deepEqual(done, []);
});

test("the silence is a sound file of ten seconds in which nothing is heard", () => {
  const file = silence();
  const text = (/** @type {number} */ from) => new TextDecoder().decode(file.slice(from, from + 4));
  assert.deepEqual([text(0), text(8), text(12), text(36)], ["RIFF", "WAVE", "fmt ", "data"]);
  const view = new DataView(file.buffer);
  assert.equal(view.getUint32(4, true), file.length - 8);
  assert.equal(view.getUint32(40, true), 10 * view.getUint32(28, true));
  assert.ok(file.slice(44).every((sample) => sample === 128));
});
