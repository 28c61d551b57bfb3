// Before a step that carries a caution of the person's, the player waits and says it; before the first
// that is done, also what the whole session carries.

/** @typedef {import("./timeline.js").Session} Session */

/**
 * The session with what is asked.
 * @param {Session} session
 * @param {string[]} mine what applies to the person
 * @returns {Session}
 */
export function withAsking(session, mine) {
  const own = (/** @type {Record<string, string>} */ cautions) =>
    mine
      .map((each) => cautions[each] ?? "")
      .filter(Boolean)
      .join(" ");
  const steps = session.steps.map((step) => ({ ...step, asks: own(step.cautions) }));
  return { ...session, asks: own(session.cautions), steps };
}
