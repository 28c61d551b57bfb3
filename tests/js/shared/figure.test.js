import assert from "node:assert/strict";
import { test } from "node:test";

import {
  Figure,
  figureTime,
  isOtherSide,
  START,
  withinLoop,
} from "../../../static/js/shared/figure.js";
import { drawing } from "./drawing.js";

const BOUNDS = [0, 3, 7, 10];
const TEMPO = [{ seconds: 3 }, { seconds: 4 }, { seconds: 3 }];
const PHASES = BOUNDS.join(",");

/** @param {number} part @param {number} progress */
const moment = (part, progress, mirrored = false) => ({ part, progress, mirrored });

/** @param {string[]} done */
const seeks = (done) => done.filter((each) => each.startsWith("seek"));

test("a moment of a tempo part is the same moment of that part in the file", () => {
  assert.equal(figureTime(BOUNDS, { part: 0, progress: 0 }), 0);
  assert.equal(figureTime(BOUNDS, { part: 1, progress: 0.5 }), 5);
  assert.equal(figureTime(BOUNDS, { part: 2, progress: 0 }), 7);
});

test("the end of the loop is its last picture, not the first one again", () => {
  assert.equal(figureTime(BOUNDS, { part: 2, progress: 1 }), 9.999);
});

test("calm, each part is its last picture from the beginning", () => {
  assert.equal(figureTime(BOUNDS, { part: 0, progress: 0 }, true), 3);
  assert.equal(figureTime(BOUNDS, { part: 1, progress: 0.2 }, true), 7);
  assert.equal(figureTime(BOUNDS, { part: 2, progress: 0.9 }, true), 9.999);
});

test("before anything moves the first picture is shown, calm or not", () => {
  assert.equal(figureTime(BOUNDS, START), 0);
  assert.equal(figureTime(BOUNDS, START, true), 0);
});

test("a running time finds its part and repetition, and begins anew after the last part", () => {
  assert.deepEqual(withinLoop(TEMPO, 0), { part: 0, progress: 0, repetition: 1 });
  assert.deepEqual(withinLoop(TEMPO, 5), { part: 1, progress: 0.5, repetition: 1 });
  assert.deepEqual(withinLoop(TEMPO, 7), { part: 2, progress: 0, repetition: 1 });
  assert.deepEqual(withinLoop(TEMPO, 10), { part: 0, progress: 0, repetition: 2 });
  assert.deepEqual(withinLoop([{ seconds: 2 }], 179), { part: 0, progress: 0.5, repetition: 90 });
});

test("at half the pace the same takes twice as long", () => {
  assert.deepEqual(withinLoop(TEMPO, 10, 0.5), withinLoop(TEMPO, 5));
  assert.equal(withinLoop(TEMPO, 20, 0.5).repetition, 2);
});

test("a clock set back shows the beginning", () => {
  assert.deepEqual(withinLoop(TEMPO, -100), { part: 0, progress: 0, repetition: 1 });
});

test("at every moment the loop is within one of its parts, also with parts of a second", () => {
  const odd = [{ seconds: 0.1 }, { seconds: 0.7 }, { seconds: 0.2 }, { seconds: 1.3 }];
  for (let seconds = 0; seconds < 200; seconds += 0.037) {
    const { part, progress } = withinLoop(odd, seconds);
    assert.ok(part >= 0 && part < odd.length && progress >= 0 && progress <= 1, `${seconds}`);
  }
});

test("the other side is the second of two, or every second turn", () => {
  assert.equal(isOtherSide("each", { side: 1, repetition: 2 }), false);
  assert.equal(isOtherSide("each", { side: 2, repetition: 1 }), true);
  assert.equal(isOtherSide("alternate", { side: 0, repetition: 1 }), false);
  assert.equal(isOtherSide("alternate", { side: 0, repetition: 2 }), true);
  assert.equal(isOtherSide("alternate", { side: 0, repetition: 0 }), false);
  assert.equal(isOtherSide("none", { side: 2, repetition: 2 }), false);
});

test("a figure stops its own animation once and is then sought", () => {
  const { svg, classes, done } = drawing({ phases: PHASES });
  const figure = new Figure(svg, { matches: false });
  figure.show(moment(0, 0.5));
  figure.show(moment(1, 0));
  assert.deepEqual(done, ["role=img", "pause", "+driven", "seek 1.5", "seek 3"]);
  assert.ok(classes.has("driven"));
});

test("what is shown already costs nothing", () => {
  const { svg, done } = drawing({ phases: PHASES });
  const figure = new Figure(svg, { matches: false });
  figure.show(moment(0, 0, true));
  const before = done.length;
  figure.show(moment(0, 0, true));
  assert.equal(done.length, before);
});

test("the wish for calm is heard while the figure is shown", () => {
  const { svg, done } = drawing({ phases: PHASES });
  const motion = { matches: false };
  const figure = new Figure(svg, motion);
  figure.show(moment(0, 0.5));
  motion.matches = true;
  figure.show(moment(0, 0.5));
  figure.show(moment(0, 0.6));
  assert.deepEqual(seeks(done), ["seek 1.5", "seek 3"]);
});

test("the other side is the mirrored picture", () => {
  const { svg, classes } = drawing({ phases: PHASES });
  const figure = new Figure(svg, { matches: false });
  figure.show(moment(0, 0, true));
  assert.ok(classes.has("mirrored"));
  figure.show(moment(0, 0, false));
  assert.ok(!classes.has("mirrored"));
});

test("a figure without movement is left as it is", () => {
  const { svg, classes, done } = drawing();
  const figure = new Figure(svg, { matches: false });
  figure.show(moment(0, 0.5));
  assert.deepEqual([...classes], ["figure"]);
  assert.deepEqual(done, ["role=img"]);
});

test("the text alternative is written only when it is another", () => {
  const { svg, attributes, done } = drawing({ phases: PHASES });
  const figure = new Figure(svg, { matches: false });
  figure.describe("Reach: Breathe out.");
  figure.describe("Reach: Breathe out.");
  assert.equal(attributes.get("aria-label"), "Reach: Breathe out.");
  assert.equal(done.filter((each) => each.startsWith("aria-label")).length, 1);
});

test("calm, a loop of one part stays the still with its arrow", () => {
  const { svg, classes } = drawing({ slug: "march-on-the-spot", phases: "0,2" });
  const motion = { matches: true };
  const figure = new Figure(svg, motion);
  figure.show({ part: 0, progress: 0.5, mirrored: false });
  assert.equal(classes.has("driven"), false);
  motion.matches = false;
  figure.show({ part: 0, progress: 0.5, mirrored: false });
  assert.equal(classes.has("driven"), true);
});

test("a released figure is a still again, and shown anew it seeks again", () => {
  const { svg, classes, done } = drawing({ phases: PHASES });
  const first = new Figure(svg, { matches: false });
  first.show(moment(0, 0.5, true));
  first.release();
  assert.deepEqual([...classes], ["figure"]);
  new Figure(svg, { matches: false }).show(moment(0, 0.5));
  assert.deepEqual(seeks(done), ["seek 1.5", "seek 1.5"]);
});
