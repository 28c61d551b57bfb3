// What every page about drinks reads first: its words, and the units of its reader.

import { dayOf } from "../shared/days.js";
import { chosen, deviceStore } from "../shared/screen.js";

const MINUTE_MS = 60_000;

export const store = deviceStore();

/** What the page says to its script, and in which unit. */
export function readGuide(id = "guide") {
  const guide = JSON.parse(document.getElementById(id)?.textContent ?? "");
  return { ...guide, unit: chosen("units", store) };
}

/**
 * The page comes back, from another or from a locked phone, another page has written, or it is
 * another day; with other units all of the page is another one.
 * @param {() => void} act
 * @param {string} unit
 */
export function whenBack(act, unit) {
  let day = dayOf(Date.now());
  const look = () => {
    day = dayOf(Date.now());
    if (chosen("units", store) === unit) {
      act();
    } else {
      location.reload();
    }
  };
  addEventListener("pageshow", ({ persisted }) => persisted && look());
  addEventListener("storage", look);
  document.addEventListener("visibilitychange", () => !document.hidden && look());
  setInterval(() => day !== dayOf(Date.now()) && look(), MINUTE_MS);
}
