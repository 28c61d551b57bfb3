// Swim day: the gauge that leads to a band, and on a band's page what the answers change, the ticks
// before going in and the message. Without it every word is on the page all the same.

import "../frame/main.js";
import { showNumbers } from "../shared/emergency.js";
import { watchSwim } from "../shared/in_water.js";
import { number } from "../shared/numbers.js";
import { choose, chosen, deviceEdge } from "../shared/screen.js";
import { fill } from "../shared/words.js";
import { applies, isUnsurePlan } from "./answers.js";
import { choice } from "./choice.js";
import { Gauge } from "./gauge.js";
import { Telling } from "./telling.js";

const edge = deviceEdge();
const { store } = edge;
const guide = JSON.parse(document.getElementById("guide")?.textContent ?? "");

/** @param {HTMLFormElement} form */
function lead(form) {
  const now = choice(store, Date.now());
  const unit = /** @type {"metric" | "us"} */ (chosen("units", store));
  check(form, { ...now, units: unit });
  const gauge = new Gauge(document, guide, { store, choice: now, unit });
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
  form.removeAttribute("data-awaits-script");
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
  const said = choice(store, Date.now());
  let staysOut = false;
  for (const each of document.querySelectorAll("[data-answer]")) {
    const { dataset } = /** @type {HTMLElement} */ (each);
    const below = dataset.below === undefined ? null : Number(dataset.below);
    const change = { answer: dataset.answer ?? "", below };
    const does = applies(change, said, guide.bands[guide.band]);
    /** @type {HTMLElement} */ (each).hidden = does === false;
    staysOut ||= does === true && dataset.staysOut !== undefined;
  }
  document.documentElement.toggleAttribute("data-stays-out", staysOut);
  const unsure = /** @type {HTMLElement} */ (document.querySelector("[data-unsure]"));
  unsure.hidden = !isUnsurePlan(said, guide.band, guide.bands);
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

function tick() {
  const place = document.querySelector("[data-ticked]");
  if (place instanceof HTMLElement) {
    count(place);
    document.querySelector("[data-ticks]")?.addEventListener("change", () => count(place));
  }
}

/** @param {ReturnType<typeof watchSwim>} strip */
function tell(strip) {
  const form = document.querySelector("[data-message]");
  if (form instanceof HTMLFormElement) {
    const gone = () => {
      strip?.show();
      strip?.focus();
    };
    new Telling(form, guide, { store, gone });
    /** @type {HTMLElement} */ (document.querySelector("[data-going]")).hidden = false;
  }
}

/** @param {ReturnType<typeof watchSwim>} strip */
function day(strip) {
  showAnswers();
  addEventListener("pageshow", showAnswers);
  addEventListener("storage", showAnswers);
  tick();
  tell(strip);
  const print = /** @type {HTMLElement} */ (document.querySelector("[data-print]"));
  print.hidden = false;
  print.addEventListener("click", () => globalThis.print());
}

const form = document.querySelector("[data-swim]");
const strip = watchSwim({ store });
showNumbers(document, store);
if (form instanceof HTMLFormElement) {
  lead(form);
} else {
  day(strip);
}
