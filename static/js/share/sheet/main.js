// The sheet of a shared routine: a button for who does not know how one's browser prints.

import "../../frame/main.js";

const place = document.querySelector("[data-print]");
if (place) {
  place.toggleAttribute("hidden", false);
  place.querySelector("button")?.addEventListener("click", () => print());
}
