// The start screen as the session was adjusted: its steps, how long it takes, where to go on.

import { duration, number } from "../shared/numbers.js";
import { fill } from "../shared/words.js";
import { isAsWritten } from "./adjustments.js";
import { stepsToDo } from "./timeline.js";

/**
 * @typedef {import("./plan.js").Plan} Plan
 * @typedef {import("./resume.js").Kept} Kept
 * @typedef {import("./screen.js").Screen} Screen
 */

/**
 * @param {Screen} screen
 * @param {Plan} plan
 * @param {import("./adjust.js").Adjustments} adjustments
 * @param {Kept | null} kept where a session of this plan was left
 */
export function overview(screen, { session, seconds }, adjustments, kept) {
  const { steps, locale, words } = session;
  for (const [i, row] of screen.part("start").querySelectorAll("[data-step]").entries()) {
    /** @type {HTMLElement} */ (row).hidden = Boolean(steps[i].leftOut);
    /** @type {HTMLElement} */ (row.querySelector("[data-dose]")).textContent = steps[i].doseText;
  }
  screen.part("adjusted").hidden = isAsWritten(adjustments);
  screen.write("begin-name", fill(words.start, { length: duration(seconds, locale, words) }));
  screen.part("resume").hidden = !kept;
  screen.part("begin").classList.toggle("button-line", Boolean(kept));
  if (kept) {
    const all = stepsToDo(session);
    const n = number(all.indexOf(kept.step) + 1, locale);
    const total = number(all.length, locale);
    screen.write("resume-name", fill(words.goOn, { n, total }));
  }
}
