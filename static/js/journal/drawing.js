// Draws a chart into its figure, as wide as that is; from left to right in every language.

import { element } from "../shared/svg.js";
import { bars, dumbbells, labelled } from "./plot.js";

/** Of the drawing above its labels, in px. */
const HEIGHT = 128;
// So many letters a label takes below and at the end.
const LABEL_EMS = 4.5;
const END_EMS = 4.5;

/**
 * @typedef {{ axis: (value: number, isTop: boolean) => string, labels: string[] }} How
 */

export class Drawing {
  #svg;
  #place;
  #em;
  #full;

  /** Null where a figure is not in sight and so has no width. @param {HTMLElement} figure */
  static in(figure) {
    const svg = /** @type {SVGSVGElement} */ (figure.querySelector("svg"));
    const width = svg.clientWidth;
    return width ? new Drawing(svg, width) : null;
  }

  /** @param {SVGSVGElement} svg @param {number} full width */
  constructor(svg, full) {
    this.#svg = svg;
    this.#place = /** @type {Element} */ (svg.querySelector("[data-drawing]"));
    this.#em = parseFloat(getComputedStyle(svg).fontSize);
    this.#full = full;
  }

  /** The last in ink, what is past quiet. @param {(number | undefined)[]} values @param {How & { least: number }} how */
  bars(values, { least, ...how }) {
    const found = bars(values, this.#room, least);
    const drawn = found.bars.map((bar, i) => {
      const kind = i === values.length - 1 ? "chart-last" : "chart-past";
      return bar && element("rect", { class: kind, ...rounded(bar) });
    });
    this.#put([this.#grid(found.lines), ...drawn, ...this.#words(found.lines, how)]);
  }

  /** @param {import("./series.js").Pain[]} pains @param {How} how */
  dumbbells(pains, how) {
    const found = dumbbells(pains, this.#room);
    const drawn = found.points.flatMap((point) => dumbbell(point, found.radius));
    this.#put([this.#grid(found.lines), ...drawn, ...this.#words(found.lines, how)]);
  }

  /** @param {(Element | null)[]} parts */
  #put(parts) {
    const { width } = this.#room;
    const height = HEIGHT + 2.5 * this.#em;
    this.#svg.setAttribute("viewBox", `0 ${-this.#em} ${this.#full} ${height}`);
    this.#svg.setAttribute("height", String(height));
    this.#svg.dataset.width = String(Math.round(width));
    this.#place.replaceChildren(...parts.filter((each) => each !== null));
  }

  get #room() {
    return { width: this.#full - END_EMS * this.#em, height: HEIGHT };
  }

  /** @param {import("./plot.js").Line[]} lines */
  #grid(lines) {
    const { width } = this.#room;
    const d = lines.map(({ y }) => `M0 ${y}H${width}`).join("");
    return element("path", { class: "chart-grid", d });
  }

  /** @param {import("./plot.js").Line[]} lines @param {How} how */
  #words(lines, { axis, labels }) {
    const { width } = this.#room;
    const each = width / labels.length;
    const shown = labelled(labels.length, Math.floor(width / (LABEL_EMS * this.#em)));
    const top = lines[lines.length - 1];
    return [
      ...shown.map((i) => {
        // Within the drawing, at both ends.
        const half = (LABEL_EMS * this.#em) / 2;
        const x = Math.max(half, Math.min(this.#full - half, (i + 0.5) * each));
        return text(labels[i], { x, y: HEIGHT + 1.4 * this.#em, "text-anchor": "middle" });
      }),
      ...lines.map((line) =>
        text(axis(line.value, line === top), {
          x: this.#full,
          y: line.y + this.#em / 3,
          "text-anchor": "end",
        }),
      ),
    ];
  }
}

/**
 * Hollow before, solid after; the point alone where they are equal or one was not given.
 * @param {{ x: number, before: number | null, after: number | null }} point
 * @param {number} radius
 */
function dumbbell({ x, before, after }, radius) {
  const r = radius;
  const parts = [];
  if (before !== null && after !== null && before !== after) {
    parts.push(element("path", { class: "chart-between", d: `M${x} ${before}V${after}` }));
  }
  if (before !== null) {
    parts.push(element("circle", { class: "chart-before", cx: x, cy: before, r }));
  }
  if (after !== null) {
    const inner = after === before ? r / 2 : 0.85 * r;
    parts.push(element("circle", { class: "chart-after", cx: x, cy: after, r: inner }));
  }
  return parts;
}

/** @param {Record<string, number>} bar */
function rounded(bar) {
  return Object.fromEntries(
    Object.entries(bar).map(([name, value]) => [name, Math.round(10 * value) / 10]),
  );
}

/** @param {string} words @param {Record<string, string | number>} attributes */
function text(words, attributes) {
  const made = element("text", { class: "chart-text", ...attributes });
  made.textContent = words;
  return made;
}
