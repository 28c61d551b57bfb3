// The session drawn to scale, as `webapp/content/lane.py` and components/lane.html draw it on every
// page; here an ink line stands at now, and what is to come is faint.

/**
 * @typedef {import("./timeline.js").Phase} Phase
 * @typedef {{ kind: "move" | "stay" | "rest" | "switch", start: number, seconds: number }} Mark
 */

const HEIGHT = 24;
const SVG = "http://www.w3.org/2000/svg";

/**
 * One side of one set is one mark; getting ready counts as rest.
 * @param {Phase[]} phases
 * @returns {Mark[]}
 */
export function marks(phases) {
  return runs(phases).map((run) => ({
    kind: kindOf(run),
    start: run[0].start,
    seconds: secondsOf(run),
  }));
}

/**
 * @param {Element} element
 * @param {Phase[]} phases
 * @returns {(elapsed: number) => void} moves now there
 */
export function drawLane(element, phases) {
  const all = marks(phases);
  const end = secondsOf(phases);
  const svg = shape("svg", { class: "lane-scale", viewBox: `0 0 ${end} ${HEIGHT}` });
  svg.setAttribute("preserveAspectRatio", "none");
  const coming = shape("rect", { class: "lane-coming", y: 0, height: HEIGHT });
  const now = shape("path", { class: "lane-now" });
  svg.append(shape("path", { class: "lane-rest", d: `M0 12H${end}` }), ...all.flatMap(drawn));
  svg.append(coming, now);
  element.replaceChildren(svg);
  return (elapsed) => {
    const x = Math.round(elapsed);
    give(coming, { x, width: Math.max(0, end - x) });
    give(now, { d: `M${x} 0V${HEIGHT}` });
  };
}

/** @param {Phase[]} phases */
function runs(phases) {
  /** @type {Phase[][]} */
  const found = [];
  for (const phase of phases) {
    const last = found.at(-1);
    if (last && place(last[0]) === place(phase)) {
      last.push(phase);
    } else {
      found.push([phase]);
    }
  }
  return found;
}

/** @param {Phase} phase */
function place({ kind, round, step, set, side }) {
  const still = kind === "move" || kind === "stay" ? "" : kind;
  return [still, round, step, set, side].join();
}

/** What most of it is. @param {Phase[]} run @returns {Mark["kind"]} */
function kindOf(run) {
  const [{ kind }] = run;
  if (kind === "switch") {
    return kind;
  }
  const stay = secondsOf(run.filter((phase) => phase.kind === "stay"));
  const move = secondsOf(run.filter((phase) => phase.kind === "move"));
  return stay + move === 0 ? "rest" : stay > move ? "stay" : "move";
}

/** @param {{ seconds: number }[]} all */
function secondsOf(all) {
  return all.reduce((sum, { seconds }) => sum + seconds, 0);
}

/** @param {Mark} mark @returns {Element[]} */
function drawn({ kind, start, seconds }) {
  const middle = start + seconds / 2;
  if (kind === "rest") {
    return [];
  }
  return kind === "switch"
    ? [
        shape("path", { class: "lane-switch-edge", d: `M${middle} 0V${HEIGHT}` }),
        shape("path", { class: "lane-switch", d: `M${middle} 2V${HEIGHT - 2}` }),
      ]
    : [shape("rect", { class: `lane-${kind}`, x: start, y: 5, width: seconds, height: 14 })];
}

/** Of a drawing. @param {string} name @param {Record<string, string | number>} attributes */
export function shape(name, attributes) {
  return give(document.createElementNS(SVG, name), attributes);
}

/** @param {Element} element @param {Record<string, string | number>} attributes */
function give(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, String(value));
  }
  return element;
}
