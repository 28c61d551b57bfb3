// The drinks of a day as steps, to scale: no line to reach, only what was drunk and when.

// The drawing: wide and high in its own units, and the hours of a day as long as nothing is outside.
export const WIDTH = 286;
export const HEIGHT = 128;
const FIRST_HOUR = 6;
const LAST_HOUR = 22;
const HOUR_MS = 3600 * 1000;
const DAY_HOURS = 24;
const HOURS_STEP = 4;
const LINES = 3;

/**
 * @typedef {import("../shared/drinks.js").Drink} Drink
 * @typedef {{ from: number, to: number }} Span in milliseconds as of `Date.now()`
 * @typedef {{ x: number, text: number }} Hour
 * @typedef {{ y: number, text: number }} Line `text` in the unit of the axis
 * @typedef {{ line: string, dots: { x: number, y: number }[], bands: { x: number, width: number }[],
 *   hours: Hour[], lines: Line[], now: number | null }} Chart
 */

/**
 * @param {Drink[]} drinks of one day
 * @param {Span[]} sessions of it
 * @param {number} day a moment of it
 * @param {{ now: number, perUnit: number }} how `perUnit` ml of the unit of the axis, litres or ounces
 * @returns {Chart}
 */
export function chart(drinks, sessions, day, { now, perUnit }) {
  const scale = hoursOf([...drinks.map(({ at }) => at), ...sessions.flatMap(ends)], day);
  const x = (/** @type {number} */ at) =>
    round((WIDTH * (at - scale.from)) / (scale.to - scale.from));
  const sums = cumulated(drinks);
  const step = stepOf((sums.at(-1)?.sum ?? 0) / perUnit, perUnit);
  const y = (/** @type {number} */ ml) => round(HEIGHT * (1 - ml / perUnit / (LINES * step)));
  const isToday = scale.from <= now && now <= scale.to;
  const last = isToday ? now : scale.to;
  return {
    line: `M0 ${HEIGHT}${sums.map(({ at, sum }) => `H${x(at)}V${y(sum)}`).join("")}H${x(last)}`,
    dots: sums.map(({ at, sum }) => ({ x: x(at), y: y(sum) })),
    bands: sessions.map(({ from, to }) => ({ x: x(from), width: Math.max(2, x(to) - x(from)) })),
    hours: ticks(scale).map((at) => ({ x: x(at), text: new Date(at).getHours() })),
    lines: [...Array(LINES + 1).keys()].map((i) => ({
      y: y(i * step * perUnit),
      text: round(i * step),
    })),
    now: isToday ? x(now) : null,
  };
}

/** @param {Span} span */
function ends({ from, to }) {
  return [from, to];
}

/** @param {Drink[]} drinks */
function cumulated(drinks) {
  let sum = 0;
  return [...drinks]
    .sort((one, other) => one.at - other.at)
    .map(({ at, ml }) => ({ at, sum: (sum += ml) }));
}

/** From 6 to 22, and further where something was earlier or later, in whole steps. @param {number[]} moments @param {number} day */
function hoursOf(moments, day) {
  const midnight = new Date(day).setHours(0, 0, 0, 0);
  const hours = moments.map((at) => (at - midnight) / HOUR_MS);
  const first = Math.max(0, Math.min(FIRST_HOUR, ...hours.map(Math.floor)));
  const last = Math.min(DAY_HOURS, Math.max(LAST_HOUR, ...hours.map(Math.ceil)));
  const earlier = last - HOURS_STEP * Math.ceil((last - first) / HOURS_STEP);
  const [from, to] = earlier < 0 ? [0, DAY_HOURS] : [earlier, last];
  return { from: midnight + from * HOUR_MS, to: midnight + to * HOUR_MS };
}

/** @param {Span} scale */
function ticks({ from, to }) {
  const step = HOURS_STEP * HOUR_MS;
  return [...Array((to - from) / step + 1).keys()].map((i) => from + i * step);
}

/**
 * A step of 1, 2, 3 or 5 so that three of them hold the day; never so small that a glass fills it.
 * @param {number} total
 * @param {number} perUnit
 */
function stepOf(total, perUnit) {
  const least = perUnit === 1000 ? 0.3 : 10;
  const wanted = Math.max(least, total / LINES);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const factor = [1, 2, 3, 5, 10].find((each) => each * power >= wanted - 1e-9) ?? 10;
  return factor * power;
}

/** @param {number} value */
function round(value) {
  return Math.round(10 * value) / 10;
}
