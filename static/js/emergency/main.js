// The emergency page: the numbers of here, another region by choice, and where one is.

import "../frame/main.js";
import { showNumbers } from "../shared/emergency.js";
import { number } from "../shared/numbers.js";
import { chooseRegion, chosenRegion } from "../shared/region.js";
import { deviceStore } from "../shared/screen.js";
import { fill } from "../shared/words.js";
import { coordinates } from "./coordinates.js";

const WAIT_MS = 30_000;
// What the browser's error says of itself.
const DENIED = 1;

const store = deviceStore();
const { locale, words } = JSON.parse(document.getElementById("guide")?.textContent ?? "");
const select = /** @type {HTMLSelectElement} */ (document.getElementById("region"));

async function showHere() {
  const known = await showNumbers(document, store);
  const name = [...select.options].find((each) => each.value === known.region && each.value);
  const chosen = chosenRegion(store);
  const saying = name ? (chosen ? words.chosen : words.guessed) : words.unknown;
  write("region-said", fill(saying, { region: name?.text ?? "" }));
}

function locate() {
  write("place", navigator.geolocation ? words.seeking : words.failed);
  navigator.geolocation?.getCurrentPosition(
    ({ coords }) => {
      const meters = number(Math.ceil(coords.accuracy), locale);
      write("place", `${coordinates(coords)} (${fill(words.accuracy, { meters })})`);
    },
    ({ code }) => write("place", code === DENIED ? words.denied : words.failed),
    { enableHighAccuracy: true, timeout: WAIT_MS, maximumAge: 0 },
  );
}

/** @param {string} part @param {string} text */
function write(part, text) {
  /** @type {HTMLElement} */ (document.querySelector(`[data-${part}]`)).textContent = text;
}

select.value = chosenRegion(store);
select.addEventListener("change", () => {
  chooseRegion(select.value, store);
  showHere();
});
document.querySelector("[data-locate]")?.addEventListener("click", locate);
for (const each of document.querySelectorAll("[data-scripted]")) {
  each.removeAttribute("data-awaits-script");
}
showHere();
