// Cramp now: the steps one at a time in the largest type there is room for, on land with a timer
// that ends in advice to get help, and a paced breath. Without it the page lists everything.

import "../frame/main.js";
import { Caller } from "../player/caller.js";
import { WakeLock } from "../player/wake_lock.js";
import { showNumbers } from "../shared/emergency.js";
import { heedCold } from "../shared/rewarming.js";
import { deviceStore } from "../shared/screen.js";
import { Breathing } from "./breathing.js";
import { Steps } from "./steps.js";
import { Timer } from "./timer.js";

const store = deviceStore();

/** @param {import("./timer.js").Guide} guide */
function lead(guide) {
  const steps = new Steps(document);
  steps.start();
  for (const place of document.querySelectorAll("[data-breathing]")) {
    new Breathing(/** @type {HTMLElement} */ (place), guide.words);
  }
  if (guide.seconds) {
    time(guide, steps);
  }
}

/** @param {import("./timer.js").Guide} guide @param {Steps} steps */
function time(guide, steps) {
  const awake = /** @type {HTMLElement} */ (document.querySelector("[data-awake]"));
  const sayings = { on: guide.words.awake, lost: guide.words.asleep, off: "" };
  const wakeLock = new WakeLock((now) => (awake.textContent = sayings[now]));
  // What is heard and felt is seen as well: the alert that stands above the steps.
  const caller = new Caller(store, () => undefined);
  new Timer(document, guide, { store, wakeLock, caller, loosened: () => steps.goTo("#after") });
}

const guide = document.getElementById("guide")?.textContent;
showNumbers(document, store);
heedCold(document, store);
if (guide) {
  lead(JSON.parse(guide));
}
