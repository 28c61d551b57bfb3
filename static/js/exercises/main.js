// The page of one exercise: finds the figure, its buttons and the tempo parts, and wires them. The
// list of all of them is wired by library.js.

import "../frame/main.js";
import { watchStars } from "../shared/favourites.js";
import { Figure, REDUCED_MOTION } from "../shared/figure.js";
import { Demo } from "./demo.js";
import { Library } from "./library.js";

/** @typedef {import("./demo.js").State} State */

function main() {
  watchStars();
  if (document.querySelector("[data-atlas]")) {
    new Library(JSON.parse(document.getElementById("words")?.textContent ?? ""));
  }
  /** @type {SVGSVGElement | null} */
  const svg = document.querySelector("[data-demo] svg[data-phases]");
  if (!svg) {
    return;
  }
  const motion = matchMedia(REDUCED_MOTION);
  const parts = [...document.querySelectorAll("[data-tempo-part]")];
  const plan = JSON.parse(document.getElementById("tempo")?.textContent ?? "");
  const demo = new Demo(new Figure(svg, motion), plan, (state) => mark(parts, state));
  wire(demo, parts);
  svg.closest("[data-demo]")?.setAttribute("data-ready", "");
  watch(demo, svg);
  motion.addEventListener("change", () => demo.redraw());
  if (!motion.matches) {
    demo.play();
  }
}

/** @param {Demo} demo @param {Element[]} parts */
function wire(demo, parts) {
  answer("play", () => demo.playOrPause());
  answer("other-side", () => demo.switchSide());
  answer("half-speed", () => demo.switchSpeed());
  for (const [index, part] of parts.entries()) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...part.childNodes);
    button.addEventListener("click", () => demo.seek(index));
    part.append(button);
  }
}

/**
 * Nobody looks at a figure that is scrolled away or in a page behind.
 * @param {Demo} demo
 * @param {Element} svg
 */
function watch(demo, svg) {
  let onScreen = true;
  const tell = () => demo.setSeen(onScreen && document.visibilityState === "visible");
  const observer = new IntersectionObserver((entries) => {
    onScreen = entries.at(-1)?.isIntersecting ?? onScreen;
    tell();
  });
  observer.observe(svg);
  document.addEventListener("visibilitychange", tell);
}

/** @param {Element[]} parts @param {State} state */
function mark(parts, { part, playing, otherSide, halfSpeed }) {
  for (const [index, element] of parts.entries()) {
    if (index === part) {
      element.setAttribute("aria-current", "step");
    } else {
      element.removeAttribute("aria-current");
    }
  }
  found("paused").forEach((element) => (element.hidden = playing));
  found("playing").forEach((element) => (element.hidden = !playing));
  press("other-side", otherSide);
  press("half-speed", halfSpeed);
}

/** @param {string} name @param {boolean} pressed */
function press(name, pressed) {
  found(name).forEach((button) => button.setAttribute("aria-pressed", String(pressed)));
}

/** @param {string} name @param {() => void} act */
function answer(name, act) {
  found(name).forEach((button) => button.addEventListener("click", act));
}

/** @param {string} name @returns {NodeListOf<HTMLElement>} */
function found(name) {
  return document.querySelectorAll(`[data-demo] [data-${name}]`);
}

main();
