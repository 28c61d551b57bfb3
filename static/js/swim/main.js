// Swim day: the gauge that leads to a band, and on a band's page what the answers change, the ticks
// before going in and the message. Without it every word is on the page all the same.

import "../frame/main.js";
import { showNumbers } from "../shared/emergency.js";
import { showSwimming } from "../shared/in_water.js";
import { number } from "../shared/numbers.js";
import { choose, chosen, deviceEdge } from "../shared/screen.js";
import { fill } from "../shared/words.js";
import { answers, choice } from "./choice.js";
import { Gauge } from "./gauge.js";
import { Telling } from "./telling.js";

const edge = deviceEdge();
const { store } = edge;
const guide = JSON.parse(document.getElementById("guide")?.textContent ?? "");

function showStrip() {
  showSwimming(document, { store, leave: (address) => location.assign(address) });
}

/** @param {HTMLFormElement} form */
function lead(form) {
  const now = choice(store);
  const unit = /** @type {"metric" | "us"} */ (chosen("units", store));
  const gauge = new Gauge(document, guide, { store, choice: now, unit });
  check(form, { ...now, units: unit, unsure: now.unsure });
  form.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === "units") {
      choose("units", target.value, edge);
      gauge.useUnit(/** @type {"metric" | "us"} */ (target.value));
    } else if (target instanceof HTMLInputElement && target.name !== "degrees") {
      const said = target.type === "checkbox" ? target.checked : target.value;
      gauge.say({ [target.name]: said });
    }
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
}

/** @param {HTMLFormElement} form @param {Record<string, unknown>} values */
function check(form, values) {
  for (const input of form.querySelectorAll("input")) {
    if (input.type === "radio") {
      input.checked = values[input.name] === input.value;
    } else if (input.type === "checkbox") {
      input.checked = values[input.name] === true;
    }
  }
}

/** Of what was said only what applies is shown; what was never said is shown as on paper. */
function showAnswers() {
  const now = choice(store);
  const said = answers(now);
  for (const each of document.querySelectorAll("[data-answer]")) {
    const { answer, staysOut } = /** @type {HTMLElement} */ (each).dataset;
    const applies = said[/** @type {keyof typeof said} */ (answer)];
    /** @type {HTMLElement} */ (each).hidden = applies === false;
    if (applies && staysOut !== undefined) {
      document.documentElement.dataset.staysOut = "";
    }
  }
  /** @type {HTMLElement} */ (document.querySelector("[data-unsure]")).hidden = !now.unsure;
}

/** @param {HTMLElement} place */
function count(place) {
  const boxes = [...document.querySelectorAll("[data-ticks] input")];
  const done = boxes.filter((box) => /** @type {HTMLInputElement} */ (box).checked).length;
  place.textContent = fill(guide.words.ticked, {
    done: number(done, guide.locale),
    all: number(boxes.length, guide.locale),
  });
}

function day() {
  showAnswers();
  const ticked = document.querySelector("[data-ticked]");
  if (ticked instanceof HTMLElement) {
    count(ticked);
    document.querySelector("[data-ticks]")?.addEventListener("change", () => count(ticked));
  }
  const form = document.querySelector("[data-message]");
  if (form instanceof HTMLFormElement) {
    const gone = () => {
      showStrip();
      document.querySelector("[data-swimming]")?.scrollIntoView();
    };
    new Telling(form, guide, { store, gone });
    /** @type {HTMLElement} */ (document.querySelector("[data-going]")).hidden = false;
  }
  const print = /** @type {HTMLElement} */ (document.querySelector("[data-print]"));
  print.hidden = false;
  print.addEventListener("click", () => globalThis.print());
}

const form = document.querySelector("[data-swim]");
showNumbers(document, store);
showStrip();
if (form instanceof HTMLFormElement) {
  lead(form);
} else {
  day();
}
