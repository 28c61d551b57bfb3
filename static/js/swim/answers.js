// What was said, for one band: which of its changes apply, and whether it was planned for being unsure.

import { bandAt, isUpTo } from "./bands.js";

/**
 * @typedef {import("./choice.js").Choice} Choice
 * @typedef {import("./bands.js").Edges} Edges
 * @typedef {{ answer: string, below: number | null }} Change `below` in degrees Celsius
 */

/**
 * Null as long as nothing was said of such water.
 * @param {Change} change
 * @param {Choice} choice
 * @param {Edges} band
 * @returns {boolean | null}
 */
export function applies({ answer, below }, choice, band) {
  if (answer === "alone") {
    return no(choice.company);
  }
  if (answer === "first-time") {
    const ofThis = choice.experienced !== null && isUpTo(choice.experienced, band);
    return choice.experience === "yes" && !ofThis ? null : no(choice.experience);
  }
  const isWarmer = below !== null && !choice.unsure && (choice.celsius ?? below - 1) >= below;
  return isWarmer ? false : no(choice.wetsuit);
}

/**
 * Whether this band is the one that not being sure led to.
 * @param {Choice} choice
 * @param {number} place of the band
 * @param {Edges[]} bands
 */
export function isUnsurePlan({ celsius, unsure }, place, bands) {
  if (celsius === null || !unsure) {
    return false;
  }
  const planned = bandAt(celsius, true, bands);
  return planned === place && planned !== bandAt(celsius, false, bands);
}

/** @param {import("./choice.js").Said} said */
function no(said) {
  return said ? said === "no" : null;
}
