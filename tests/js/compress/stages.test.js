import assert from "node:assert/strict";
import { test } from "node:test";

import { healed, look, refuse, stop } from "../../../static/js/compress/round.js";
import { ANSWERS_MS, NO_ANSWERS, stageOf } from "../../../static/js/compress/stages.js";
import { COLD, cold, HEAT, heat, HOUR, MINUTE, NOW } from "./rounds.js";

const FACTS = {
  kind: "cold",
  round: null,
  answers: NO_ANSWERS,
  locked: false,
  warming: false,
  gap: COLD.gap,
};
/** @type {import("../../../static/js/compress/stages.js").Answers} */
const CLEAR = { at: NOW, cold: "no", applies: "no" };

/** @param {Partial<import("../../../static/js/compress/stages.js").Facts>} facts */
function stage(facts, now = NOW) {
  return stageOf({ ...FACTS, ...facts }, now);
}

test("both questions come before any start, cold water first", () => {
  assert.equal(stage({}), "ask-cold");
  assert.equal(stage({ answers: { ...CLEAR, cold: null } }), "ask-cold");
  assert.equal(stage({ answers: { ...CLEAR, applies: null } }), "ask-first");
  assert.equal(stage({ answers: { ...CLEAR, applies: "yes" } }), "advice");
  assert.equal(stage({ answers: CLEAR }), "ready");
});

test("answers of a while ago, or of another clock, are asked for again", () => {
  assert.equal(stage({ answers: CLEAR }, NOW + ANSWERS_MS), "ready");
  assert.equal(stage({ answers: CLEAR }, NOW + ANSWERS_MS + 1), "ask-cold");
  assert.equal(stage({ answers: CLEAR }, NOW - 1), "ask-cold");
});

test("whoever gets warm, or has an emergency sign, starts nothing", () => {
  assert.equal(stage({ answers: CLEAR, warming: true }), "warming");
  assert.equal(stage({ answers: CLEAR, locked: true, warming: true }), "closed");
  assert.equal(stage({ round: cold(), locked: true }), "closed");
});

test("what lies on the skin comes first, also while getting warm", () => {
  assert.equal(stage({ round: cold() }), "on");
  assert.equal(stage({ round: cold() }, NOW + 5 * MINUTE), "on");
  assert.equal(stage({ round: cold() }, NOW + 6 * MINUTE), "off");
  assert.equal(stage({ round: stop(cold(), "closed", NOW), warming: true }), "off");
});

test("a round of the other kind is looked after on its own page", () => {
  assert.equal(stage({ kind: "heat", round: cold() }, NOW + 30 * MINUTE), "elsewhere");
});

test("the gap closes either page until it has passed", () => {
  const round = look(cold(), "usual", NOW + 6 * MINUTE);
  const opens = NOW + 6 * MINUTE + 2 * HOUR;
  for (const kind of ["cold", "heat"]) {
    assert.equal(stage({ kind, round, answers: CLEAR }, opens - 1), "gap");
    assert.equal(stage({ kind, round }, opens), "ask-cold");
  }
});

test("after heat the page of cold waits for the gap of cold", () => {
  const round = look(stop(heat(), "early", NOW), "usual", NOW);
  assert.equal(stage({ kind: "heat", round, gap: HEAT.gap }, NOW + HOUR), "ask-cold");
  assert.equal(stage({ kind: "cold", round }, NOW + 2 * HOUR - 1), "gap");
  assert.equal(stage({ kind: "cold", round }, NOW + 2 * HOUR), "ask-cold");
});

test("skin that was not as usual closes it until it is, and that day", () => {
  const round = refuse(cold(), NOW + 5 * MINUTE);
  assert.equal(stage({ round }, NOW + 99 * HOUR), "skin");
  assert.equal(stage({ round: healed(round) }, NOW + HOUR), "gap");
  assert.equal(stage({ round: healed(round) }, NOW + 24 * HOUR), "ask-cold");
});
