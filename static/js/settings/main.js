// The settings page: shows what this device keeps, keeps what is chosen.

import "../frame/main.js";
import { showPanel } from "../offline/panel.js";
import { showNumbers } from "../shared/emergency.js";
import { chooseRegion, chosenRegion } from "../shared/region.js";
import { choose, chosen, deviceEdge, isPart } from "../shared/screen.js";
import { VoiceSettings } from "./voice.js";

/** @typedef {import("../shared/screen.js").Edge} Edge */

function main() {
  const form = document.querySelector("[data-settings]");
  if (form instanceof HTMLFormElement) {
    const edge = deviceEdge();
    fill(form, edge);
    const voice = new VoiceSettings(form, edge.store, read("spoken"));
    form.addEventListener("change", ({ target }) => keep(form, target, edge, voice));
    if (!("mediaSession" in navigator)) {
      withoutButtons(form);
    }
    form.hidden = false;
    document.querySelector("[data-without-script]")?.remove();
  }
  showPanel();
}

/** @param {HTMLFormElement} form @param {Edge} edge */
function fill(form, edge) {
  for (const input of form.querySelectorAll("input")) {
    input.checked = isPart(input.name) && input.value === chosen(input.name, edge.store);
  }
  region(form).value = chosenRegion(edge.store);
}

/** What this browser lacks is switched off and says so. @param {HTMLFormElement} form */
function withoutButtons(form) {
  /** @type {HTMLElement} */ (form.querySelector("[data-no-buttons]")).hidden = false;
  for (const input of form.querySelectorAll("input[name=buttons]")) {
    /** @type {HTMLInputElement} */ (input).disabled = true;
  }
}

/** @param {HTMLFormElement} form @param {EventTarget | null} target @param {Edge} edge @param {VoiceSettings} voice */
function keep(form, target, edge, voice) {
  let kept = true;
  if (target instanceof HTMLInputElement && isPart(target.name)) {
    kept = choose(target.name, target.value, edge);
  } else if (target === region(form)) {
    kept = chooseRegion(region(form).value, edge.store);
    showNumbers(document, edge.store);
  }
  kept = voice.keep(target) && kept;
  /** @type {HTMLElement} */ (form.querySelector("[data-not-kept]")).hidden = kept;
}

/** @param {string} id of the page's JSON */
function read(id) {
  return JSON.parse(document.getElementById(id)?.textContent ?? "");
}

/** @param {HTMLFormElement} form */
function region(form) {
  return /** @type {HTMLSelectElement} */ (form.elements.namedItem("region"));
}

main();
