// What applies to me: shows what this device keeps, keeps what is ticked.

import "../frame/main.js";
import { conditions, DOCTOR, keepConditions } from "../shared/conditions.js";
import { tellOthers } from "../shared/changes.js";
import { changeReach } from "../shared/reach.js";
import { deviceStore } from "../shared/screen.js";

const store = deviceStore();
const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-conditions]"));
const boxes = [...form.querySelectorAll("input")];

function fill() {
  const kept = conditions(store);
  for (const box of boxes) {
    box.checked = kept.includes(box.value);
  }
}

function keep() {
  const ticked = boxes.filter((box) => box.checked);
  const chosen = ticked.map((box) => box.value);
  if (ticked.some((box) => box.dataset.doctorFirst !== undefined)) {
    chosen.push(DOCTOR);
  }
  if (ticked.some((box) => box.dataset.drinksDoctorFirst !== undefined)) {
    closeDrinks();
  }
  document.documentElement.dataset.mine = chosen.join(" ");
  const kept = keepConditions(chosen, store);
  /** @type {HTMLElement} */ (form.querySelector("[data-not-kept]")).hidden = kept;
}

/** A doctor decides first about drinks: the server reminds of none from now on. */
async function closeDrinks() {
  await changeReach({ drinks: 0 });
  tellOthers(store);
}

fill();
form.addEventListener("change", keep);
form.addEventListener("submit", (event) => event.preventDefault());
form.hidden = false;
document.querySelector("[data-without-script]")?.remove();
