// Today: the date, and for whoever is new the way to what Limber is and is not.

import { deviceStore } from "../shared/screen.js";
import { isNew } from "../shared/welcomed.js";

function main() {
  const date = document.querySelector("[data-date]");
  if (date instanceof HTMLElement) {
    date.textContent = new Intl.DateTimeFormat(date.dataset.date, {
      weekday: "long",
      day: "numeric",
      month: "long",
    }).format();
  }
  const invitation = document.querySelector("[data-new]");
  if (invitation instanceof HTMLElement) {
    invitation.hidden = !isNew(deviceStore());
  }
}

main();
