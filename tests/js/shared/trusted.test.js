import assert from "node:assert/strict";
import { test } from "node:test";

const MODULE = "../../../static/js/shared/trusted.js";

/** Reads as a browser's parser would, and remembers what it was given. */
function parser() {
  /** @type {any[]} */
  const given = [];
  const read = {
    /** @param {any} text @param {string} kind */
    parseFromString(text, kind) {
      given.push(text, kind);
      return { querySelector: (/** @type {string} */ wanted) => wanted };
    },
  };
  return { given, read: /** @type {any} */ (read) };
}

test("a browser without trusted types is given the text itself", async () => {
  const { given, read } = parser();
  const { readFigure } = await import(MODULE);
  assert.equal(readFigure("<svg>", read), "svg[data-figure]");
  assert.deepEqual(given, ["<svg>", "text/html"]);
});

test("a browser with trusted types is asked for the one policy once", async () => {
  /** @type {string[]} */
  const policies = [];
  /** @param {string} name @param {object} rules */
  const createPolicy = (name, rules) => {
    policies.push(name);
    return { createHTML: (/** @type {string} */ text) => ({ trusted: text, rules }) };
  };
  Object.assign(globalThis, { trustedTypes: { createPolicy } });
  const { given, read } = parser();
  const { readFigure } = await import(`${MODULE}?fresh`);
  readFigure("<svg>", read);
  readFigure("<svg>", read);
  Reflect.deleteProperty(globalThis, "trustedTypes");
  assert.deepEqual(policies, ["limber"]);
  assert.equal(given[0].trusted, "<svg>");
});
