import assert from "node:assert/strict";
import { test } from "node:test";

import { ColdQuestion } from "../../../../static/js/player/cold/question.js";
import {
  beginRewarming,
  endRewarming,
  rewarmingSince,
} from "../../../../static/js/shared/rewarming.js";
import { keeps } from "../../shared/device.js";

const NOW = Date.now();
const MINUTE = 60_000;

/** The question over a page whose parts are made when they are asked for; it stands at its start. */
function asked(store = keeps()) {
  /** @type {Map<string, any>} */
  const parts = new Map();
  const said = { focused: "", reloaded: 0, now: NOW };
  const make = (/** @type {string} */ name) => {
    /** @type {(() => void)[]} */
    const heard = [];
    return {
      hidden: true,
      focus: () => (said.focused = name),
      addEventListener: (/** @type {string} */ _, /** @type {() => void} */ act) => heard.push(act),
      click: () => heard.forEach((act) => act()),
      querySelectorAll: () => [part("cold")],
    };
  };
  const part = (/** @type {string} */ name) => {
    const found = parts.get(name) ?? make(name);
    parts.set(name, found);
    return found;
  };
  const place = { reload: () => (said.reloaded += 1) };
  const question = new ColdQuestion(part, store, { now: () => said.now, place });
  /** @param {"start" | "running" | "paused" | "waiting" | "done"} shown */
  const turn = (shown) => {
    part("run").hidden = shown === "start" || shown === "done";
    part("done").hidden = shown !== "done";
    part("pause-icon").hidden = shown === "paused";
    part("tap").hidden = shown !== "waiting";
  };
  const isOpen = () => !part("cold-question").hidden;
  const no = () => part("not-cold").click();
  return { question, isOpen, no, part, said, store, turn };
}

test("it stands open, and who starts all the same is led to it", async () => {
  const { question, isOpen, part, said } = asked();
  assert.ok(isOpen());
  assert.equal(part("not-cold").hidden, false);
  assert.equal(question.mayGo(), false);
  await Promise.resolve();
  assert.equal(said.focused, "cold-heading");
});

test("a No closes it and leads to the start, or to where one goes on", () => {
  const { question, isOpen, no, part, said } = asked();
  no();
  assert.equal(isOpen(), false);
  assert.equal(said.focused, "begin");
  assert.ok(question.mayGo());
  part("resume").hidden = false;
  no();
  assert.equal(said.focused, "resume");
});

test("a Yes begins rewarming, and only being warm takes it back", () => {
  const { question, isOpen, no, part, store } = asked();
  part("cold").click();
  assert.notEqual(rewarmingSince(store, NOW), null);
  question.forget();
  assert.equal(part("warming").hidden, false);
  assert.equal(part("not-cold").hidden, true);
  endRewarming(store);
  question.show();
  assert.equal(part("not-cold").hidden, false);
  no();
  assert.equal(isOpen(), false);
});

test("a No stands neither before nor after a Yes that another page was told", () => {
  for (const isBefore of [true, false]) {
    const { question, isOpen, no, part, said, store } = asked();
    if (isBefore) {
      beginRewarming(store, NOW);
      no();
      assert.equal(said.focused, "");
    } else {
      no();
      beginRewarming(store, NOW);
    }
    assert.equal(question.mayGo(), false);
    assert.ok(isOpen());
    assert.equal(part("warming").hidden, false);
  }
});

test("being warm again does not bring an older No back", () => {
  const { question, no, store } = asked();
  no();
  beginRewarming(store, NOW);
  question.show();
  endRewarming(store);
  assert.equal(question.mayGo(), false);
});

test("what runs goes on until another page is told a Yes", () => {
  const { question, no, said, store, turn } = asked();
  no();
  turn("running");
  said.now += 30 * MINUTE;
  question.forget();
  assert.ok(question.mayGo());
  beginRewarming(store, said.now);
  assert.equal(question.mayGo(), false);
});

test("after a pause of ten minutes, or a wait for a tap, it is asked again", () => {
  for (const still of /** @type {const} */ (["paused", "waiting"])) {
    const { question, no, said, turn } = asked();
    no();
    turn("running");
    said.now += 30 * MINUTE;
    assert.ok(question.mayGo());
    turn(still);
    said.now += 9 * MINUTE;
    assert.ok(question.mayGo());
    said.now += 2 * MINUTE;
    assert.equal(question.mayGo(), false, still);
  }
});

test("a page that was left while nothing ran asks again", () => {
  for (const still of /** @type {const} */ (["start", "paused", "waiting"])) {
    const { question, isOpen, no, turn } = asked();
    no();
    turn(still);
    question.forget();
    assert.ok(isOpen());
    assert.equal(question.mayGo(), false, still);
  }
});

test("a clock that was set back asks again", () => {
  const { question, no, said } = asked();
  no();
  said.now -= MINUTE;
  assert.equal(question.mayGo(), false);
});

test("a session that is over begins anew where it has to be asked", () => {
  const { question, no, said, store, turn } = asked();
  no();
  turn("done");
  assert.ok(question.mayGo());
  assert.equal(said.reloaded, 0);
  beginRewarming(store, NOW);
  assert.equal(question.mayGo(), false);
  assert.equal(said.reloaded, 1);
});
