// Cramp now: the steps one at a time in the largest type there is room for, on land with a timer
// that ends in "get help", and a paced breath. Without it the page lists everything.

import "../frame/main.js";
import { WakeLock } from "../player/wake_lock.js";
import { Caller } from "../player/caller.js";
import { showNumbers } from "../shared/emergency.js";
import { number } from "../shared/numbers.js";
import { deviceStore } from "../shared/screen.js";
import { fill } from "../shared/words.js";
import { Breathing } from "./breathing.js";
import { Steps } from "./steps.js";
import { Timer } from "./timer.js";

const store = deviceStore();

/** @param {any} guide */
function lead(guide) {
  const steps = new Steps(document, (n, total, words) => {
    const values = { n: number(n, guide.locale), total: number(total, guide.locale) };
    return `${fill(guide.words.of, values)}. ${words}`;
  });
  steps.start();
  for (const place of document.querySelectorAll("[data-breathing]")) {
    new Breathing(/** @type {HTMLElement} */ (place), guide.words).start();
  }
  if (guide.seconds) {
    const wakeLock = new WakeLock(() => undefined);
    const caller = new Caller(store, () => undefined);
    new Timer(document, guide, { store, wakeLock, caller, loosened: () => steps.toAfterwards() });
  }
}

const guide = document.getElementById("guide")?.textContent;
showNumbers(document, store);
if (guide) {
  lead(JSON.parse(guide));
}
