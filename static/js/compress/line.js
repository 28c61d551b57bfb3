// The time of a round to scale: what is done, a diamond at each check, the stop. It is a clock and
// runs from left to right in every language.

import { duration, number } from "../shared/numbers.js";

/**
 * What stands on the line, each at its part of the whole.
 * @param {{ seconds: number, checks: number[] }} round
 * @returns {{ at: number, minute: number, is: "begin" | "check" | "end" }[]}
 */
export function marks({ seconds, checks }) {
  return [
    { at: 0, minute: 0, is: "begin" },
    ...checks.map((check) => ({
      at: check / seconds,
      minute: check / 60,
      is: /** @type {const} */ ("check"),
    })),
    { at: 1, minute: seconds / 60, is: "end" },
  ];
}

/**
 * @param {HTMLElement} place
 * @param {{ seconds: number, checks: number[] }} round
 * @param {{ locale: string, words: Record<string, string> }} guide
 */
export function draw(place, round, { locale, words }) {
  const document = place.ownerDocument;
  const parts = marks(round).map(({ at, minute, is }) => {
    const mark = document.createElement("span");
    mark.className = `compress-mark compress-mark-${is}`;
    mark.style.setProperty("--at", String(at));
    mark.textContent =
      is === "end" ? duration(round.seconds, locale, words) : number(minute, locale);
    return mark;
  });
  const bar = document.createElement("span");
  bar.className = "compress-done";
  place.replaceChildren(bar, ...parts);
}

/** @param {HTMLElement} place @param {number} part of the whole that is done */
export function fillUp(place, part) {
  place.style.setProperty("--done", String(part));
}
