// The plan of a session: from own sweat tests, or to thirst; the card that one takes to the pool.

import "../../frame/main.js";
import { allDrinks, tooMuch } from "../../shared/drinks.js";
import { number } from "../../shared/numbers.js";
import { part, write } from "../../shared/parts.js";
import { allTests } from "../../shared/sweat_tests.js";
import { fill } from "../../shared/words.js";
import { showUnits } from "../fields.js";
import { Gate } from "../gate.js";
import { readGuide, store, whenBack } from "../reader.js";
import { sodiumLoss } from "../sums.js";
import { showLarge, showPlan } from "./card.js";
import { PlanForm } from "./form.js";
import { Label } from "./label.js";
import { planned, whyNone } from "./planned.js";

// mmol of sodium in a litre of sweat, about the middle of what was measured (H4).
const SWEAT_SODIUM = 35;

const guide = readGuide();
const labelForm = /** @type {HTMLFormElement} */ (part("label"));
const form = new PlanForm(/** @type {HTMLFormElement} */ (part("plan")), labelForm, guide, {
  store,
  changed: show,
});
const label = new Label(labelForm, document, guide);
/** @type {import("../../shared/sweat_tests.js").SweatTest[]} */
let tests = [];
/** More was logged than this app lets stand: for a day nothing is named. */
let isOver = false;

async function main() {
  showUnits(document, guide);
  const gate = new Gate(document, guide.closing, { store, changed: show });
  part("print").addEventListener("click", () => globalThis.print());
  part("show").addEventListener("click", showLarge);
  const load = async () => {
    const [all, drinks] = await Promise.all([allTests(), allDrinks()]);
    part("unread").hidden = all !== null && drinks !== null;
    // Without the drinks nobody knows whether it was too much.
    tests = drinks ? (all ?? []) : [];
    isOver = tooMuch(drinks ?? [], Date.now()) !== null;
    part("over").hidden = !isOver;
    form.fill(); // another day's temperature is gone
    gate.show();
  };
  whenBack(load, guide.unit);
  await load();
}

function show() {
  const { day, minutes } = form;
  const isWhole = day !== null && minutes !== null;
  const plan = isWhole ? planFor(day, minutes) : null;
  part("result-none").hidden = plan !== null || !isWhole;
  part("result-plan").hidden = plan === null;
  label.show(plan && plan.ceiling);
  showLost(plan);
  if (plan && day) {
    showPlan(plan, day, guide, Date.now());
  } else if (day) {
    showWhy(isOver ? "over" : whyNone(tests, day));
  }
}

/** @param {import("../ceiling.js").Day} day @param {number} minutes */
function planFor(day, minutes) {
  const { feeds, sip } = form;
  return isOver ? null : planned(tests, day, { minutes, feeds, sip });
}

/** @param {string} why */
function showWhy(why) {
  for (const each of document.querySelectorAll("[data-why]")) {
    const words = /** @type {HTMLElement} */ (each);
    words.hidden = words.dataset.why !== why;
  }
}

/** Sodium lost: to be known, not to be taken in. @param {import("./planned.js").Planned | null} plan */
function showLost(plan) {
  part("lost").hidden = plan === null;
  if (plan) {
    const mg = number(Math.round(sodiumLoss(plan.rate, SWEAT_SODIUM)), guide.locale);
    write("lost", fill(guide.words.lost, { mg }));
  }
}

main();
