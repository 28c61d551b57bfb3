import assert from "node:assert/strict";
import { test } from "node:test";

import { keepConditions } from "../../../static/js/shared/conditions.js";
import {
  access,
  clinicianLimit,
  keepAnswer,
  keepLimit,
} from "../../../static/js/shared/doctor_first.js";
import { keeps, REFUSES } from "./device.js";

const NOW = 1_800_000_000_000;
const DAYS = 24 * 3_600_000;
const CLOSING = ["heart", "kidney"];

/** @param {"none" | "yes" | null} answer */
function answered(answer) {
  const store = keeps();
  assert.equal(keepAnswer(answer, store, NOW), true);
  return store;
}

test("as long as nobody has answered it asks", () => {
  assert.equal(access(keeps(), CLOSING, NOW), "ask");
});

test("none of it opens, some of it closes, taken back it asks again", () => {
  const store = answered("none");
  assert.equal(access(store, CLOSING, NOW), "open");
  keepAnswer("yes", store, NOW);
  assert.equal(access(store, CLOSING, NOW), "closed");
  keepAnswer(null, store, NOW);
  assert.equal(access(store, CLOSING, NOW), "ask");
});

test("a condition of those closes without and against an answer, another one does not", () => {
  for (const store of [keeps(), answered("none"), answered("yes"), answered(null)]) {
    keepConditions(["asthma", "kidney"], store);
    assert.equal(access(store, CLOSING, NOW), "closed");
  }
  const store = answered("none");
  keepConditions(["asthma"], store);
  assert.equal(access(store, CLOSING, NOW), "open");
});

test("after 90 days it asks again; what closes stays closed", () => {
  const none = answered("none");
  assert.equal(access(none, CLOSING, NOW + 90 * DAYS - 1), "open");
  assert.equal(access(none, CLOSING, NOW + 90 * DAYS), "ask");
  assert.equal(access(answered("yes"), CLOSING, NOW + 900 * DAYS), "closed");
});

test("with a clock that was set back it asks; what closes stays closed", () => {
  assert.equal(access(answered("none"), CLOSING, NOW - 1), "ask");
  assert.equal(access(answered("yes"), CLOSING, NOW - 1), "closed");
});

for (const kept of [
  "rubbish",
  "null",
  "[]",
  '"none"',
  '{"answer":"none"}',
  '{"answer":"none","at":null}',
  `{"answer":"none","at":"${NOW}"}`,
  `{"answer":true,"at":${NOW}}`,
]) {
  test(`damaged it asks, and is no limit: ${kept}`, () => {
    const store = keeps({ "limber.drinks": kept });
    assert.equal(access(store, CLOSING, NOW), "ask");
    assert.equal(clinicianLimit(store), null);
  });
}

test("a clinician's limit is kept beside the answer, and each leaves the other", () => {
  const store = answered("yes");
  assert.equal(clinicianLimit(store), null);
  assert.equal(keepLimit(1500, store), true);
  assert.equal(access(store, CLOSING, NOW), "closed");
  keepAnswer("none", store, NOW);
  assert.equal(clinicianLimit(store), 1500);
  keepLimit(null, store);
  assert.equal(clinicianLimit(store), null);
  assert.equal(access(store, CLOSING, NOW), "open");
});

for (const limit of [0, -1, "1500", {}]) {
  test(`a limit of ${JSON.stringify(limit)} is none`, () => {
    assert.equal(clinicianLimit(keeps({ "limber.drinks": JSON.stringify({ limit }) })), null);
  });
}

test("a browser that keeps nothing says so, and never opens", () => {
  assert.equal(keepAnswer("none", REFUSES, NOW), false);
  assert.equal(keepLimit(1500, REFUSES), false);
  assert.equal(access(REFUSES, CLOSING, NOW), "ask");
  assert.equal(clinicianLimit(REFUSES), null);
});
