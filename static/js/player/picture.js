// What the figure shows at a moment of the session.

import { isOtherSide, START, withinLoop } from "../shared/figure.js";

/**
 * @typedef {import("./timeline.js").Phase} Phase
 * @typedef {import("./timeline.js").Step} Step
 */

/**
 * What the figure shows at a time within a phase.
 * @param {Step} step
 * @param {Phase} phase
 * @param {number} seconds since the phase began
 */
export function picture({ dose, tempo }, phase, seconds) {
  const turn = moving(dose.seconds || phase.waits ? tempo : null, phase, seconds);
  return { ...turn, mirrored: isOtherSide(dose.sides, { ...turn, side: phase.side }) };
}

/**
 * @param {{ seconds: number }[] | null} tempo for a phase that lasts for many repetitions
 * @param {Phase} phase
 * @param {number} seconds
 */
function moving(tempo, { part, seconds: length, repetition }, seconds) {
  if (part < 0) {
    return { ...START, repetition };
  }
  return tempo ? withinLoop(tempo, seconds) : { part, progress: seconds / length, repetition };
}
