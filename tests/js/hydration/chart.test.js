import assert from "node:assert/strict";
import { test } from "node:test";

import { chart, HEIGHT, WIDTH } from "../../../static/js/hydration/chart.js";

/** @param {number} hours @param {number} minutes */
function at(hours, minutes = 0) {
  return new Date(2026, 6, 1, hours, minutes).getTime();
}

const NOON = at(12);
const METRIC = { now: NOON, perUnit: 1000 };

/** @param {...[number, number]} drunk hours and ml */
function drinks(...drunk) {
  return drunk.map(([hours, ml], id) => ({
    id,
    at: at(hours),
    ml,
    kind: /** @type {const} */ ("water"),
    sodium: null,
  }));
}

test("an empty day is a flat line until now, from 6 to 22", () => {
  const { line, dots, hours, lines, now } = chart([], [], NOON, METRIC);
  assert.equal(line, `M0 ${HEIGHT}H${now}`);
  assert.deepEqual(dots, []);
  assert.deepEqual(
    hours.map(({ text }) => text),
    [6, 10, 14, 18, 22],
  );
  assert.deepEqual(
    lines.map(({ text }) => text),
    [0, 0.3, 0.6, 0.9],
  );
});

test("each drink is a step up, the earliest first, in whatever order they come", () => {
  const [late, early] = drinks([10, 300], [8, 150]);
  const { line, dots } = chart([late, early], [], NOON, METRIC);
  assert.equal(dots.length, 2);
  assert.equal(line, `M0 128H${dots[0].x}V${dots[0].y}H${dots[1].x}V${dots[1].y}H107.3`);
  assert.ok(dots[0].x < dots[1].x && dots[0].y > dots[1].y);
});

test("a long day grows in whole steps and stays within the day", () => {
  for (const [hour, first, last] of [
    [5, 2, 22],
    [1, 0, 0],
    [23, 3, 23],
  ]) {
    const { hours } = chart(drinks([hour, 200]), [], NOON, METRIC);
    assert.equal(hours[0].text, first);
    assert.equal(hours.at(-1)?.text, last);
    assert.ok(hours.every(({ x }) => x >= 0 && x <= WIDTH));
  }
});

test("however much it was, it is in the drawing, in either unit", () => {
  for (const perUnit of [1000, 29.5735]) {
    for (const ml of [1, 900, 901, 2400, 9000]) {
      const { dots, lines } = chart(drinks([9, ml]), [], NOON, { now: NOON, perUnit });
      assert.ok(dots[0].y >= 0 && dots[0].y <= HEIGHT, `${ml} ml: ${dots[0].y}`);
      assert.ok(lines[3].text * perUnit >= ml - 1e-6);
    }
  }
});

test("sessions are bands at their time; yesterday has no now", () => {
  const span = { from: at(10), to: at(14) };
  const { bands, now } = chart([], [span], NOON, { now: at(36), perUnit: 1000 });
  assert.deepEqual(bands, [{ x: WIDTH / 4, width: WIDTH / 4 }]);
  assert.equal(now, null);
});
