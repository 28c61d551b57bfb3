// The sweat test: leads through two weighings, shows the sums, keeps the tests that say something.

import "../../frame/main.js";
import { tellOthers } from "../../shared/changes.js";
import { part } from "../../shared/parts.js";
import { allTests, dropTest, keepTest } from "../../shared/sweat_tests.js";
import { counts } from "../ceiling.js";
import { showUnits } from "../fields.js";
import { Gate } from "../gate.js";
import { readGuide, store, whenBack } from "../reader.js";
import { isTooMuch, showSums } from "./sums_view.js";
import { TestsView } from "./tests_view.js";
import { Wizard } from "./wizard.js";

/** @typedef {import("../../shared/sweat_tests.js").SweatTest} SweatTest */

const guide = readGuide();
const form = /** @type {HTMLFormElement} */ (part("wizard"));
const device = { keep: keepTest, drop: dropTest, all: allTests };
const tests = new TestsView(part("tests"), guide, device);
/** The test whose sums are in sight, as long as the browser has not kept it. @type {SweatTest | null} */
let unkept = null;

/** @param {SweatTest} test @param {boolean} isNew */
async function sums(test, isNew) {
  showSums(/** @type {HTMLElement} */ (form.querySelector('[data-stage="sums"]')), test, guide);
  if (isNew) {
    unkept = test;
    const isKept = await save();
    if (isKept && isTooMuch(test)) {
      location.assign(guide.tooMuch); // what is not kept would be lost, and the signs are linked here
    }
  }
}

/** Keeps the test in sight if it says something, in place of what it was before. */
async function save() {
  const test = unkept;
  const isKept = test === null || (await (counts(test) ? keepTest(test) : forget(test)));
  part("unkept-test").hidden = isKept;
  if (isKept) {
    unkept = null;
    tellOthers(store);
    tests.show();
  }
  return isKept;
}

/** What says nothing is not kept; what it was before is not left either. @param {SweatTest} test */
async function forget({ at }) {
  const isGone = await dropTest(at);
  return isGone || !(await allTests())?.some((kept) => kept.at === at);
}

function main() {
  showUnits(document, guide);
  const gate = new Gate(document, guide.closing, { store, changed: () => tests.show() });
  new Wizard(form, guide, { store, sums, finish: save });
  part("retry").addEventListener("click", save);
  gate.show();
  whenBack(() => gate.show(), guide.unit);
}

main();
