// A routine's page: marked as a favourite, or copied to be one's own.

import "../frame/main.js";
import { watchStars } from "../shared/favourites.js";
import { keepOwn, newOwn } from "../shared/own.js";
import { part } from "../shared/parts.js";

const routine = JSON.parse(document.getElementById("routine")?.textContent ?? "");
const button = part("make-mine");

async function makeMine() {
  const { from = "", edit = "" } = button.dataset;
  const own = newOwn(routine, from);
  const kept = await keepOwn(own);
  part("unkept").hidden = kept;
  if (kept) {
    location.assign(`${edit}#${own.id}`);
  }
}

button.removeAttribute("data-awaits-script");
button.addEventListener("click", makeMine);
watchStars();
