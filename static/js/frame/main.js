// Every page, alone or brought by its own script: the browser's own bars take the ground of the
// theme, Back finds the link again, the app is kept on the device, and its icon has no mark left.

import { start } from "../offline/start.js";
import { cameBack, followed } from "./focus.js";

function colourBars() {
  const ground = getComputedStyle(document.documentElement).getPropertyValue("--paper").trim();
  for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
    meta.setAttribute("content", ground);
  }
}

function main() {
  colourBars();
  new MutationObserver(colourBars).observe(document.documentElement, {
    attributeFilter: ["data-theme"],
  });
  document.addEventListener("click", followed);
  cameBack();
  start();
  clearBadge();
  document.addEventListener("visibilitychange", clearBadge);
}

function clearBadge() {
  navigator.clearAppBadge?.().catch(() => undefined);
}

main();
