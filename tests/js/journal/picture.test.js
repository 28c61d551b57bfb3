import assert from "node:assert/strict";
import { test } from "node:test";

import { draw, SIZE } from "../../../static/js/journal/picture.js";

const FACTS = {
  title: "This week",
  number: "74",
  unit: "min",
  sessions: "9 sessions",
  names: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  days: [600, 3600, 0, 0, 0, 0, 300],
  isRtl: false,
  face: "system-ui",
};

/** What is written and filled on a paper that only listens. @param {Partial<typeof FACTS>} facts */
function drawn(facts = {}) {
  /** @type {{ texts: [string, number][], boxes: number[][], direction: string }} */
  const said = { texts: [], boxes: [], direction: "" };
  const paper = {
    set direction(/** @type {string} */ value) {
      said.direction = value;
    },
    fillRect: (/** @type {number[]} */ ...box) => said.boxes.push(box),
    fillText: (/** @type {string} */ text, /** @type {number} */ x) => said.texts.push([text, x]),
    measureText: (/** @type {string} */ text) => ({ width: 150 * text.length }),
  };
  draw(/** @type {any} */ (paper), { ...FACTS, ...facts });
  return said;
}

test("it says the minutes, the sessions and the days, and nothing else", () => {
  const { texts } = drawn();
  assert.deepEqual(
    texts.map(([text]) => text),
    ["This week", "74", "min", "9 sessions", ...FACTS.names, "Limber"],
  );
});

test("each day is a bar to scale, within the picture, from left to right", () => {
  const { boxes } = drawn();
  const bars = boxes.slice(2); // after the ground and the floor
  assert.equal(bars.length, 7);
  assert.deepEqual(
    bars.map(([, , , high]) => Math.round(high)),
    [73, 440, 0, 0, 0, 0, 37],
  );
  assert.ok(
    bars.every(
      ([x, y, width, high]) => x > 0 && y > 0 && x + width < SIZE[0] && y + high < SIZE[1],
    ),
  );
  assert.deepEqual(
    bars.map(([x]) => x),
    bars.map(([x]) => x).sort((one, other) => one - other),
  );
});

test("from right to left the words turn and the days do not", () => {
  const [ltr, rtl] = [drawn(), drawn({ isRtl: true })];
  assert.equal(rtl.direction, "rtl");
  assert.ok(rtl.texts[0][1] > ltr.texts[0][1]);
  assert.deepEqual(rtl.boxes, ltr.boxes);
});
