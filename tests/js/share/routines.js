// Shared routines for the tests.

/** @typedef {import("../../../static/js/shared/opened.js").Routine} Routine */

/** @type {Routine} */
export const ROUTINE = {
  title: "Low back, week 2",
  whatFor: "For the mornings",
  notes: "Slowly.",
  rounds: 1,
  rest: 0,
  times: [{ at: "07:30", days: [1, 3, 5] }],
  steps: [step("cat-cow", { repetitions: 8 }), step("childs-pose", { seconds: 20 })],
};

/** @param {string} exercise @param {object} dose @returns {import("../../../static/js/shared/opened.js").Step} */
export function step(exercise, dose) {
  return { exercise, dose: { sides: "none", sets: 1, rest: 0, ...dose }, pace: 1, note: "" };
}
