import assert from "node:assert/strict";
import { test } from "node:test";

import { amount, toKept, toShown, parseAmount, retype } from "../../../static/js/shared/amounts.js";
import { always } from "./random.js";

/**
 * @typedef {import("../../../static/js/shared/amounts.js").Quantity} Quantity
 * @typedef {import("../../../static/js/shared/amounts.js").Unit} Unit
 */

const UNITS = /** @type {const} */ (["metric", "us"]);
const NAMES = {
  volume: { metric: "%(amount)s ml", us: "%(amount)s fl oz" },
  litres: { metric: "%(amount)s L", us: "%(amount)s fl oz" },
  weight: { metric: "%(amount)s kg", us: "%(amount)s lb" },
  degrees: { metric: "%(amount)s °C", us: "%(amount)s °F" },
};

/** What occurs, and in kept measure the step in which each unit shows it. */
const RANGES = {
  volume: { from: 0, to: 3000, step: { metric: 1, us: 2.957353 } },
  litres: { from: 0, to: 6, step: { metric: 0.01, us: 0.002957353 } },
  weight: { from: 20, to: 200, step: { metric: 0.1, us: 0.045359237 } },
  degrees: { from: -20, to: 50, step: { metric: 0.1, us: 0.1 / 1.8 } },
};

for (const quantity of /** @type {Quantity[]} */ (Object.keys(RANGES))) {
  for (const unit of UNITS) {
    const { from, to, step } = RANGES[quantity];

    test(`${quantity} in ${unit}: shown and typed back it is within half a step`, () => {
      always(
        (chance) => chance.any(from, to),
        (kept) => {
          const back = toKept(quantity, toShown(quantity, kept, unit), unit);
          assert.ok(Math.abs(back - kept) <= step[unit] / 2 + 1e-6, `${back}`);
        },
      );
    });

    test(`${quantity} in ${unit}: rounded down it is never more, and within a step`, () => {
      always(
        (chance) => chance.pick([chance.any(from, to), chance.typed(from, to, 2)]),
        (kept) => {
          const back = toKept(quantity, toShown(quantity, kept, unit, "down"), unit);
          // A millionth of a step is what decimals leave.
          assert.ok(back <= kept + 1.1e-6 * step[unit] + 1e-12, `${back}`);
          assert.ok(back > kept - 1.000001 * step[unit] - 1e-9, `${back}`);
        },
      );
    });
  }
}

test("every ceiling is shown as it is in litres, and never higher in ounces", () => {
  for (let i = 0; i <= 16; i += 1) {
    assert.equal(toShown("litres", i / 20, "metric", "down"), i / 20);
    assert.ok(toKept("litres", toShown("litres", i / 20, "us", "down"), "us") <= i / 20);
  }
});

test("known pairs of both units", () => {
  assert.equal(toShown("volume", 500, "us"), 16.9);
  assert.equal(toShown("litres", 0.6, "us"), 20.3);
  assert.equal(toShown("litres", 0.6, "us", "down"), 20.2);
  assert.equal(toShown("litres", 0.29, "metric", "down"), 0.29);
  assert.equal(toShown("volume", toKept("volume", 9, "us"), "us", "down"), 9);
  assert.equal(toShown("weight", 70, "us"), 154.3);
  assert.equal(toShown("degrees", 26.8, "us"), 80.2);
  assert.equal(toKept("degrees", 212, "us"), 100);
  assert.equal(toKept("weight", 100, "us"), 45.359237);
});

test("what is typed is kept in our units, and what is no number is null", () => {
  assert.equal(parseAmount("weight", "70,5", "metric"), 70.5);
  assert.equal(parseAmount("degrees", "٣٢", "us"), 0);
  assert.equal(parseAmount("litres", "a glass", "metric"), null);
  assert.equal(parseAmount("volume", "", "us"), null);
});

test("an amount in words", () => {
  const names = NAMES;
  assert.equal(amount("volume", 250, { unit: "metric", locale: "en", names }), "250 ml");
  assert.equal(amount("litres", 0.6, { unit: "us", locale: "en", names }, "down"), "20.2 fl oz");
  assert.equal(
    amount("volume", 1500, { unit: "metric", locale: "ar-u-nu-arab", names }),
    "١٬٥٠٠ ml",
  );
});

test("what was typed in one unit is typed anew in the other; what is no amount stays", () => {
  const toUs = {
    from: /** @type {const} */ ("metric"),
    to: /** @type {const} */ ("us"),
    locale: "en",
  };
  assert.equal(retype("weight", "70", toUs), "154.3");
  assert.equal(retype("volume", "2000", toUs), "67.6");
  assert.equal(retype("volume", "x", toUs), "x");
  assert.equal(retype("volume", "1234", { ...toUs, to: "metric" }), "1234");
});
