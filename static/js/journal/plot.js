// Where the parts of a chart lie: bars on lines of round numbers, and dumbbells from 0 to 10. Pure.

// The width between bars, as a part of a bar with what follows it.
const GAP = 0.35;
const LINES = 3;
const WORST = 10;

/**
 * @typedef {{ width: number, height: number }} Room
 * @typedef {{ y: number, value: number }} Line
 * @typedef {{ x: number, width: number, y: number, height: number } | null} Bar null where there is none
 */

/**
 * A round step so that three of them hold the highest value.
 * @param {number} most
 * @param {number} least a step never smaller
 */
export function stepFor(most, least) {
  const wanted = Math.max(least, most / LINES);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const factor = [1, 2, 3, 5, 10].find((each) => each * power >= wanted - 1e-9) ?? 10;
  return factor * power;
}

/**
 * @param {(number | undefined)[]} values
 * @param {Room} room
 * @param {number} least step of its lines
 * @returns {{ bars: Bar[], lines: Line[] }}
 */
export function bars(values, { width, height }, least) {
  const given = values.filter((value) => value !== undefined);
  const step = stepFor(Math.max(0, ...given), least);
  const y = (/** @type {number} */ value) => height * (1 - value / (LINES * step));
  const each = width / Math.max(1, values.length);
  return {
    bars: values.map((value, i) =>
      value
        ? {
            x: (i + GAP / 2) * each,
            width: each * (1 - GAP),
            y: y(value),
            height: height - y(value),
          }
        : null,
    ),
    lines: [...Array(LINES + 1).keys()].map((i) => ({ y: y(i * step), value: i * step })),
  };
}

/**
 * One after the other, in time; the worst pain is on top.
 * @param {import("./series.js").Pain[]} pains
 * @param {Room} room
 */
export function dumbbells(pains, { width, height }) {
  const each = width / Math.max(1, pains.length);
  const y = (/** @type {number | null} */ value) =>
    value === null ? null : height * (1 - value / WORST);
  return {
    radius: Math.min(5, Math.max(2, each * 0.38)),
    points: pains.map(({ before, after }, i) => ({
      x: (i + 0.5) * each,
      before: y(before),
      after: y(after),
    })),
    lines: [0, WORST / 2, WORST].map((value) => ({ y: height * (1 - value / WORST), value })),
  };
}

/**
 * Which of so many have a word below them: as many as there is room for, the last among them.
 * @param {number} count
 * @param {number} most
 */
export function labelled(count, most) {
  const stride = Math.ceil(count / Math.max(1, most));
  return [...Array(count).keys()].filter((i) => (count - 1 - i) % stride === 0);
}
