import assert from "node:assert/strict";
import { test } from "node:test";

import { Guide } from "../../../static/js/player/guide.js";
import { planned } from "../../../static/js/player/plan.js";
import { AS_WRITTEN } from "../../../static/js/player/adjust.js";
import { SHORT } from "./sessions.js";

const PLAN = planned(SHORT, AS_WRITTEN);
const [FIRST, SECOND] = PLAN.phases.filter(({ kind }) => kind === "ready");
const MOMENT = { name: "March", running: true, elapsed: 0, seconds: 60 };

/** A guide whose script comes with one of these answers after another. @param {boolean[]} answers */
function guided(...answers) {
  /** @type {string[]} */
  const done = [];
  let asked = 0;
  const guiding = {
    plan: () => void done.push("plan"),
    tell: (/** @type {object | null} */ moment) => void done.push(moment ? "tell" : "tell nothing"),
    show: (/** @type {{ step: number }} */ { step }) => void done.push(`show ${step}`),
  };
  const guide = new Guide(() => Promise.resolve(answers[asked++] ? guiding : null));
  guide.plan(PLAN);
  return { guide, done, asked: () => asked };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test("it is asked for with the first moment, and then shows the last that was", async () => {
  const { guide, done, asked } = guided(true);
  assert.equal(asked(), 0);
  guide.tell(MOMENT);
  guide.show(FIRST, 0, 0);
  guide.show(FIRST, 1, 1);
  assert.deepEqual(done, []);
  await settled();
  assert.deepEqual(done, ["plan", "tell", "show 0"]);
  guide.show(SECOND, 0, 100);
  guide.plan(PLAN);
  assert.deepEqual([done.slice(3), asked()], [["show 1", "plan"], 1]);
});

test("what does not come is asked for again with the next step, and nobody waits", async () => {
  const { guide, done, asked } = guided(false, true);
  guide.show(FIRST, 0, 0);
  await settled();
  guide.show(FIRST, 1, 1);
  await settled();
  assert.deepEqual([done, asked()], [[], 1]);
  guide.show(SECOND, 0, 100);
  guide.tell(null);
  await settled();
  assert.deepEqual(done, ["plan", "tell nothing", "show 1"]);
});
