import assert from "node:assert/strict";
import { test } from "node:test";
import { condition } from "../../../static/js/offline/panel.js";

const NOTHING = {
  ready: [],
  broken: false,
  waits: false,
  taken: null,
  fault: /** @type {const} */ (""),
  refused: false,
  stored: 0,
  proved: 0,
  download: 0,
  reached: true,
  corrections: [],
  opened: {},
};

test("what holds is one thing, and the page's own language counts", () => {
  const of = (/** @type {Partial<typeof NOTHING>} */ more, may = true) =>
    condition(/** @type {any} */ ({ ...NOTHING, ...more }), "en", may);
  assert.equal(of({}), "none");
  assert.equal(of({}, false), "asks");
  assert.equal(of({ refused: true }, false), "refused");
  assert.equal(of(/** @type {any} */ ({ taken: 0.5, ready: ["en"] })), "taking");
  assert.equal(of(/** @type {any} */ ({ ready: ["en"] })), "ready");
  assert.equal(of(/** @type {any} */ ({ ready: ["en"], waits: true })), "waits");
  assert.equal(of(/** @type {any} */ ({ ready: ["ar"] })), "none");
  assert.equal(of(/** @type {any} */ ({ fault: "network" })), "network");
  assert.equal(of(/** @type {any} */ ({ fault: "network", broken: true })), "damaged");
});

test("a newer version that costs something is offered, one that is free comes by itself", () => {
  const newer = { ...NOTHING, ready: /** @type {any} */ (["en"]), download: 9 };
  assert.equal(condition(newer, "en", false), "newer");
  assert.equal(condition(newer, "en", true), "ready");
  assert.equal(condition({ ...newer, waits: true }, "en", false), "waits");
  assert.equal(condition({ ...newer, fault: "full" }, "en", true), "stuck");
});

test("what fails of something newer does not take away that it is ready", () => {
  const of = (/** @type {any} */ fault, /** @type {any} */ ready) =>
    condition({ ...NOTHING, ready, fault }, "en", true);
  const faults = ["network", "damaged", "full"];
  assert.deepEqual(
    faults.map((each) => of(each, ["en"])),
    ["ready", "ready", "ready"],
  );
  assert.deepEqual(
    faults.map((each) => of(each, [])),
    ["network", "network", "full"],
  );
});
