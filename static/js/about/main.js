// How to install: this device's way first, and a button where the browser can do it by itself.

import "../frame/main.js";
import { platform } from "./platform.js";

/** @typedef {Event & { prompt(): Promise<unknown> }} InstallPrompt */

function main() {
  const installed = matchMedia("(display-mode: standalone)").matches;
  const own = document.querySelector(`[data-platform="${platform(navigator)}"]`);
  if (own || installed) {
    for (const way of document.querySelectorAll("details[data-platform]")) {
      way.toggleAttribute("open", way === own && !installed);
    }
  }
  if (own) {
    own.parentElement?.prepend(own);
    own.querySelector("[data-own]")?.removeAttribute("hidden");
  }
  if (installed) {
    tell();
  } else {
    offer();
  }
}

function tell() {
  document.querySelector("[data-installed]")?.removeAttribute("hidden");
}

/** A button, from when the browser says that it could install until it has been asked to. */
function offer() {
  const button = document.querySelector("[data-install]");
  if (!(button instanceof HTMLElement)) {
    return;
  }
  /** @type {InstallPrompt | null} */
  let kept = null;
  const keep = (/** @type {InstallPrompt | null} */ prompt) => {
    kept = prompt;
    button.hidden = !prompt;
  };
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    keep(/** @type {InstallPrompt} */ (event));
  });
  addEventListener("appinstalled", () => {
    keep(null);
    tell();
  });
  button.addEventListener("click", async () => {
    const asked = kept;
    keep(null); // it can be asked once
    await asked?.prompt();
  });
}

main();
