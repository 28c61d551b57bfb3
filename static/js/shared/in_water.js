// The strip that says that somebody is in the water, and "I am out", which begins to get them warm.

import { beginRewarming } from "./rewarming.js";
import { endSwim, isLate, swimNow } from "./swimming.js";
import { timeOfDay } from "./numbers.js";
import { fill } from "./words.js";

/** @typedef {import("./screen.js").Store} Store */

/**
 * @param {ParentNode} page
 * @param {{ store: Store, leave: (address: string) => void }} edge
 */
export function showSwimming(page, { store, leave }, now = Date.now) {
  const strip = /** @type {HTMLElement | null} */ (page.querySelector("[data-swimming]"));
  const swim = swimNow(store, now());
  if (!strip) {
    return;
  }
  strip.hidden = swim === null;
  if (swim) {
    const { locale, rewarm, ...words } = JSON.parse(
      strip.querySelector("[data-swimming-guide]")?.textContent ?? "{}",
    );
    const late = isLate(swim, now());
    const values = { where: swim.where, out: timeOfDay(swim.out, locale) };
    part(strip, "words").textContent = fill(late ? words.late : words.by, values);
    strip.classList.toggle("swimming-late", late);
    part(strip, "out").onclick = () => {
      endSwim(store);
      strip.hidden = true;
      if (swim.cold) {
        beginRewarming(store, now());
        leave(`${rewarm}#again`);
      }
    };
  }
}

/** @param {HTMLElement} strip @param {string} name */
function part(strip, name) {
  return /** @type {HTMLElement} */ (strip.querySelector(`[data-swimming-${name}]`));
}
