// Before a step that carries a caution of the person's, the player waits and says it.

import { fill } from "../shared/words.js";

/** @typedef {import("./timeline.js").Session} Session */

/**
 * The session with what is asked before each step.
 * @param {Session} session
 * @param {string[]} mine what applies to the person
 * @returns {Session}
 */
export function withAsking(session, mine) {
  const steps = session.steps.map((step) => {
    const own = mine.map((each) => step.cautions[each]).filter(Boolean);
    const easier = fill(session.words.easier, { text: step.easier });
    return { ...step, asks: own.length ? [...own, easier].join(" ") : "" };
  });
  return { ...session, steps };
}
