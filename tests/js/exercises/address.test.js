import assert from "node:assert/strict";
import { test } from "node:test";

import { Address } from "../../../static/js/exercises/address.js";
import { format, parse } from "../../../static/js/exercises/filters.js";
import { OFFERED } from "./library.js";

const PAGE = "/en/exercises/";

/** A browser that remembers where it was. @param {string} hash */
function browser(hash = "") {
  const steps = [PAGE + hash];
  /** @type {(() => void)[]} */
  const heard = [];
  const location = {
    pathname: PAGE,
    search: "",
    get hash() {
      const [, after = ""] = (steps.at(-1) ?? "").split("#");
      return after && `#${after}`;
    },
  };
  const history = {
    pushState: (/** @type {any} */ _, /** @type {any} */ __, /** @type {string} */ to) => {
      steps.push(to);
    },
    replaceState: (/** @type {any} */ _, /** @type {any} */ __, /** @type {string} */ to) => {
      steps[steps.length - 1] = to;
    },
  };
  const edge = /** @type {any} */ ({
    location,
    history,
    addEventListener: (/** @type {string} */ _, /** @type {() => void} */ hear) => heard.push(hear),
  });
  /** @param {string} to */
  const go = (to) => {
    steps.push(PAGE + to);
    heard.forEach((hear) => hear());
  };
  return { steps, edge, go };
}

/** @param {string} hash */
const filter = (hash) => parse(hash, OFFERED);

test("each choice is a step of the history", () => {
  const { steps, edge } = browser();
  const address = new Address(OFFERED, edge);
  address.keep(filter("position=lying"));
  address.keep(filter("position=lying&region=hips"));
  address.keep(filter(""));
  const kept = ["", "#position=lying", "#position=lying&region=hips", ""];
  assert.deepEqual(
    steps,
    kept.map((hash) => PAGE + hash),
  );
});

test("what is already there is no step", () => {
  const { steps, edge } = browser("#position=lying");
  new Address(OFFERED, edge).keep(filter("position=lying"));
  assert.equal(steps.length, 1);
});

test("words being typed are one step together, until something else is chosen", () => {
  const { steps, edge } = browser();
  const address = new Address(OFFERED, edge);
  address.keep(filter("q=c"), { typing: true });
  address.keep(filter("q=cat"), { typing: true });
  address.keep(filter("position=lying&q=cat"));
  address.keep(filter("position=lying&q=cats"), { typing: true });
  assert.deepEqual(
    steps.map((step) => step.split("#")[1]),
    [undefined, "q=cat", "position=lying&q=cat", "position=lying&q=cats"],
  );
});

test("going back or by a link tells of the filter there, and ends the typing", () => {
  const { steps, edge, go } = browser();
  const address = new Address(OFFERED, edge);
  /** @type {string[]} */
  const told = [];
  address.watch(
    (found) => told.push(format(found)),
    () => filter(""),
  );
  address.keep(filter("q=c"), { typing: true });
  go("#region=hips");
  go("");
  address.keep(filter("q=d"), { typing: true });
  assert.deepEqual(told, ["region=hips", ""]);
  assert.equal(steps.length, 5);
});

test("a place on the page does not take the filter away", () => {
  const { steps, edge, go } = browser("#region=hips");
  const address = new Address(OFFERED, edge);
  address.watch(
    () => assert.fail("told of a place"),
    () => filter("region=hips"),
  );
  go("#main");
  assert.equal(steps.at(-1), `${PAGE}#region=hips`);
});
