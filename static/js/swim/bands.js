// Which band a temperature lies in: the ends come from the content, each with its evidence.

/**
 * @typedef {{
 *   lowest: number | null, withLowest: boolean, highest: number | null, withHighest: boolean,
 * }} Edges degrees Celsius; `with` says whether the band contains its end
 */

/** What can be water; outside of it the unit is wrong. */
export const RANGE = [-2, 45];

/**
 * The place of the band of a temperature, for who is not sure one colder; but what is too warm stays so.
 * @param {number} degrees Celsius
 * @param {boolean} unsure
 * @param {Edges[]} bands from the coldest on
 */
export function bandAt(degrees, unsure, bands) {
  const here = bands.findIndex((band) => isIn(degrees, band));
  const isTooWarm = bands[here].highest === null;
  return unsure && !isTooWarm ? Math.max(0, here - 1) : here;
}

/** Whether water of so many degrees is as cold as a band, or colder. @param {number} degrees @param {Edges} band */
export function isUpTo(degrees, { highest, withHighest }) {
  return highest === null || degrees < highest || (withHighest && degrees === highest);
}

/** @param {number} degrees @param {Edges} band */
function isIn(degrees, { lowest, withLowest, highest, withHighest }) {
  // 59 °F is 15 °C on paper and a breath more in a computer.
  const value = Math.round(degrees * 1000) / 1000;
  const above = lowest === null || value > lowest || (withLowest && value === lowest);
  const below = highest === null || value < highest || (withHighest && value === highest);
  return above && below;
}

/**
 * A degree more or less in the reader's unit: to a whole one, so that steps are even.
 * @param {number} shown in that unit
 * @param {1 | -1} way
 */
export function step(shown, way) {
  return way > 0 ? Math.floor(shown + 1) : Math.ceil(shown - 1);
}
