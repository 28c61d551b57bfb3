// Every page: what the person has chosen for all of them, and where it is chosen.

import { applyLook, choose, chosen, deviceStore, parts } from "../shared/look.js";

/** @typedef {import("../shared/look.js").Part} Part */

function main() {
  const edge = { root: document.documentElement, store: deviceStore() };
  applyLook(edge);
  const chooser = document.querySelector("[data-look]");
  if (chooser instanceof HTMLElement) {
    chooser.hidden = false;
    offer(chooser, edge);
  }
}

/** @param {HTMLElement} chooser @param {{ root: HTMLElement, store: import("../shared/look.js").Store }} edge */
function offer(chooser, edge) {
  for (const part of parts()) {
    const value = chosen(part, edge.store);
    for (const input of chooser.querySelectorAll("input")) {
      if (input.name === part) {
        input.checked = input.value === value;
      }
    }
  }
  chooser.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement) {
      choose(/** @type {Part} */ (target.name), target.value, edge);
    }
  });
}

main();
