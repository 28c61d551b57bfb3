// Draws the chart of a day into its place.

import { number } from "../shared/numbers.js";
import { element } from "../shared/svg.js";
import { fill } from "../shared/words.js";
import { HEIGHT, WIDTH } from "./chart.js";

// As wide as the drawing: the amounts stand beyond the steps.
const FULL = 320;

/**
 * @param {SVGElement} place
 * @param {import("./chart.js").Chart} chart
 * @param {{ locale: string, axis: string }} reader `axis` a message with an amount in it
 */
export function draw(place, chart, { locale, axis }) {
  const lines = chart.lines.map(({ y }) => `M0 ${y}H${WIDTH}`).join("");
  const parts = [
    ...chart.bands.map(({ x, width }) =>
      element("rect", { class: "chart-band", x, y: 0, width, height: HEIGHT }),
    ),
    element("path", { class: "chart-grid", d: lines }),
    element("path", {
      class: chart.now === null ? "chart-line chart-past" : "chart-line",
      d: chart.line,
    }),
    ...chart.dots.map(({ x, y }) => element("circle", { class: "chart-dot", cx: x, cy: y, r: 5 })),
    ...chart.hours.map(({ x, text }, i) =>
      label(number(text, locale), { x, y: HEIGHT + 20, end: anchor(i, chart.hours.length) }),
    ),
    ...chart.lines.map(({ y, text }, i) => {
      const amount = number(text, locale);
      const shown = i === 0 ? fill(axis, { amount }) : amount;
      return label(shown, { x: FULL, y: y + 4, end: "end" });
    }),
  ];
  if (chart.now !== null) {
    parts.push(element("path", { class: "chart-now", d: `M${chart.now} 0V${HEIGHT}` }));
  }
  place.replaceChildren(...parts);
}

/** Within the drawing: the first label begins there, the last ends. @param {number} i @param {number} count */
function anchor(i, count) {
  if (i === 0) {
    return "start";
  }
  return i === count - 1 ? "end" : "middle";
}

/** @param {string} text @param {{ x: number, y: number, end: string }} at */
function label(text, { x, y, end }) {
  const made = element("text", { class: "chart-text", x, y, "text-anchor": end });
  made.textContent = text;
  return made;
}
